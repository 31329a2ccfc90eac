import { canonicalizeUrl } from '../../domain/canonical-url.ts';
import { parsePage } from '../pages/dom.ts';
import { tidyLine } from '../prose/tidy.ts';

/** A feed that a site may have; `declared` ones are sure, `linked` likely, `guessed` to be tried. */
export type FeedCandidate = {
  readonly url: string;
  readonly title: string | null;
  readonly found: 'declared' | 'linked' | 'guessed';
};

const FEED_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/xml',
  'text/xml',
]);

/** Where publishing systems put a feed that their pages don't declare. */
const USUAL_PATHS = [
  '/feed/',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
];

const FEED_ADDRESS =
  /(?:\/|\.|\b)(?:rss|atom|feeds?|rdf)(?:\/|\.xml|\.json|\?|$)|[?&](?:format|feed)=(?:rss|atom|feed|xml)/i;
const MAX_LINKED = 20;

/**
 * The feeds of a site, from one of its pages, the surest first: `<link rel="alternate">`, links that read like a
 * feed's, then the usual places. Feeds of comments come last of their kind.
 */
export function discoverFeeds(html: string, pageUrl: string): readonly FeedCandidate[] {
  const document = parsePage(html);
  const base =
    URL.parse(document.querySelector('base[href]')?.getAttribute('href') ?? '', pageUrl)?.href ?? pageUrl;
  const candidates: FeedCandidate[] = [];
  const known = new Set<string>();
  const add = (href: string | null, title: string | null, found: FeedCandidate['found']) => {
    const url = URL.parse(href ?? '', base);
    if (url === null || !/^https?:$/.test(url.protocol)) return;
    url.hash = '';
    const address = canonicalizeUrl(url.href) ?? url.href;
    if (known.has(address)) return;
    known.add(address);
    candidates.push({ url: url.href, title: title === null ? null : tidyLine(title) || null, found });
  };
  for (const link of document.querySelectorAll('link[rel][href]')) {
    const rel = (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/);
    const type = (link.getAttribute('type') ?? '').toLowerCase().split(';')[0]?.trim() ?? '';
    if (rel.includes('feed') || (rel.includes('alternate') && FEED_TYPES.has(type)))
      add(link.getAttribute('href'), link.getAttribute('title'), 'declared');
  }
  for (const anchor of document.querySelectorAll('a[href]')) {
    if (candidates.length >= MAX_LINKED) break;
    const href = anchor.getAttribute('href') ?? '';
    if (FEED_ADDRESS.test(href)) add(href, anchor.textContent, 'linked');
  }
  for (const path of USUAL_PATHS) add(path, null, 'guessed');
  return candidates.toSorted((a, b) => rank(a) - rank(b));
}

function rank({ found, url, title }: FeedCandidate): number {
  const kind = { declared: 0, linked: 2, guessed: 4 }[found];
  return kind + (/comment/i.test(`${url} ${title ?? ''}`) ? 1 : 0);
}
