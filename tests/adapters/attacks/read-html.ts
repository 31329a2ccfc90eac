/** What a browser would make of a page: its markup read by a parser nobody here wrote. */
import { Parser } from 'htmlparser2';
import type { Reading } from './read-slack.ts';

const leading: ReadonlySet<string> = new Set([
  'href',
  'cite',
  'src',
  'srcset',
  'action',
  'formaction',
  'style',
]);
const pressed: ReadonlySet<string> = new Set(['button', 'input', 'form', 'select']);

export function readHtml(page: string): Reading {
  const mentions: string[] = [];
  const links: string[] = [];
  const buttons: string[] = [];
  const structure: string[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      structure.push([tag, ...Object.keys(attributes)].join(' '));
      for (const [name, value] of Object.entries(attributes)) if (leading.has(name)) links.push(value);
      if (attributes.class?.includes('mention')) mentions.push(tag);
      if (pressed.has(tag)) buttons.push(tag);
    },
    onclosetag: (tag) => structure.push(`/${tag}`),
    oncomment: () => structure.push('comment'),
  });
  parser.end(page);
  return { mentions, links, buttons, structure };
}
