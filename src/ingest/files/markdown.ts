import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { FoundArticle } from '../article.ts';
import { tidyLine } from '../prose/tidy.ts';
import { sortParagraphs, sourceOf } from './plain-text.ts';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];

/** Front matter keys by what they say; blogs and exporters name them variously. */
const KEYS: Readonly<Record<string, 'title' | 'date' | 'byline' | 'outlet' | 'url' | 'lede' | 'language'>> = {
  title: 'title',
  headline: 'title',
  date: 'date',
  published: 'date',
  publishedat: 'date',
  pubdate: 'date',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  outlet: 'outlet',
  source: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
  url: 'url',
  link: 'url',
  canonical: 'url',
  description: 'lede',
  summary: 'lede',
  lang: 'language',
  language: 'language',
};

/** An article kept as Markdown, with or without front matter; images and code are left out. */
export function readMarkdown(markdown: string): FoundArticle {
  const { fields, body } = splitFrontMatter(markdown);
  const blocks = blocksOf(fromMarkdown(body));
  const heading = blocks.find((block) => block.isTitle)?.text;
  const title = fields.title ?? heading ?? null;
  const found = sortParagraphs(
    blocks.map((block) => block.text),
    title,
  );
  const source = sourceOf(fields.outlet ?? null);
  return {
    ...found,
    title,
    outlet: source.outlet ?? found.outlet ?? null,
    url: fields.url ?? source.url ?? found.url ?? null,
    byline: fields.byline ?? found.byline ?? null,
    dates: [fields.date, ...(found.dates ?? [])],
    lede: fields.lede ?? null,
    language: fields.language ?? null,
  };
}

type Fields = Partial<Record<'title' | 'date' | 'byline' | 'outlet' | 'url' | 'lede' | 'language', string>>;

/** The `key: value` lines between two `---`: all the YAML that articles use. */
function splitFrontMatter(source: string): { fields: Fields; body: string } {
  const fenced = /^\s*---[ \t]*\r?\n([\s\S]{0,10000}?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(source);
  if (!fenced) return { fields: {}, body: source };
  const fields: Fields = {};
  for (const line of (fenced[1] ?? '').split('\n')) {
    const [, key = '', value = ''] = /^([\w-]+)[ \t]*:(.*)$/.exec(line) ?? [];
    const name = KEYS[key.toLowerCase().replace(/[_-]/g, '')];
    const text = tidyLine(value)
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/^\[(.*)\]$/, '$1');
    if (name !== undefined && text !== '') fields[name] ??= text;
  }
  return { fields, body: source.slice(fenced[0].length) };
}

type Block = { readonly text: string; readonly isTitle: boolean };

function blocksOf(root: Root): readonly Block[] {
  return root.children.flatMap((node) => readBlock(node));
}

function readBlock(node: RootContent): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [{ text: proseOf(node), isTitle: node.depth === 1 }];
    case 'paragraph':
      return [{ text: proseOf(node), isTitle: false }];
    case 'blockquote':
    case 'list':
    case 'listItem':
      return node.children.flatMap((child) => readBlock(child));
    default:
      return [];
  }
}

function proseOf(node: RootContent): string {
  return tidyLine(textOf(node, { includeImageAlt: false, includeHtml: false }).replace(/\n/g, ' '));
}
