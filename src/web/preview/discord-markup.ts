import { parse } from 'discord-markdown-parser';
import { type Html, html } from '../../../adapters/html/template.ts';
import { safeLink } from '../../../adapters/message/safe-link.ts';

type Line = { readonly kind: 'quote' | 'subtext' | 'heading' | 'item' | 'text'; readonly text: string };

/** Discord's Markdown: lines read here, what stands in them by a parser of others. */
export function markdownHtml(markdown: string): Html {
  const lines = markdown.split('\n').map(readLine);
  const drawn: Html[] = [];
  for (let at = 0; at < lines.length; ) {
    const kind = lines[at]?.kind ?? 'text';
    let end = at + 1;
    while (lines[end]?.kind === kind) end++;
    drawn.push(groupHtml(kind, lines.slice(at, end)));
    at = end;
  }
  return html`${drawn}`;
}

const lineMarks: readonly (readonly [Line['kind'], RegExp])[] = [
  ['quote', /^ *> /],
  ['subtext', /^-# /],
  ['heading', /^#{1,3} /],
  ['item', /^ *[-*] /],
];

function readLine(line: string): Line {
  for (const [kind, mark] of lineMarks) if (mark.test(line)) return { kind, text: line.replace(mark, '') };
  return { kind: 'text', text: line };
}

function groupHtml(kind: Line['kind'], lines: readonly Line[]): Html {
  switch (kind) {
    case 'quote':
      return html`<blockquote>${lines.map(({ text }) => {
        const inner = readLine(text);
        return html`<div dir="auto"${inner.kind === 'subtext' && html` class="subtext"`}>${inline(inner.text)}</div>`;
      })}</blockquote>`;
    case 'subtext':
      return html`${lines.map(({ text }) => html`<div class="subtext" dir="auto">${inline(text)}</div>`)}`;
    case 'heading':
      return html`${lines.map(({ text }) => html`<h2 dir="auto">${inline(text)}</h2>`)}`;
    case 'item':
      return html`<ul>${lines.map(({ text }) => html`<li dir="auto">${inline(text)}</li>`)}</ul>`;
    case 'text':
      return html`${lines.map(({ text }) => html`<div class="line" dir="auto">${inline(text)}</div>`)}`;
  }
}

type Node = {
  readonly type: string;
  readonly content?: unknown;
  readonly target?: unknown;
  readonly [key: string]: unknown;
};

function inline(text: string): Html {
  return html`${(parse(text, 'extended') as readonly Node[]).map(nodeHtml)}`;
}

function nodeHtml(node: Node): Html {
  const inside = contentHtml(node.content);
  switch (node.type) {
    case 'text':
      return inside;
    case 'strong':
      return html`<strong>${inside}</strong>`;
    case 'em':
      return html`<em>${inside}</em>`;
    case 'underline':
      return html`<u>${inside}</u>`;
    case 'strikethrough':
      return html`<s>${inside}</s>`;
    case 'inlineCode':
      return html`<code>${inside}</code>`;
    case 'br':
      return html`<br>`;
    case 'link':
    case 'url':
    case 'autolink': {
      const href = safeLink(typeof node.target === 'string' ? node.target : null);
      return href ? html`<a href="${href}">${inside}</a>` : inside;
    }
    default:
      return html`<span class="mention">${node.type}</span>`;
  }
}

function contentHtml(content: unknown): Html {
  if (typeof content === 'string') return html`${content}`;
  return Array.isArray(content) ? html`${content.map(nodeHtml)}` : html``;
}
