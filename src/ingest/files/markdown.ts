import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import type { FoundArticle } from '../article.ts';
import { tidyLine } from '../prose/tidy.ts';
import { splitFrontMatter } from './front-matter.ts';
import { sortParagraphs, sourceOf } from './plain-text.ts';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];

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
