import type { Instant } from '../../domain/time.ts';
import type { Rhythm } from '../feeds/parsed-feed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** However busy or quiet a feed is. */
const MIN_INTERVAL = 10 * MINUTE;
const MAX_INTERVAL = 12 * HOUR;
/** What a publisher may ask us to wait by `ttl`, `sy:updatePeriod` or Cache-Control; feeds say "weekly" and mean nothing by it. */
const MAX_ASKED = 6 * HOUR;
const FIRST_INTERVAL = HOUR;
/** Hubs end without a word; until the next poll their feeds would be silent. */
const PUSHED_INTERVAL = 3 * HOUR;
/** A feed is asked so often within the time it takes to bring one article. */
const ASKS_PER_ARTICLE = 2;
const FIRST_BACKOFF = 15 * MINUTE;
const MAX_BACKOFF = DAY;
/** Gaps are counted over this many newest entries. */
const SAMPLE = 20;

/** The middle gap between a feed's newest entries, milliseconds; null when fewer than three are dated. */
export function medianGap(dates: readonly Instant[]): number | null {
  const newest = dates.toSorted((a, b) => b - a).slice(0, SAMPLE);
  const gaps = newest.slice(1).map((date, index) => (newest[index] ?? date) - date);
  const sorted = gaps.toSorted((a, b) => a - b);
  return gaps.length < 2 ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
}

export type Signals = {
  readonly now: Instant;
  /** Dates of the feed's entries; empty when it came unchanged. */
  readonly published: readonly Instant[];
  readonly rhythm: Rhythm;
  readonly freshSeconds: number | null;
  /** The interval used last, for a feed that came unchanged. */
  readonly before: number | null;
  readonly isUnchanged: boolean;
  /** Told of news by WebSub: polling is for what that misses. */
  readonly isPushed: boolean;
};

/**
 * Whole milliseconds until a feed is asked again: half its usual gap between articles, longer while it stays silent, never
 * sooner than its publisher asks for.
 */
export function pollInterval({
  now,
  published,
  rhythm,
  freshSeconds,
  before,
  isUnchanged,
  isPushed,
}: Signals): number {
  const gap = medianGap(published);
  const newest = Math.max(...published);
  // A feed that has been silent for long will probably be so a while longer.
  const silence = published.length === 0 ? 0 : (now - newest) / 10;
  const own = gap === null ? (before ?? FIRST_INTERVAL) : Math.max(gap / ASKS_PER_ARTICLE, silence);
  const eased = isUnchanged ? (before ?? FIRST_INTERVAL) * 1.25 : own;
  const asked = Math.max(
    (rhythm.ttlMinutes ?? 0) * MINUTE,
    (rhythm.periodMinutes ?? 0) * MINUTE,
    (freshSeconds ?? 0) * 1000,
  );
  const least = Math.max(MIN_INTERVAL, Math.min(asked, MAX_ASKED));
  return Math.round(Math.min(MAX_INTERVAL, Math.max(least, eased, isPushed ? PUSHED_INTERVAL : 0)));
}

/**
 * Milliseconds to wait after the n-th fault in a row: doubling from a quarter of an hour to a day, up to a quarter
 * more or less by chance, so that feeds of one broken host do not come back all at once.
 *
 * @param random from 0 to 1
 */
export function backoff(faults: number, random: number): number {
  const doubled = Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** Math.min(Math.max(0, faults - 1), 20));
  return Math.round(doubled * (0.75 + random / 2));
}

/** Moves a time out of the hours, UTC, in which the publisher says there is nothing new. */
export function outsideSkippedHours(at: Instant, skipHours: readonly number[]): Instant {
  if (skipHours.length === 0 || skipHours.length >= 24) return at;
  let next = at;
  while (skipHours.includes(new Date(next).getUTCHours())) next = (Math.floor(next / HOUR) + 1) * HOUR;
  return next;
}
