/** What a person, and what Slack's parser, finds in a posted message. */
import type { SeenMessage } from '../counterparts/slack.ts';

type Node = { readonly [field: string]: unknown };

function nodesOf(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
}

/** Everything read in its blocks, entities decoded. */
export function slackText({ blocks }: SeenMessage): string {
  return nodesOf(blocks)
    .filter(({ text, type }) => typeof text === 'string' && type !== 'button')
    .map(({ text }) => String(text))
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Mentions, links elsewhere than to the story, and elements that ping. */
export function slackDangers({ text, blocks }: SeenMessage): readonly string[] {
  const nodes = nodesOf(blocks);
  const parsed = [text, ...nodes.filter(({ type }) => type === 'mrkdwn').map((node) => String(node.text))];
  const live = parsed
    .flatMap((words) => words.match(/<[^>]*>/g) ?? [])
    .filter((part) => !part.startsWith('<https://news.example/'));
  const pinging = nodes.filter(({ type }) => /^(user|usergroup|broadcast|channel|team)$/.test(String(type)));
  const links = nodes.flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
  return [
    ...live,
    ...pinging.map((node) => JSON.stringify(node)),
    ...links.filter((url) => !url.startsWith('https://news.example/')),
    ...controls(JSON.stringify(blocks) + text),
  ];
}

/** Characters that turn text around or drive a terminal. */
export function controls(text: string): readonly string[] {
  return text.match(/[\u0000-\u0008\u000e-\u001f\u202a-\u202e\u2066-\u2069]|\\u001b|\\u0007/g) ?? [];
}
