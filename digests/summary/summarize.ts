import type { Sentence } from '../../src/domain/story.ts';
import type { Candidate, SummaryArticle } from './document.ts';
import { readStory } from './document.ts';
import { scoreCandidates } from './score.ts';
import { select } from './select.ts';

export type { SummaryArticle } from './document.ts';

export type SummaryOptions = {
  /** The summary never has more words than this; it may have fewer. */
  readonly maxWords: number;
};

/**
 * The sentences that tell one article or one story of several, in reading order, each traceable to its source.
 * Extractive: words are dropped by rule (`compress`), never changed. The same input gives the same summary.
 */
export function summarize(articles: readonly SummaryArticle[], options: SummaryOptions): Sentence[] {
  const story = readStory(articles);
  return select(story.candidates, scoreCandidates(story), options.maxWords).map(sentenceOf);
}

/** The summary as running text. */
export function summaryText(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join(' ');
}

function sentenceOf({ articleId, start, end, text, compressed }: Candidate): Sentence {
  return { articleId, start, end, text, compressed };
}
