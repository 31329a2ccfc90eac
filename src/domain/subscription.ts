import type { ChannelRef } from './channel.ts';
import type { Schedule } from './schedule.ts';
import type { Instant } from './time.ts';

export type DigestLength = 'headlines' | 'short' | 'full';

export type SubscriptionOptions = {
  readonly length: DigestLength;
  readonly quotes: boolean;
  /** True: one parent message, each story a reply in its thread. */
  readonly thread: boolean;
  /** Leave out stories told by fewer outlets than this. */
  readonly minOutlets: number;
  /** Say so when there is nothing, instead of posting nothing. */
  readonly nothingNew: boolean;
  /** BCP 47 language of labels and dates: "en", "uk". */
  readonly locale: string;
  readonly mutedOutlets: readonly string[];
  /** Discord announcement channels: publish to followers too. */
  readonly crosspost: boolean;
};

export const defaultOptions: SubscriptionOptions = {
  length: 'short',
  quotes: true,
  thread: false,
  minOutlets: 1,
  nothingNew: false,
  locale: 'en',
  mutedOutlets: [],
  crosspost: false,
};

/** A channel's standing order for a topic. One topic a channel at most once. */
export type Subscription = {
  readonly id: string;
  readonly channel: ChannelRef;
  /** Slug of the topic. */
  readonly topic: string;
  readonly schedule: Schedule;
  readonly options: SubscriptionOptions;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** The next moment a digest is due; null while paused. */
  readonly nextDueAt: Instant | null;
  /** Intended local date and time of `nextDueAt`, "2026-03-29T08:00": with its zone the delivery's key. */
  readonly nextPeriod: string | null;
  /** End of the window of the last digest: the next one begins there. */
  readonly coveredUntil: Instant;
  /** Why it rests: "paused by U123", "the bot was removed from the channel"; null while active. */
  readonly pausedBecause: string | null;
};
