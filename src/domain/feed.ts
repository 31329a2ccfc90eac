import type { Instant } from './time.ts';

type FeedState = 'active' | 'paused' | 'gone';

/** A source that is polled: its address, rhythm and health. */
export type Feed = {
  readonly id: string;
  readonly url: string;
  /** The outlet's name as shown; from the feed's own title until somebody sets it. */
  readonly outlet: string;
  readonly siteUrl: string | null;
  /** Topics of an OPML outline it came from; for listing only. */
  readonly tags: readonly string[];
  readonly state: FeedState;
  readonly addedAt: Instant;
  readonly nextPollAt: Instant;
  readonly health: FeedHealth;
};

type FeedHealth = {
  readonly lastFetchedAt: Instant | null;
  readonly lastChangedAt: Instant | null;
  readonly lastArticleAt: Instant | null;
  /** Faults since the last success. */
  readonly faults: number;
  /** What went wrong last, as one sentence; null after a success. */
  readonly lastFault: string | null;
  /** The same as a word to switch on: "404", "timeout", "ENOTFOUND", "not-a-feed"; left out where there is none. */
  readonly lastFaultReason?: string | undefined;
  readonly articlesPerDay: number | null;
};

type NewFeed = Pick<Feed, 'id' | 'url' | 'outlet'> & Partial<Pick<Feed, 'siteUrl' | 'tags'>>;

/** A feed nobody has read yet: due at once. */
export function newFeed({ id, url, outlet, siteUrl = null, tags = [] }: NewFeed, now: Instant): Feed {
  return {
    id,
    url,
    outlet,
    siteUrl,
    tags,
    state: 'active',
    addedAt: now,
    nextPollAt: now,
    health: {
      lastFetchedAt: null,
      lastChangedAt: null,
      lastArticleAt: null,
      faults: 0,
      lastFault: null,
      articlesPerDay: null,
    },
  };
}
