import type { PageDocument } from './dom.ts';

/** What schema.org markup says of the article. Absent where the page says nothing usable. */
export type LinkedData = {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly datePublished: string | null;
  readonly dateCreated: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly image: string | null;
  readonly description: string | null;
  readonly language: string | null;
  readonly body: string | null;
};

type Node = { readonly [key: string]: unknown };

const MAX_SCRIPT = 1_000_000;
const MAX_NODES = 2_000;
const MAX_DEPTH = 12;

/** schema.org types that are an article; the more particular ones end in these words. */
const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|Reportage|Opinion)$/;

/** Reads the article among the page's JSON-LD; null when there is none. Broken scripts are passed over. */
export function readLinkedData(document: PageDocument): LinkedData | null {
  const nodes: Node[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    gather(parse(script.textContent ?? ''), nodes, 0);
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
  // A page may carry teasers of other articles: its own says the most.
  const [article] = articles.sort((a, b) => richness(b) - richness(a));
  return article === undefined ? null : linkedDataOf(article, nodes);
}

function linkedDataOf(article: Node, nodes: readonly Node[]): LinkedData {
  const page = article.mainEntityOfPage;
  return {
    headline: textOf(article.headline) ?? textOf(article.name),
    authors: listOf(article.author).flatMap((author) => nameOf(author, nodes) ?? []),
    datePublished: textOf(article.datePublished),
    dateCreated: textOf(article.dateCreated) ?? textOf(article.dateModified),
    publisher:
      nameOf(listOf(article.publisher)[0], nodes) ?? nameOf(listOf(article.sourceOrganization)[0], nodes),
    url: textOf(article.url) ?? textOf(page) ?? (isNode(page) ? textOf(page['@id']) : null),
    image: imageOf(article.image, nodes),
    description: textOf(article.description),
    language: textOf(article.inLanguage),
    body: textOf(article.articleBody),
  };
}

function richness(node: Node): number {
  const keys = ['headline', 'author', 'datePublished', 'publisher', 'image', 'mainEntityOfPage'];
  const said = keys.filter((key) => node[key] !== undefined).length;
  return (
    said +
    (textOf(node.articleBody) === null ? 0 : 4) +
    (typesOf(node).some((type) => type.includes('News')) ? 1 : 0)
  );
}

function parse(script: string): unknown {
  if (script.length > MAX_SCRIPT) return null;
  // Trimmed first: white space before or behind a pattern's own would be tried in every division of it.
  const json = script
    .trim()
    .replace(/^(?:\/\/[ \t]*)?(?:<!\[CDATA\[|<!--)/, '')
    .replace(/(?:\/\/[ \t]*)?(?:\]\]>|-->)$/, '');
  for (const attempt of [json, json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Written by hand or by templates: line breaks in strings and trailing commas are common.
    }
  }
  return null;
}

function gather(value: unknown, into: Node[], depth: number): void {
  if (depth > MAX_DEPTH || into.length >= MAX_NODES) return;
  if (Array.isArray(value)) for (const item of value) gather(item, into, depth + 1);
  if (!isNode(value)) return;
  into.push(value);
  for (const key of [
    '@graph',
    'mainEntity',
    'mainEntityOfPage',
    'itemListElement',
    'hasPart',
    'author',
    'publisher',
  ])
    if (value[key] !== undefined) gather(value[key], into, depth + 1);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(node: Node): readonly string[] {
  return listOf(node['@type']).filter((type) => typeof type === 'string');
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text, or what a node beside it is called; a name that is itself a node, and so on, is nobody's. */
function textOf(value: unknown): string | null {
  const first = firstOf(value);
  return plainOf(isNode(first) ? firstOf(first['@value'] ?? first.name) : first);
}

function plainOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}

/** A person or organisation, written out or by reference to another node. */
function nameOf(value: unknown, nodes: readonly Node[]): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (!isNode(value)) return null;
  return textOf(value.name) ?? textOf(referred(value, nodes)?.name);
}

function referred(node: Node, nodes: readonly Node[]): Node | undefined {
  const id = node['@id'];
  return typeof id === 'string'
    ? nodes.find((other) => other !== node && other['@id'] === id && other.name !== undefined)
    : undefined;
}

function imageOf(value: unknown, nodes: readonly Node[]): string | null {
  const first = firstOf(value);
  if (typeof first === 'string') return first;
  if (!isNode(first)) return null;
  const id = first['@id'];
  const node =
    first.url === undefined
      ? (nodes.find((other) => other['@id'] === id && other.url !== undefined) ?? first)
      : first;
  return textOf(node.url) ?? textOf(node.contentUrl);
}
