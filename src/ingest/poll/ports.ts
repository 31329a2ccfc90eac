import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Article } from '../../domain/article.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Clock, Instant } from '../../domain/time.ts';
import type { FoundArticle } from '../article.ts';
import type { EntryArticle, EntryOfFeed } from '../feeds/entry-article.ts';
import type { ParsedFeed } from '../feeds/parsed-feed.ts';
import type { Fetched, Validators } from '../fetch/fetch-document.ts';
import type { KeyValues } from '../key-values.ts';
import type { Source } from '../readers/jobs.ts';
import type { HubDesk } from './hub-desk.ts';

/** What polling needs of the store; the Store port of `src/store` has it. */
export type PollStore = {
  readonly articles: {
    add(
      entries: readonly AnalysedArticle[],
    ): Promise<readonly { readonly id: string; readonly outcome: 'added' | 'known' | 'updated' }[]>;
    byCanonicalUrl(url: string): Promise<Article | null>;
  };
  readonly feeds: {
    claimDue(claim: { now: Instant; leaseFor: number; limit: number }): Promise<readonly Feed[]>;
    get(id: string): Promise<Feed | null>;
    byUrl(url: string): Promise<Feed | null>;
    save(feed: Feed): Promise<void>;
    knownGuids(feedId: string, guids: readonly string[]): Promise<ReadonlyMap<string, string>>;
    rememberGuids(feedId: string, guids: ReadonlyMap<string, string>): Promise<void>;
  };
};

/** Everything a poll reaches the world through. */
export type PollPorts = {
  readonly store: PollStore;
  /** Validators, page faults and robots.txt; outlives the process. */
  readonly keyValues: KeyValues;
  readonly fetchFeed: (url: string, validators: Validators) => Promise<Fetched>;
  /** Fetches a page; `forbidden` where robots.txt says no. */
  readonly fetchPage: (url: string) => Promise<Fetched>;
  readonly readFeed: (source: Source) => Promise<ParsedFeed>;
  readonly readEntry: (entry: EntryOfFeed) => Promise<EntryArticle>;
  readonly readPage: (source: Source) => Promise<FoundArticle>;
  /** Quotes, statements, features: `digests/`. */
  readonly analyse: (article: Article) => AnalysedArticle | Promise<AnalysedArticle>;
  /** WebSub, where we can be reached from outside; null elsewhere. */
  readonly hubs: Pick<HubDesk, 'offer'> | null;
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
};
