/**
 * The Store port: everything Courant remembers. Two databases implement it, `sqlite/` and `postgres/`,
 * and one contract suite (tests/contracts/store) holds both to the same behaviour.
 * Every method may throw `CourantError('unavailable')` when the database can't serve (locked, disk full).
 */
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Article } from '../domain/article.ts';
import type { AuditEntry } from '../domain/audit.ts';
import type { ChannelRef, Platform } from '../domain/channel.ts';
import type { Delivery, DeliveryPart, DeliveryState } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import type { Feed } from '../domain/feed.ts';
import type { Query } from '../domain/query.ts';
import type { Quote } from '../domain/quote.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant, Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import type { Row } from './reading/columns.ts';
import type { CopiedTable } from './reading/copied-tables.ts';

export type Store = {
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
  readonly subscriptions: SubscriptionStore;
  readonly digests: DigestStore;
  readonly deliveries: DeliveryStore;
  readonly feeds: FeedStore;
  readonly feedback: FeedbackStore;
  readonly audit: AuditStore;
  /** A Keyv storage adapter over the same database; values are JSON text with a lifetime. */
  readonly keyValues: KeyValueStore;
  /** Everything, for moving to another database. */
  readonly transfer: StoreTransfer;
  /** One row a process start, for `doctor`: kind, version of the schema, path or host, sizes in bytes. */
  describe(): Promise<StoreDescription>;
  close(): Promise<void>;
};

/** A stored article with its place in time, which orders it among those of the same second. */
type PlacedArticle = { readonly row: number; readonly entry: AnalysedArticle };

/** Reads and writes everything as it is, in portions; what is there already is left as it is. */
export type StoreTransfer = {
  /** The articles after this row, in order. */
  articlesAfter(row: number, limit: number): Promise<readonly PlacedArticle[]>;
  putArticles(articles: readonly PlacedArticle[]): Promise<void>;
  /** Rows of a table in the order of its key, after the row given; null for the first ones. */
  rowsAfter(table: CopiedTable, last: Row | null, limit: number): Promise<readonly Row[]>;
  putRows(table: CopiedTable, rows: readonly Row[]): Promise<void>;
};

export type StoreDescription = {
  readonly kind: 'sqlite' | 'postgres';
  readonly location: string;
  readonly schemaVersion: number;
  readonly articles: number;
  readonly bytes: number;
};

export type AddOutcome = {
  readonly id: string;
  /** `known`: nothing changed; `updated`: same article, new text: the old text is kept as a revision. */
  readonly outcome: 'added' | 'known' | 'updated';
};

export type Hit = {
  readonly article: Article;
  /** Relevance within the candidates, 0 to 1. */
  readonly relevance: number;
};

export type Search = {
  readonly query: Query;
  readonly window: Window;
  /** How many newest candidates are considered; the ranking looks at these only. */
  readonly candidates: number;
  readonly limit: number;
};

/** A quote where it stands: with its article. */
export type FoundQuote = { readonly quote: Quote; readonly article: Article };

export type QuoteSearch = {
  /** Part of a speaker's name, or null for any speaker. */
  readonly speaker: string | null;
  /** What the article is about, or null for anything. */
  readonly query: Query | null;
  readonly window: Window;
  readonly limit: number;
};

