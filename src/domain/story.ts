import type { ArticleRef } from './article.ts';
import type { Quote, Statement } from './quote.ts';
import type { Stretch } from './span.ts';
import type { Instant } from './time.ts';

/**
 * A sentence of a digest, traceable to its source: `start` and `end` are its place in that article's text.
 * `text` is what stands there, less what compression by rule left out (datelines, attributive tails, parentheses).
 */
export type Sentence = Stretch & {
  readonly articleId: string;
  readonly compressed: boolean;
  /** A language model wrote `text` anew, and it passed the checks; the span is the sentence it stands for. */
  readonly rewritten?: boolean;
};

/** A claim together with the sentence that contests it: the two are shown together or not at all. */
export type ContestedClaim = { readonly claim: Sentence; readonly contestedBy: Sentence };

/** A quote worth showing, with everyone who carried it. */
export type KeyQuote = Quote & {
  readonly outlet: string;
  readonly url: string | null;
  readonly outlets: readonly string[];
};

/** One event, as told by several outlets. */
export type Story = {
  /** Stable while the story grows: derived from its first article. */
  readonly id: string;
  readonly headline: string;
  readonly url: string | null;
  /** Newest first. */
  readonly articles: readonly ArticleRef[];
  readonly summary: readonly Sentence[];
  readonly keyQuotes: readonly KeyQuote[];
  readonly statements: readonly Statement[];
  readonly contested: readonly ContestedClaim[];
  readonly keywords: readonly string[];
  /** Independent outlets: copies of one agency text count once. */
  readonly outlets: readonly string[];
  readonly firstSeen: Instant;
  readonly lastSeen: Instant;
  /** Set when the channel has had this story before: what came after that. */
  readonly update: { readonly since: Instant; readonly newArticles: number } | null;
  /** Why it stands where it stands; the parts sum up to `score`. */
  readonly ranking: StoryRanking;
};

export type StoryRanking = {
  readonly score: number;
  readonly outlets: number;
  readonly freshness: number;
  readonly topicMatch: number;
  readonly novelty: number;
  readonly feedback: number;
};
