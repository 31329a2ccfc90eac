import type { Sentence } from '../../src/domain/story.ts';
import type { Candidate, SummaryArticle } from './document.ts';
import { readStory } from './document.ts';
import { openingOf } from './opening.ts';
import { select } from './select.ts';
import { worthOf } from './worth.ts';

export type { SummaryArticle } from './document.ts';

export type SummaryOptions = {
  /**
   * Words that summaries keep to on average (runs of letters and digits: "don't" is two). One may have fewer, or run over
   * by up to a fifth rather than go without its best sentence.
   */
  readonly words: number;
  /** The summary stands under the first article's title, and opens with what tells it. */
  readonly underHeadline?: boolean;
};

/**
 * The sentences that tell one article or one story of several, in reading order, each traceable to its source.
 * Extractive: words are left out by rule (`compress`, `trimsOf`), never changed, but that a shortened sentence's first
 * letter is capitalised. The same input gives the same summary.
 *
 * @example
 * summaryText(summarize([{ id: 'a', title: 'Ferry to stop', text }], { words: 60 }))
 */
export function summarize(
  articles: readonly SummaryArticle[],
  { words, underHeadline = false }: SummaryOptions,
): Sentence[] {
  const story = readStory(articles);
  if (story.sentences.length === 0) return [];
  const opening = underHeadline ? openingOf(story) : null;
  const chosen = select(story, worthOf(story, { words, opening }), words, undefined, opening);
  return chosen.map((candidate, at) => sentenceOf(candidate, chosen[at - 1]));
}

/** The summary as running text. */
export function summaryText(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join(' ');
}

/** "But" and "And" tie a sentence to the one before it, and go where another stands there or none. */
function sentenceOf(
  { articleId, start, end, text, compressed, previous }: Candidate,
  before: Candidate | undefined,
): Sentence {
  const tie = before?.sentence === previous ? '' : (TIE.exec(text)?.[0] ?? '');
  if (tie === '') return { articleId, start, end, text, compressed };
  const untied = text.slice(tie.length);
  return {
    articleId,
    start,
    end,
    text: untied.charAt(0).toUpperCase() + untied.slice(1),
    compressed: true,
  };
}

/** English only; not "But for the rain, …" and "Yet another …". */
const TIE = /^(?:And|But|Yet) (?:yet |still )?(?!for |another |to )(?=[\p{L}\d])/u;
