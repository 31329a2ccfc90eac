import type { Quote, Speaker, Statement } from '../../src/domain/quote.ts';
import { type Stretch, stretchOf } from '../../src/domain/span.ts';
import { loadTrees, type Trees } from '../learned/trees.ts';
import attributionWeights from './attribution.weights.json' with { type: 'json' };
import { featureNames } from './candidate-features.ts';
import { chooseSpeakers } from './choose.ts';
import { continues } from './continuations.ts';
import { cueOf } from './cues.ts';
import { paragraphSpan } from './layout.ts';
import { quotationFeatureNames } from './quotation.ts';
import quotationWeights from './quotation.weights.json' with { type: 'json' };
import { readArticle } from './reading.ts';
import { selectQuotations } from './select-quotations.ts';
import { Speakers } from './speakers.ts';
import { findStatements } from './statements.ts';

/** The trained trees: who said it, and is it a quotation at all? */
export type QuoteModels = { readonly attribution: Trees; readonly quotation: Trees };

/** Made when first wanted: training, which starts before the weights fit the columns, never does. */
let trained: QuoteModels | undefined;

function trainedModels(): QuoteModels {
  trained ??= {
    attribution: loadTrees(attributionWeights, featureNames),
    quotation: loadTrees(quotationWeights, quotationFeatureNames),
  };
  return trained;
}

export type QuotesOfArticle = {
  readonly quotes: Quote[];
  readonly statements: Statement[];
  readonly speakers: Speaker[];
};

/**
 * Reads the direct quotations of an article with who said them. Pure and linear in the length of the text. Only
 * measurements give models of their own.
 */
export function extractQuotes(
  article: {
    readonly id: string;
    readonly title?: string;
    readonly text: string;
    readonly language?: string;
  },
  models: QuoteModels = trainedModels(),
): QuotesOfArticle {
  const { text } = article;
  const reading = readArticle(text, article.language);
  const { mentions, stretches, layout } = reading;
  const choices = chooseSpeakers(reading, models.attribution);
  const spoken = selectQuotations(reading, choices, models.quotation);
  const speakers = new Speakers(reading);

  const sourceOf = (index: number): Pick<Quote, 'speaker' | 'speakerMention' | 'cue'> => {
    const at = choices[index]?.mention ?? -1;
    const mention = mentions[at];
    if (mention === undefined) return { speaker: null, speakerMention: null, cue: null };
    const cue = cueOf(layout, mention, index);
    return {
      ...speakers.at(at),
      cue: cue === null ? null : stretchOf(text, cue.start, cue.end),
    };
  };

  const quotes: (Quote & { continuations: Stretch[] })[] = [];
  let previous = -1;
  // Of the stretches of one utterance the one that names its speaker best decides for all.
  let margin = 0;
  stretches.forEach((stretch, index) => {
    if (!spoken[index]) return;
    const here = stretchOf(text, stretch.start, stretch.end);
    const at = choices[index]?.mention ?? -1;
    const whole = quotes.at(-1);
    if (whole !== undefined && continues(reading, previous, index, choices[previous]?.mention ?? -1, at)) {
      const better = (choices[index]?.margin ?? 0) > margin;
      margin = Math.max(margin, choices[index]?.margin ?? 0);
      const source = better ? sourceOf(index) : {};
      whole.continuations.push(here);
      Object.assign(whole, source);
      previous = index;
      return;
    }
    previous = index;
    margin = choices[index]?.margin ?? 0;
    quotes.push({
      ...here,
      ...sourceOf(index),
      articleId: article.id,
      continuations: [],
      context: paragraphSpan(layout, index),
    });
  });
  const statements = findStatements(reading, article.id, speakers);
  return { quotes, statements, speakers: speakers.all() };
}

/** How many words a quotation has, all its stretches together; key quotes want five or more. */
export function wordCount(quote: Pick<Quote, 'text' | 'continuations'>): number {
  const count = (text: string): number => text.match(/[\p{L}\p{N}'’$%-]+/gu)?.length ?? 0;
  return quote.continuations.reduce((sum, stretch) => sum + count(stretch.text), count(quote.text));
}

export type StretchRow = {
  readonly start: number;
  readonly end: number;
  readonly speaker: string | null;
  readonly speakerStart: number | null;
  readonly speakerEnd: number | null;
};

/**
 * One row a quoted stretch, in order, as measurements and `quotes --jsonl` want it. Stretches between pairs of
 * apostrophes (''so'') are left out: the corpus this form is scored by annotates quotation marks only.
 */
export function flattenStretches(text: string, quotes: readonly Quote[]): StretchRow[] {
  return quotes
    .flatMap((quote) => [quote, ...quote.continuations].map((stretch) => ({ stretch, quote })))
    .sort((a, b) => a.stretch.start - b.stretch.start)
    .filter(({ stretch }) => !betweenApostrophes(text, stretch.start))
    .map(({ stretch, quote }) => ({
      start: stretch.start,
      end: stretch.end,
      speaker: quote.speaker?.name ?? null,
      speakerStart: quote.speakerMention?.start ?? null,
      speakerEnd: quote.speakerMention?.end ?? null,
    }));
}

function betweenApostrophes(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) <= 0x20) at--;
  const mark = text.charAt(at);
  return (mark === "'" || mark === '`') && text.charAt(at - 1) === mark;
}