export type ArticleStore = {
  /** Stores each entry whole (article, index, quotes, features) or not at all; same order out as in. */
  add(entries: readonly AnalysedArticle[]): Promise<readonly AddOutcome[]>;
  get(ids: readonly string[]): Promise<readonly Article[]>;
  /** Two-step: newest candidates by full text inside the window, then ranked by title hit, relevance and age. */
  search(search: Search): Promise<readonly Hit[]>;
  /** Quotes newest first. */
  searchQuotes(search: QuoteSearch): Promise<readonly FoundQuote[]>;
  analyses(ids: readonly string[]): Promise<readonly AnalysedArticle[]>;
  byCanonicalUrl(url: string): Promise<Article | null>;
  /** An article as it was before each edit, the oldest first: what a digest quoted then stands in one of these. */
  revisions(id: string): Promise<readonly Article[]>;
  count(): Promise<number>;
  /** Outlets with their number of articles in the window, most first. */
  outlets(window: Window): Promise<readonly { readonly outlet: string; readonly articles: number }[]>;
  /** Words that occur in the articles and differ from this one by a letter or two: for "did you mean". */
  similarWords(word: string, limit: number): Promise<readonly string[]>;
  /** When the n-th newest article was published; null when there are fewer. */
  publishedOfNewest(n: number): Promise<Instant | null>;
  /** Deletes articles published before, keeping those that a stored digest cites; returns how many went. */
  prune(before: Instant): Promise<number>;
};

export type TopicStore = {
  list(): Promise<readonly Topic[]>;
  get(slug: string): Promise<Topic | null>;
  save(topic: Topic): Promise<void>;
  remove(slug: string): Promise<void>;
};

export type SubscriptionStore = {
  /** Throws `exists` when the channel already has the topic. */
  add(subscription: Subscription): Promise<void>;
  get(id: string): Promise<Subscription | null>;
  /** Replaces it whole; throws `not-found`. */
  save(subscription: Subscription): Promise<void>;
  remove(id: string): Promise<void>;
  ofChannel(channel: ChannelRef): Promise<readonly Subscription[]>;
  ofWorkspace(platform: string, workspace: string): Promise<readonly Subscription[]>;
  list(): Promise<readonly Subscription[]>;
  /** Not paused and `nextDueAt <= now`, longest due first. */
  due(now: Instant, limit: number): Promise<readonly Subscription[]>;
};

export type DigestStore = {
  get(id: string): Promise<Digest | null>;
  /** Keeps the first: a digest is immutable. */
  save(digest: Digest): Promise<void>;
  /** Digests posted to a subscription, newest first: what its channel has seen. */
  postedTo(subscriptionId: string, limit: number): Promise<readonly Digest[]>;
  /** The same digests by id alone. */
  idsPostedTo(subscriptionId: string, limit: number): Promise<readonly string[]>;
  recent(limit: number): Promise<readonly Digest[]>;
};

/** What one heartbeat decided, written in one transaction. */
type Plan = {
  readonly digests: readonly Digest[];
  readonly deliveries: readonly Delivery[];
  readonly advances: readonly Advance[];
};

/** Moves a subscription on, but only if nobody else has: `expectedDueAt` must still stand. */
export type Advance = {
  readonly subscriptionId: string;
  readonly expectedDueAt: Instant;
  readonly nextDueAt: Instant;
  readonly nextPeriod: string;
  readonly coveredUntil: Instant;
};

