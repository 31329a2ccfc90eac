/** What a CommonMark reader would make of a text: read by micromark's parser. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Reading } from './read-slack.ts';

type Node = { readonly type: string; readonly url?: string; readonly children?: readonly Node[] };

export function readMarkdown(text: string): Reading {
  const links: string[] = [];
  const structure: string[] = [];
  const walk = (node: Node): void => {
    if (node.type !== 'text') structure.push(node.type);
    if (node.url !== undefined) links.push(node.url);
    for (const child of node.children ?? []) walk(child);
  };
  walk(fromMarkdown(text));
  return { mentions: [], links, buttons: [], structure };
}
