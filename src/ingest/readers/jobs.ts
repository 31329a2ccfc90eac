import type { FoundArticle } from '../article.ts';
import { decodeDocument } from '../encoding/decode.ts';
import { discoverFeeds, type FeedCandidate } from '../feeds/discover.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import type { ParsedFeed } from '../feeds/parsed-feed.ts';
import { readPage } from '../pages/extract-article.ts';

/** A document as it came from the network. */
export type Source = { readonly body: Uint8Array; readonly contentType: string | null; readonly url: string };

/** What can be read out of an untrusted document: plain data in, plain data out, so that a thread can do it. */
export type Job = 'page' | 'feed' | 'feed-links';

export type JobResult = {
  readonly page: FoundArticle;
  readonly feed: ParsedFeed;
  readonly 'feed-links': readonly FeedCandidate[];
};

export const JOBS: { readonly [J in Job]: (source: Source) => JobResult[J] } = {
  page: ({ body, contentType, url }) => readPage(decodeDocument(body, contentType).text, url),
  feed: (source) => parseFeed(source),
  'feed-links': ({ body, contentType, url }) => discoverFeeds(decodeDocument(body, contentType).text, url),
};
