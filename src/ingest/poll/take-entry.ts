import { hash } from 'node:crypto';
import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Article } from '../../domain/article.ts';
import { isCourantError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import { type FoundArticle, makeArticle } from '../article.ts';
import type { ParsedEntry, ParsedFeed } from '../feeds/parsed-feed.ts';
import type { PollPorts } from './ports.ts';

/** Fewer letters than this say nothing that could be digested. */
const MIN_LETTERS = 60;
const MAX_PAGE_TRIES = 3;
const TRIES_KEPT_MS = 3 * 24 * 60 * 60_000;
/** A text this much shorter than the stored one is a teaser of it, not an edit. */
const TEASER_SHARE = 0.6;

/** What became of an entry; `isFinal` false means that its page is to be tried again with the next poll. */
export type TakenEntry = { readonly article: AnalysedArticle | null; readonly isFinal: boolean };

/**
 * Makes the article of an entry: with the page's full text where the feed has only a teaser and the page is to be had.
 * Whatever takes a reader thread too long, or all of its memory, loses only itself.
 */
export async function takeEntry(
  entry: ParsedEntry,
  parsed: ParsedFeed,
  feed: Feed,
  ports: PollPorts,
): Promise<TakenEntry> {
  const { title, language } = parsed;
  const read = await readable(ports.readEntry({ entry, feed: { title, language }, outlet: feed.outlet }));
  if (read === null) return { article: null, isFinal: true };
  const { found, isTeaser } = read;
  const page = isTeaser && found.url ? await pageOf(found.url, ports) : { found: null, isFinal: true };
  const article = makeArticle(merge(found, page.found), ports.clock());
  if (letters(article.text) < MIN_LETTERS) return { article: null, isFinal: page.isFinal };
  if (await isTeaserOfStored(article, ports)) return { article: null, isFinal: true };
  const analysed = await readable(Promise.resolve(ports.analyse(article)));
  return { article: analysed, isFinal: analysed === null || page.isFinal };
}

/** What a reader thread gave up on is null: trying again gives the same. */
async function readable<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isCourantError(error, 'refused') || isCourantError(error, 'invalid')) return null;
    throw error;
  }
}

async function pageOf(
  url: string,
  ports: PollPorts,
): Promise<{ found: FoundArticle | null; isFinal: boolean }> {
  const fetched = await ports.fetchPage(url);
  if (fetched.kind === 'document') {
    const { body, isWhole, contentType, url: at } = fetched;
    if (contentType !== null && !/html|xml|text\/plain/i.test(contentType))
      return { found: null, isFinal: true };
    const found = await readable(ports.readPage({ body, contentType, url: at }));
    return { found, isFinal: isWhole || (await isLastTry(url, ports)) };
  }
  const mayPass = fetched.kind === 'busy' || (fetched.kind === 'fault' && fetched.mayPass);
  return { found: null, isFinal: !mayPass || (await isLastTry(url, ports)) };
}

/** Counts the tries of a page that could not be had, or not whole. */
async function isLastTry(url: string, { keyValues }: PollPorts): Promise<boolean> {
  // Addresses may be longer than a database takes for a key.
  const key = `page-tries:${hash('sha256', url)}`;
  const tries = Number((await keyValues.get(key)) ?? 0) + 1;
  await keyValues.set(key, String(tries), TRIES_KEPT_MS);
  return tries >= MAX_PAGE_TRIES;
}

/** The page has the text, the feed knows better what it is called and when it came. */
function merge(entry: FoundArticle, page: FoundArticle | null): FoundArticle {
  if (page === null) return entry;
  const text = page.text.length > entry.text.length ? page.text : entry.text;
  return {
    ...page,
    ...entry,
    text,
    canonicalUrl: page.canonicalUrl ?? null,
    title: entry.title ?? page.title ?? null,
    byline: entry.byline ?? page.byline ?? null,
    dates: [...(entry.dates ?? []), ...(page.dates ?? [])],
    language: page.language ?? entry.language ?? null,
    lede: page.lede ?? entry.lede ?? (text === page.text ? entry.text : null),
    image: page.image ?? entry.image ?? null,
  };
}

async function isTeaserOfStored(article: Article, { store }: PollPorts): Promise<boolean> {
  if (article.canonicalUrl === null) return false;
  const stored = await store.articles.byCanonicalUrl(article.canonicalUrl);
  return stored !== null && article.text.length < stored.text.length * TEASER_SHARE;
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
