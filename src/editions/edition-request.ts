import type { ChannelRef } from '../domain/channel.ts';
import type { Digest } from '../domain/digest.ts';
import type { Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';

/** What one digest is made of. Requests that are equal give the same digest, so that channels can share it. */
export type EditionRequest = {
  readonly topic: Topic;
  readonly window: Window;
  /** Digests the readers have had, newest first: what is in them is not news. */
  readonly seen: readonly Digest[];
  readonly mutedOutlets: readonly string[];
  readonly minOutlets: number;
  /** Whose "useful" and "not useful" count; null for nobody's. */
  readonly feedbackOf: ChannelRef | null;
  readonly size: EditionSize;
};

export type EditionSize = {
  /** Newest articles looked at. */
  readonly candidates: number;
  /** Of those, the best that are read in full. */
  readonly articles: number;
  readonly stories: number;
  readonly quotesPerStory: number;
  readonly summaryWords: number;
};

/** A morning digest reads widely; an answer to a command reads what a second allows. */
export const digestSize: EditionSize = {
  candidates: 3000,
  articles: 600,
  stories: 8,
  quotesPerStory: 3,
  summaryWords: 60,
};
export const briefSize: EditionSize = {
  candidates: 500,
  articles: 60,
  stories: 6,
  quotesPerStory: 3,
  summaryWords: 60,
};

const day = 24 * 3_600_000;
/** Feedback older than this is forgotten: interests change. */
export const feedbackMemory = 60 * day;
