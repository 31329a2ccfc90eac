import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import type { Digest } from '../src/domain/digest.ts';
import type { Instant, Window } from '../src/domain/time.ts';
import type { Voice } from './ranking/feedback-score.ts';

/** An article as found for the topic; `relevance` is the search's, 0 to 1. */
export type Candidate = { readonly analysis: AnalysedArticle; readonly relevance: number };

export type DigestRequest = {
  readonly topic: { readonly slug: string; readonly title: string };
  readonly window: Window;
  readonly articles: readonly Candidate[];
  /** Digests its readers have had, newest first. */
  readonly seen: readonly Digest[];
  /**
   * Articles of those digests, from shortly before the window on: what comes in now may go on with their stories. Any
   * that is missing costs only that link.
   */
  readonly earlier: readonly AnalysedArticle[];
  readonly feedback: readonly Voice[];
  readonly mutedOutlets: readonly string[];
  readonly minOutlets: number;
  readonly maxStories: number;
  readonly quotesPerStory: number;
  readonly summaryWords: number;
  readonly builtAt: Instant;
};
