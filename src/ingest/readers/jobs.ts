import { analyseArticle } from '../../../digests/analyse-article.ts';
import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Article } from '../../domain/article.ts';
import type { FoundArticle } from '../article.ts';
import { decodeDocument } from '../encoding/decode.ts';
import { discoverFeeds, type FeedCandidate } from '../feeds/discover.ts';
import { type EntryArticle, type EntryOfFeed, entryArticle } from '../feeds/entry-article.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import type { ParsedFeed } from '../feeds/parsed-feed.ts';
import { readPlainText } from '../files/plain-text.ts';
import { readPage } from '../pages/extract-article.ts';

/** A document as it came from the network. */
export type Source = { readonly body: Uint8Array; readonly contentType: string | null; readonly url: string };

/**
 * What is read out of untrusted documents, and out of the articles they become: plain data in, plain data out, so that
 * a thread can do it.
 */
export type Job = keyof JobInput;

export type JobInput = {
  readonly page: Source;
  readonly feed: Source;
  readonly 'feed-links': Source;
  readonly entry: EntryOfFeed;
  readonly analysis: Article;
};

export type JobResult = {
  readonly page: FoundArticle;
  readonly feed: ParsedFeed;
  readonly 'feed-links': readonly FeedCandidate[];
  readonly entry: EntryArticle;
  readonly analysis: AnalysedArticle;
};

/** One job with its input, as it is sent to a thread. */
export type Order = { readonly [J in Job]: { readonly job: J; readonly input: JobInput[J] } }[Job];

/** Does a job on the spot; throws what reading throws. */
export function doJob(order: Order): JobResult[Job] {
  switch (order.job) {
    case 'page':
      return readWebPage(order.input);
    case 'feed':
      return parseFeed(order.input);
    case 'feed-links':
      return discoverFeeds(textOf(order.input), order.input.url);
    case 'entry':
      return entryArticle(order.input);
    case 'analysis':
      return analyseArticle(order.input);
  }
}

/** Press offices serve plain text too; and some servers call their HTML so. */
function readWebPage(source: Source): FoundArticle {
  const text = textOf(source);
  const isPlain = /^\s*text\/plain\b/i.test(source.contentType ?? '') && !/<[a-z!]/i.test(text);
  return isPlain ? { ...readPlainText(text), url: source.url } : readPage(text, source.url);
}

function textOf({ body, contentType }: Source): string {
  return decodeDocument(body, contentType).text;
}
