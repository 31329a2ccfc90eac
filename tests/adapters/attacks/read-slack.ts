/** What Slack would make of a payload: its markup read by a parser nobody here wrote. */
import { type Node, NodeType, parse } from 'slack-message-parser';
import type { SlackPayload } from '../../../adapters/slack/payload.ts';

export type Reading = {
  /** Pings, channel links and commands. */
  readonly mentions: readonly string[];
  readonly links: readonly string[];
  readonly buttons: readonly string[];
  /** Kinds of elements in order, without their words: the same whatever harmless or hostile words stand in them. */
  readonly structure: readonly string[];
};

const mentioning: ReadonlySet<NodeType> = new Set([
  NodeType.ChannelLink,
  NodeType.UserLink,
  NodeType.Command,
]);

export function readSlack(payloads: readonly SlackPayload[]): Reading {
  const mentions: string[] = [];
  const links: string[] = [];
  const buttons: string[] = [];
  const structure: string[] = [];

  const readMarkup = (node: Node, shown: boolean): void => {
    if (mentioning.has(node.type)) mentions.push(node.source);
    if (node.type === NodeType.URL) links.push(node.url.replaceAll('&amp;', '&'));
    if (shown && node.type !== NodeType.Text && node.type !== NodeType.Root)
      structure.push(NodeType[node.type] ?? '?');
    if ('children' in node) for (const child of node.children) readMarkup(child, shown);
    if ('label' in node && node.label) for (const child of node.label) readMarkup(child, shown);
  };

  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const part of value) walk(part);
    else if (typeof value === 'object' && value !== null)
      readElement(value as Readonly<Record<string, unknown>>);
  };

  const readElement = (element: Readonly<Record<string, unknown>>): void => {
    if (typeof element.type === 'string') structure.push(element.type + JSON.stringify(element.style ?? ''));
    if (element.type === 'mrkdwn') readMarkup(parse(String(element.text)), true);
    if (element.type === 'link') links.push(String(element.url));
    if (element.type === 'button') buttons.push(`${element.action_id} ${element.value}`);
    if (element.type === undefined && typeof element.value === 'string') buttons.push(element.value);
    if (
      ['user', 'usergroup', 'channel', 'broadcast', 'team', 'emoji', 'date'].includes(String(element.type))
    ) {
      mentions.push(String(element.type));
    }
    for (const part of Object.values(element)) walk(part);
  };

  for (const { text, blocks, inThread } of payloads) {
    readMarkup(parse(text), false);
    structure.push(inThread ? 'reply' : 'parent');
    walk(blocks);
  }
  return { mentions, links, buttons, structure };
}
