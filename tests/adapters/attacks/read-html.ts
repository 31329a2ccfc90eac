/** What a browser would make of a page: its markup read by a parser nobody here wrote. */
import { parseHTML } from 'linkedom';
import type { Reading } from './read-slack.ts';

export function readHtml(page: string): Reading {
  const { document } = parseHTML(page);
  const mentions: string[] = [];
  const links: string[] = [];
  const buttons: string[] = [];
  const structure: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const names = [...element.attributes].map(({ name }) => name);
    structure.push(`${element.localName} ${names.join(' ')}`.trim());
    for (const name of ['href', 'cite', 'src', 'action', 'formaction', 'srcset', 'style'])
      if (element.hasAttribute(name)) links.push(element.getAttribute(name) ?? '');
    if (element.classList.contains('mention')) mentions.push(element.textContent ?? '');
    if (['button', 'input', 'form', 'select'].includes(element.localName)) buttons.push(element.localName);
  }
  return { mentions, links, buttons, structure };
}