export type DeliveryStore = {
  /**
   * One transaction. Deliveries whose (subscription, period) is already there are left as they are;
   * advances that no longer hold are left out. Returns the ids of the deliveries newly written.
   */
  plan(plan: Plan): Promise<readonly string[]>;
  /**
   * Takes the lease of up to `limit` deliveries that may be worked on: pending with `nextAttemptAt <= now`,
   * or sending with a lease that ran out. Fair over workspaces: one of each before a second of any.
   */
  claim(claim: {
    owner: string;
    now: Instant;
    leaseFor: number;
    limit: number;
    /** Only channels of these platforms: those this process can post to. */
    platforms: readonly Platform[];
    /** None of these workspaces, given as `workspaceKey`: their lanes are full or their platform is failing. */
    exceptWorkspaces: readonly string[];
  }): Promise<readonly Delivery[]>;
  /** The same for one delivery by id; null when somebody else holds it or it is done. */
  claimOne(id: string, claim: { owner: string; now: Instant; leaseFor: number }): Promise<Delivery | null>;
  /** Prolongs a lease still held; false when it was lost. */
  renew(id: string, owner: string, until: Instant): Promise<boolean>;
  /** Freezes the rendered parts before the first send; keeps those already there. Needs the lease. */
  freeze(id: string, owner: string, parts: readonly DeliveryPart[]): Promise<readonly DeliveryPart[]>;
  /** Updates one frozen part, but for its payload; false when the lease was lost. */
  savePart(id: string, owner: string, part: DeliveryPart): Promise<boolean>;
  /** Ends this try: new state, error, next attempt; gives the lease back. False when the lease was lost. */
  finish(id: string, owner: string, outcome: DeliveryOutcome): Promise<boolean>;
  get(id: string): Promise<Delivery | null>;
  list(filter: {
    state?: DeliveryState;
    subscriptionId?: string;
    limit: number;
  }): Promise<readonly Delivery[]>;
  /** Puts dead or unknown deliveries back to pending, to be tried at `now`; returns how many. */
  retry(ids: readonly string[], now: Instant): Promise<number>;
  counts(): Promise<Readonly<Record<DeliveryState, number>>>;
  /** The earliest `nextAttemptAt` of what is pending: when to look again. */
  nextAttemptAt(): Promise<Instant | null>;
  /**
   * How many workers hold leases on deliveries of this platform: they share its rates.
   * An owner of leases is named "worker#claim", or "worker" alone.
   */
  workers(platform: Platform, now: Instant): Promise<number>;
};

export type DeliveryOutcome = {
  readonly state: DeliveryState;
  readonly error: string | null;
  readonly nextAttemptAt: Instant;
  readonly postedAt: Instant | null;
  /** Set to say what `attempts` is from now on: a try that only waited for its turn doesn't count. */
  readonly attempts?: number;
  /** A frozen part to save in the same transaction: the last one posted, so that being done is one commit. */
  readonly part?: DeliveryPart;
};

export type FeedStore = {
  /** Throws `exists` when the address is already there. */
  add(feed: Feed): Promise<void>;
  get(id: string): Promise<Feed | null>;
  byUrl(url: string): Promise<Feed | null>;
  save(feed: Feed): Promise<void>;
  remove(id: string): Promise<void>;
  list(): Promise<readonly Feed[]>;
  /** Active and `nextPollAt <= now`, longest due first; leased to this poller until `now + leaseFor`. */
  claimDue(claim: { now: Instant; leaseFor: number; limit: number }): Promise<readonly Feed[]>;
  /** Which of these entry guids of this feed are known, with the article each became. */
  knownGuids(feedId: string, guids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  rememberGuids(feedId: string, guids: ReadonlyMap<string, string>): Promise<void>;
};

export type Feedback = {
  readonly channel: ChannelRef;
  readonly user: string;
  readonly storyId: string;
  /** What the ranking learns from: outlet and keyword weights are derived from these. */
  readonly outlets: readonly string[];
  readonly keywords: readonly string[];
  readonly useful: boolean;
  readonly at: Instant;
};

export type FeedbackStore = {
  /** One voice a person and story: a second one replaces the first. */
  save(feedback: Feedback): Promise<void>;
  ofChannel(channel: ChannelRef, since: Instant): Promise<readonly Feedback[]>;
};

export type AuditStore = {
  add(entry: AuditEntry): Promise<void>;
  ofChannel(channel: ChannelRef, limit: number): Promise<readonly AuditEntry[]>;
  list(limit: number): Promise<readonly AuditEntry[]>;
};

/**
 * The shape Keyv 6 asks of a store that it bridges: several may share one, each with a namespace in its keys.
 * Values come and go as JSON text; lifetimes are milliseconds.
 */
export type KeyValueStore = {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttl?: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  has(key: string): Promise<boolean>;
  clear(): Promise<void>;
  /** All that live, of every namespace, by key: how Keyv lists a namespace, or clears it and no other. */
  iterator(): AsyncGenerator<[key: string, value: string], void>;
};
