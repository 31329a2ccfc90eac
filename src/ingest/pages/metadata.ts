import { canonicalizeUrl } from '../../domain/canonical-url.ts';
import { tidyLine } from '../prose/tidy.ts';
import { bylineOf } from './byline.ts';
import { type PageDocument, plainText } from './dom.ts';
import { readLinkedData } from './json-ld.ts';
import { titleOf } from './title.ts';

/** What a page says of its article beside the text. */
export type PageMetadata = {
  readonly title: string | null;
  readonly byline: string | null;
  /** Dates of publication as written, the most trusted first. */
  readonly dates: readonly string[];
  readonly outlet: string | null;
  readonly language: string | null;
  readonly canonicalUrl: string | null;
  readonly image: string | null;
  readonly lede: string | null;
  /** The whole text as schema.org markup gives it: evidence, used where the page's own text can't be found. */
  readonly body: string | null;
};

const DATE_NAMES = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'publishdate',
  'pubdate',
  'publication_date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'date',
  'article.published',
  'created',
  'cxenseparse:recs:publishtime',
];
const DESCRIPTION_NAMES = ['og:description', 'description', 'twitter:description', 'dc.description'];
const OUTLET_NAMES = [
  'og:site_name',
  'application-name',
  'publisher',
  'dc.publisher',
  'cre',
  'citation_journal_title',
];
const IMAGE_NAMES = [
  'og:image',
  'og:image:url',
  'og:image:secure_url',
  'twitter:image',
  'twitter:image:src',
  'thumbnail',
];

/** Reads metadata from JSON-LD, then OpenGraph and other meta elements, then from what the page shows. */
export function readMetadata(document: PageDocument, url: string | null): PageMetadata {
  const data = readLinkedData(document);
  const meta = readMeta(document);
  const first = (names: readonly string[]) =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined) ?? null;
  const base = url ?? first(['og:url']);
  const outlet = cleaned(data?.publisher ?? first(OUTLET_NAMES));
  return {
    title: titleOf(document, {
      linked: cleaned(data?.headline ?? null),
      social: first(['og:title', 'twitter:title', 'dc.title']),
      outlet,
      url: base,
    }),
    byline: bylineOf(document, { linked: data?.authors ?? [], meta, outlet }),
    dates: [
      data?.datePublished,
      ...DATE_NAMES.map((name) => meta.get(name)),
      ...shownDates(document),
      dateInAddress(base),
      data?.dateCreated,
    ].filter((date) => date !== undefined && date !== null),
    outlet,
    language:
      document.documentElement?.getAttribute('lang') ??
      data?.language ??
      first(['og:locale', 'content-language', 'language']),
    canonicalUrl: canonicalOf(document, url, first(['og:url']) ?? data?.url ?? null),
    image: resolve(first(IMAGE_NAMES) ?? data?.image ?? null, base),
    lede: cleaned(first(DESCRIPTION_NAMES) ?? data?.description ?? null),
    body: data?.body ?? null,
  };
}

function readMeta(document: PageDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const content = tidyLine(element.getAttribute('content') ?? '');
    if (content === '') continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/** `<time>` and its like, those marked as the date of publication first. */
function shownDates(document: PageDocument): readonly string[] {
  const selectors = [
    'time[pubdate]',
    '[itemprop="datePublished"]',
    'article time[datetime]',
    'time[datetime]',
    '.published[title]',
  ];
  const dates: string[] = [];
  for (const selector of selectors) {
    const element = document.querySelector(selector);
    const written =
      element?.getAttribute('datetime') ??
      element?.getAttribute('content') ??
      element?.getAttribute('title') ??
      element?.textContent;
    if (written) dates.push(tidyLine(written));
  }
  return dates;
}

/** Many papers file articles under their day: /2025/03/24/ or /2025-03-24-. */
function dateInAddress(url: string | null): string | null {
  const found =
    /\/((?:19|20)\d\d)([/-]?)(1[0-2]|0[1-9]|[1-9](?=[/-])|[a-z]{3})\2([12]\d|3[01]|0[1-9]|[1-9])(?=[/-]|$)/.exec(
      url ?? '',
    );
  return found ? `${found[4]} ${monthWord(found[3] ?? '')} ${found[1]}` : null;
}

function monthWord(month: string): string {
  const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  return names[Number(month) - 1] ?? month;
}

/**
 * The address the page calls its own. Only one of the same site is believed: else a page could take the place of
 * another outlet's article. The site's front page is a mistake of its template.
 */
function canonicalOf(document: PageDocument, url: string | null, social: string | null): string | null {
  const link = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null;
  for (const address of [link, social]) {
    const canonical = canonicalizeUrl(resolve(address, url) ?? '');
    if (canonical === null || new URL(canonical).pathname === '/') continue;
    if (url === null || siteOf(canonical) === siteOf(canonicalizeUrl(url))) return canonical;
  }
  return null;
}

/** "news.example.co.uk" and "example.co.uk" are one site: the last two labels, three where the last but one is short. */
function siteOf(canonical: string | null): string | null {
  if (canonical === null) return null;
  const labels = new URL(canonical).hostname.split('.');
  const isShort = labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 && (labels.at(-1)?.length ?? 0) <= 2;
  return labels.slice(isShort ? -3 : -2).join('.');
}

function resolve(address: string | null, base: string | null): string | null {
  if (address === null || address === '') return null;
  if (base !== null) return URL.parse(address, base)?.href ?? null;
  return URL.parse(address)?.href ?? null;
}

function cleaned(text: string | null): string | null {
  return text === null ? null : tidyLine(plainText(text)) || null;
}
