import { parseDate } from '../dates/parse-date.ts';
import { tidyLine } from '../prose/tidy.ts';
import { type PageDocument, plainText } from './dom.ts';

type Said = {
  readonly linked: readonly string[];
  readonly meta: ReadonlyMap<string, string>;
  readonly outlet: string | null;
};

const META_NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'byl',
  'article:author_name',
];
const SELECTORS = [
  '[itemprop="author"] [itemprop="name"]',
  '[itemprop="author"]',
  '[rel="author"]',
  '.byline [class*="name"]',
  '.byline',
  '.author-name',
  '.c-byline__author',
  '[class*="byline"]',
  '.author a',
  '.author',
];
const MAX_BYLINE = 150;
/** No name stands farther in; and what follows it is cut off by patterns that look from every comma to the end. */
const MAX_WRITTEN = 500;
const MAX_NAMES = 4;

/** Who wrote it, as one line; null when nobody is named, or only the outlet itself. */
export function bylineOf(document: PageDocument, { linked, meta, outlet }: Said): string | null {
  const candidates: readonly (() => readonly string[])[] = [
    () => linked,
    ...META_NAMES.map((name) => () => [meta.get(name) ?? '']),
    ...SELECTORS.map((selector) => () => shownNames(document, selector)),
  ];
  for (const candidate of candidates) {
    const names = [
      ...new Set(
        candidate()
          .map(nameIn)
          .filter((name) => isName(name, outlet)),
      ),
    ].slice(0, MAX_NAMES);
    if (names.length > 0) return names.join(', ');
  }
  return null;
}

function shownNames(document: PageDocument, selector: string): readonly string[] {
  const names: string[] = [];
  for (const element of document.querySelectorAll(selector)) {
    const text = tidyLine(element.textContent ?? '');
    if (text !== '') names.push(text);
    if (names.length >= MAX_NAMES) break;
  }
  return names;
}

/** "By Jo Lindqvist, Staff Writer | March 3" is Jo Lindqvist. */
function nameIn(text: string): string {
  return tidyLine(plainText(text.slice(0, MAX_WRITTEN)))
    .replace(
      /^(?:written |posted |published |words |story |reporting |text )?(?:by|von|par|por|di|door|av|af)[\s:]+/i,
      '',
    )
    .replace(/\s*(?:[|•·]| - | – | — |\bupdated\b|\bpublished\b|\bposted\b).*$/i, '')
    .replace(
      /,\s*(?:staff|senior|chief|special|associated press|reuters|writer|reporter|editor|correspondent|contribut).*$/i,
      '',
    )
    .replace(/\s+(?:\d{1,2}[./:]|\w+ \d{1,2}, \d{4}|on \w+ \d).*$/, '')
    .replace(
      /,?\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}),?(?: .*)?$/i,
      '',
    )
    .replace(/[,;:\s]+$/, '');
}

function isName(name: string, outlet: string | null): boolean {
  if (name.length < 3 || name.length > MAX_BYLINE || /https?:|www\.|@|[{}<>]/.test(name)) return false;
  if (!/\p{L}{2}/u.test(name) || name.split(' ').length > 14) return false;
  if (parseDate(name) !== null) return false;
  const plain = name.toLowerCase();
  return (
    plain !== outlet?.toLowerCase() &&
    !/^(?:admin|administrator|editor|staff|author|unknown|anonymous|webmaster|none|null|undefined|by|share|follow)$/.test(
      plain,
    )
  );
}
