import { detectLanguage } from '../../digests/text/language.ts';
import type { Article } from '../domain/article.ts';
import { articleId } from '../domain/article-id.ts';
import { canonicalizeUrl } from '../domain/canonical-url.ts';
import type { Instant } from '../domain/time.ts';
import { publishedAtOf } from './dates/published-at.ts';
import { declaredLanguage } from './prose/declared-language.ts';
import { tidyLine } from './prose/tidy.ts';

/** What a source, of whatever kind, says of an article; everything but the text may be missing. */
export type FoundArticle = {
  readonly url?: string | null;
  /** The address the page itself names as canonical. */
  readonly canonicalUrl?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly byline?: string | null;
  /** Dates as written, the most trusted first. */
  readonly dates?: readonly (string | null | undefined)[];
  readonly language?: string | null;
  readonly text: string;
  readonly lede?: string | null;
  readonly image?: string | null;
};

const MAX_TITLE = 300;

/** Makes the article that is stored: fills in what can be derived, gives it its identity. */
export function makeArticle(found: FoundArticle, fetchedAt: Instant): Article {
  const url = httpUrl(found.url) ?? httpUrl(found.canonicalUrl);
  const canonicalUrl = canonicalizeUrl(found.canonicalUrl ?? '') ?? canonicalizeUrl(url ?? '');
  const title = cutTitle(tidyLine(found.title ?? '') || firstWords(found.text));
  return {
    id: articleId({ canonicalUrl, title, text: found.text }),
    url,
    canonicalUrl,
    outlet: tidyLine(found.outlet ?? '') || outletOfUrl(url) || 'unknown outlet',
    title,
    byline: tidyLine(found.byline ?? '') || null,
    ...publishedAtOf(found.dates ?? [], fetchedAt),
    fetchedAt,
    language: declaredLanguage(found.language) ?? detectLanguage(found.text),
    text: found.text,
    lede: tidyLine(found.lede ?? '') || null,
    image: httpUrl(found.image),
  };
}

/** The host as a reader would name it: without "www." and the phone edition's label. */
export function outletOfUrl(url: string | null): string | null {
  const canonical = canonicalizeUrl(url ?? '');
  return canonical === null ? null : new URL(canonical).hostname;
}

function httpUrl(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

function firstWords(text: string): string {
  const first = tidyLine(text.slice(0, MAX_TITLE * 2));
  return /^.{20,120}?[.!?](?=\s)/.exec(first)?.[0] ?? first.slice(0, 120);
}

function cutTitle(title: string): string {
  if (title.length <= MAX_TITLE) return title;
  const cut = title.lastIndexOf(' ', MAX_TITLE - 1);
  return `${title.slice(0, cut > 0 ? cut : MAX_TITLE - 1)}…`;
}
