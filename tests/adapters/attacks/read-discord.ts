/** What Discord would make of a payload: its Markdown read by a parser nobody here wrote. */
import { parse } from 'discord-markdown-parser';
import type { DiscordPayload } from '../../../adapters/discord/payload.ts';
import type { Reading } from './read-slack.ts';

type Node = { readonly type: string; readonly content?: unknown; readonly target?: unknown };

const mentioning: ReadonlySet<string> = new Set([
  'user',
  'role',
  'channel',
  'everyone',
  'here',
  'emoji',
  'emoticon',
  'twemoji',
  'timestamp',
  'slashCommand',
  'guildNavigation',
]);

export function readDiscord(payloads: readonly DiscordPayload[]): Reading {
  const mentions: string[] = [];
  const links: string[] = [];
  const buttons: string[] = [];
  const structure: string[] = [];

  const readNodes = (nodes: unknown): void => {
    if (!Array.isArray(nodes)) return;
    for (const node of nodes as readonly Node[]) {
      if (mentioning.has(node.type)) mentions.push(node.type);
      if (typeof node.target === 'string') links.push(node.target);
      if (node.type !== 'text') structure.push(node.type);
      readNodes(node.content);
    }
  };

  /** Lines by themselves: the parser forgets where lines begin behind a quote. */
  const readMarkdown = (markdown: string | undefined): void => {
    for (const line of (markdown ?? '').split('\n')) {
      structure.push(/^(> )?(-# |#{1,3} |- )?/.exec(line)?.[0] ?? '');
      readNodes(parse(line, 'extended'));
    }
  };

  for (const { content, embeds, components, inThread } of payloads) {
    structure.push(inThread ? 'in thread' : 'in channel');
    readMarkdown(content);
    for (const { title, url, description, footer } of embeds) {
      structure.push('embed');
      if (url) links.push(url);
      readMarkdown(title);
      readMarkdown(description);
      // Not Markdown; but what looks like a mention there must not be one either, should that change.
      if (footer) mentions.push(...(footer.text.match(/@(everyone|here)|<[@#:]\S*>/gi) ?? []));
    }
    for (const component of components.flatMap((row) => row.components)) {
      if ('custom_id' in component) buttons.push(component.custom_id);
      if (component.type === 3) buttons.push(...component.options.map(({ value }) => value));
    }
  }
  return { mentions, links, buttons, structure };
}
