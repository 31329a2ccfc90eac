import fc from 'fast-check';
import { analyseArticle } from '../../digests/analyse-article.ts';
import type { Article } from '../../src/domain/article.ts';
import { isCourantError } from '../../src/domain/errors.ts';
import { makeArticle } from '../../src/ingest/article.ts';
import { decodeDocument } from '../../src/ingest/encoding/decode.ts';
import { discoverFeeds } from '../../src/ingest/feeds/discover.ts';
import { entryArticle } from '../../src/ingest/feeds/entry-article.ts';
import { parseFeed } from '../../src/ingest/feeds/parse-feed.ts';
import { readPage } from '../../src/ingest/pages/extract-article.ts';
import type { Specimen } from './corpus.ts';
import { type Mutation, mutate, mutation } from './mutate.ts';

export type Case = { readonly specimen: Specimen; readonly mutations: readonly Mutation[] };

const now = Date.UTC(2025, 5, 2, 12);
const day = 86_400_000;
const url = 'https://courier.example/news';

/** A specimen with up to eight changes. */
export function cases(specimens: readonly Specimen[]): fc.Arbitrary<Case> {
  const ofKind = (kind: Specimen['kind']) =>
    fc.constantFrom(...specimens.filter((specimen) => specimen.kind === kind));
  return fc.record({
    specimen: fc.oneof(ofKind('feed'), ofKind('page')),
    mutations: fc.array(mutation, { maxLength: 8 }),
  });
}

export function documentOf({ specimen, mutations }: Case): Buffer {
  return mutate(specimen.bytes, mutations);
}

/**
 * Reads a document as the poller would, to the last step before the store; throws where it does what it must not:
 * crash, or make an article that breaks a promise of the type.
 */
export function readAsPolled({ specimen, mutations }: Case): void {
  const body = documentOf({ specimen, mutations });
  if (specimen.kind === 'feed') readFeed(body);
  else {
    const { text } = decodeDocument(body, 'text/html');
    for (const candidate of discoverFeeds(text, url)) expectWebAddress(candidate.url);
    check(makeArticle(readPage(text, url), now));
  }
}

function readFeed(body: Buffer): void {
  try {
    const feed = parseFeed({ body, url });
    if (feed.entries.length > 1_000) throw new Error(`${feed.entries.length} entries`);
    for (const hub of feed.hubs) expectWebAddress(hub);
    // Entries of one feed are alike; a few show what all would.
    for (const entry of feed.entries.slice(0, 3)) {
      if (entry.link !== null) expectWebAddress(entry.link);
      check(makeArticle(entryArticle({ entry, feed, outlet: null }).found, now));
    }
  } catch (error) {
    if (!isCourantError(error, 'invalid')) throw error;
  }
}

function check(article: Article): void {
  const { text, title, byline, outlet, publishedAt, image, url: address } = article;
  for (const words of [text, title, byline ?? '', outlet])
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/.test(words))
      throw new Error('a control character');
  if (/[^\S\n]{2}|\n{3}|^\s|\s$/.test(text)) throw new Error('untidy text');
  if (title.length > 300) throw new Error(`a title of ${title.length} characters`);
  if (!Number.isFinite(publishedAt) || publishedAt > now + day)
    throw new Error(`published at ${publishedAt}`);
  for (const web of [address, image]) if (web !== null) expectWebAddress(web);
  const { quotes } = analyseArticle(article);
  for (const quote of quotes)
    if (text.slice(quote.start, quote.end) !== quote.text)
      throw new Error('a quote that is not in its article');
}

function expectWebAddress(address: string): void {
  if (!/^https?:\/\//.test(address)) throw new Error(`not a web address: ${address}`);
}
