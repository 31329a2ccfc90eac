import { Parser } from 'htmlparser2';
import { NO_RHYTHM, type ParsedEntry, type ParsedFeed } from './parsed-feed.ts';
import { firstText, httpAddress, personIn } from './pick.ts';

/** An element of a feed; names are lower-cased and have lost their prefix, so an undeclared one does no harm. */
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};

const MAX_DEPTH = 60;
const MAX_ELEMENTS = 200_000;
const ROOTS = new Set(['rss', 'feed', 'rdf', 'channel', 'urlset']);

/**
 * Reads what is left of a feed that is no well-formed XML or lacks what its format demands: tags are matched as far
 * as they match, entries are taken wherever they stand. Null when there is nothing of a feed in it.
 */
export function readLeniently(source: string, base: string | null, maxEntries: number): ParsedFeed | null {
  const root = parse(source);
  const feed = find(root, ROOTS);
  if (feed === null) return null;
  const channel = feed.children.find(({ name }) => name === 'channel') ?? feed;
  const entries = gather(feed, new Set(['item', 'entry']), maxEntries);
  const get = (...names: readonly string[]) => childText(channel, names);
  return {
    format: feed.name === 'feed' ? 'atom' : feed.name === 'rdf' ? 'rdf' : 'rss',
    id: get('id', 'guid'),
    title: get('title'),
    link: linkOf(channel, base),
    description: get('description', 'subtitle', 'tagline', 'summary'),
    author: personOf(channel) ?? personIn(get('managingeditor', 'creator', 'webmaster')),
    language: firstText(get('language'), feed.attributes['xml:lang']),
    published: get('pubdate', 'published'),
    updated: get('lastbuilddate', 'updated', 'modified', 'date'),
    rhythm: { ...NO_RHYTHM, ttlMinutes: Number(get('ttl')) || null },
    hubs: relLinks(channel, 'hub', base),
    self: relLinks(channel, 'self', base)[0] ?? null,
    entries: entries.map((entry) => entryOf(entry, base)),
  };
}

function entryOf(entry: Element, base: string | null): ParsedEntry {
  const get = (...names: readonly string[]) => childText(entry, names);
  const guid = get('guid', 'id') ?? entry.attributes['rdf:about'] ?? null;
  return {
    id: guid,
    title: get('title'),
    link: linkOf(entry, base) ?? httpAddress(guid, null),
    summary: get('description', 'summary'),
    content: get('encoded', 'content', 'body'),
    author: personOf(entry) ?? personIn(get('creator')),
    published: get('pubdate', 'published', 'issued', 'created'),
    updated: get('updated', 'modified', 'date'),
    image: httpAddress(entry.children.find(({ name }) => name === 'thumbnail')?.attributes.url, base),
    language: get('language'),
  };
}

function parse(source: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: Element = { name: local(name), attributes, children: [], text: '' };
        if (++count <= MAX_ELEMENTS && open.length <= MAX_DEPTH) open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(source);
  return root;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function find(root: Element, names: ReadonlySet<string>): Element | null {
  let level: readonly Element[] = [root];
  while (level.length > 0) {
    const found = level.find(({ name }) => names.has(name));
    if (found) return found;
    level = level.flatMap(({ children }) => children);
  }
  return null;
}

/** Entries at any depth, but none inside another. */
function gather(root: Element, names: ReadonlySet<string>, limit: number): readonly Element[] {
  const found: Element[] = [];
  const left: Element[] = [root];
  for (let at = left.pop(); at !== undefined && found.length < limit; at = left.pop()) {
    if (names.has(at.name)) found.push(at);
    else left.push(...at.children.toReversed());
  }
  return found;
}

function childText(parent: Element, names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of parent.children) {
      const text = child.name === name ? firstText(wholeText(child)) : null;
      if (text !== null) return text;
    }
  }
  return null;
}

/** Text with the markup inside it taken apart: a `<b>` in a broken description keeps its words. */
function wholeText(element: Element): string {
  return [
    element.text,
    ...element.children.map((child) => (child.children.length > 50 ? child.text : wholeText(child))),
  ].join('');
}

function personOf(parent: Element): ReturnType<typeof personIn> {
  const author = parent.children.find(({ name }) => name === 'author');
  if (!author) return null;
  const name = childText(author, ['name']);
  const email = childText(author, ['email']);
  return name !== null || email !== null ? { name, email } : personIn(author.text);
}

function linkOf(parent: Element, base: string | null): string | null {
  const links = parent.children.filter(({ name }) => name === 'link');
  const alternate = links.find(
    ({ attributes }) => attributes.href && (attributes.rel ?? 'alternate') === 'alternate',
  );
  const written = links.find((link) => firstText(link.text) !== null);
  return httpAddress(written?.text ?? alternate?.attributes.href, base);
}

function relLinks(parent: Element, rel: string, base: string | null): readonly string[] {
  return parent.children
    .filter(({ name, attributes }) => name === 'link' && attributes.rel === rel)
    .flatMap(({ attributes }) => httpAddress(attributes.href, base) ?? []);
}
