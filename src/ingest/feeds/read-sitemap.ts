import { Parser } from 'htmlparser2';
import { NO_RHYTHM, type ParsedEntry, type ParsedFeed } from './parsed-feed.ts';
import { firstText, httpAddress } from './pick.ts';

/**
 * A news sitemap as a feed of the last two days' articles, newest first:
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 * Entries without `<news:news>` are pages of any kind and left out, unless the sitemap has only such.
 */
export function readSitemap(xml: string, base: string | null, maxEntries: number): ParsedFeed {
  const urls = parseUrls(xml);
  const news = urls.filter((fields) => fields.has('news:title') || fields.has('news:publication_date'));
  const entries = (news.length > 0 ? news : urls).flatMap((fields): ParsedEntry[] => {
    const link = httpAddress(fields.get('loc'), base);
    if (link === null) return [];
    return [
      {
        id: link,
        title: firstText(fields.get('news:title')),
        link,
        summary: null,
        content: null,
        author: null,
        published: firstText(fields.get('news:publication_date'), fields.get('lastmod')),
        updated: firstText(fields.get('lastmod')),
        image: httpAddress(fields.get('image:loc'), base),
        language: firstText(fields.get('news:language')),
      },
    ];
  });
  const newest = entries
    .toSorted((a, b) => (b.published ?? '').localeCompare(a.published ?? ''))
    .slice(0, maxEntries);
  return {
    format: 'sitemap',
    id: base,
    title: firstText(news[0]?.get('news:name')),
    link: base === null ? null : new URL('/', base).href,
    description: null,
    author: null,
    language: firstText(news[0]?.get('news:language')),
    published: null,
    updated: newest[0]?.published ?? null,
    rhythm: NO_RHYTHM,
    hubs: [],
    self: base,
    entries: newest,
  };
}

const MAX_URLS = 50_000;

function parseUrls(xml: string): readonly ReadonlyMap<string, string>[] {
  const urls: Map<string, string>[] = [];
  let fields: Map<string, string> | null = null;
  let name = '';
  const parser = new Parser(
    {
      onopentagname(tag) {
        name = tag;
        if (tag === 'url' && urls.length < MAX_URLS) fields = new Map();
      },
      ontext(text) {
        if (fields !== null && text.trim() !== '') fields.set(name, (fields.get(name) ?? '') + text);
      },
      onclosetag(tag) {
        if (tag === 'url' && fields !== null) {
          urls.push(fields);
          fields = null;
        }
        name = '';
      },
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.end(xml);
  return urls;
}
