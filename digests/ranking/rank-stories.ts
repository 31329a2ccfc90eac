import type { StoryRanking } from '../../src/domain/story.ts';
import type { Instant } from '../../src/domain/time.ts';

export type Rankable = {
  /** Outlets that wrote about it by themselves: copies of one text count once. */
  readonly independentOutlets: number;
  readonly lastSeen: Instant;
  /** The best of its articles' relevance to the topic, 0 to 1. */
  readonly relevance: number;
  /** 1 for a story nobody here has seen, less the more of it was in earlier digests. */
  readonly novelty: number;
  /** -1 to 1: what this channel said of stories like it. */
  readonly feedback: number;
};

/** How much each part can add. Outlets lead: what many newsrooms tell by themselves is what happened. */
const weights = { outlets: 1, freshness: 0.5, topicMatch: 0.6, novelty: 0.6, feedback: 0.25 };
/** A story counts half as fresh after so many milliseconds. */
const halfLife = 12 * 3_600_000;

/** Why a story stands where it stands; `score` is the sum of the other parts. */
export function rankingOf(story: Rankable, now: Instant): StoryRanking {
  const parts = {
    // The second outlet says most: it confirms; each further one adds less.
    outlets: weights.outlets * Math.log2(story.independentOutlets),
    freshness: weights.freshness * 0.5 ** (Math.max(0, now - story.lastSeen) / halfLife),
    topicMatch: weights.topicMatch * story.relevance,
    novelty: weights.novelty * story.novelty,
    feedback: weights.feedback * story.feedback,
  };
  return { ...parts, score: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
