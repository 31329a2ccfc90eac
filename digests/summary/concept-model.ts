import { mustHaveColumns } from '../learned/must-have-columns.ts';

/** Columns by whose values the slopes of all columns change. */
export const MODIFIERS = ['functionWords', 'lexicon', 'logStorySentences', 'logStoryArticles'] as const;

/** A linear model of chances whose slopes depend on `MODIFIERS`, as `concepts.weights.json` keeps it. */
export type ConceptWeights = {
  /** Names of the columns of a row, in order. */
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  /** What a row of means has. */
  readonly base: number;
  readonly slopes: readonly number[];
  /** By how much the slopes change with each standard deviation of a modifier. */
  readonly changes: Readonly<Record<(typeof MODIFIERS)[number], readonly number[]>>;
};

/** The chance of the concept that a row of one story describes. */
export type ConceptScorer = (row: Float64Array) => number;

/**
 * The chance that an editor's summary holds a concept, by what is known of it: linear, but that what a place or a count
 * tells differs between function words and others, between words that editors like and others, between short stories
 * and long (varying coefficients: Hastie and Tibshirani 1993).
 */
export class ConceptModel {
  readonly #weights: ConceptWeights;
  readonly #at: Readonly<Record<(typeof MODIFIERS)[number], number>>;
  readonly #byLexicon: RawSlopes;

  /** @throws RangeError when the weights were trained on other columns than `columns`: train them again. */
  constructor(weights: ConceptWeights, columns: readonly string[]) {
    mustHaveColumns(weights.features, columns);
    this.#weights = weights;
    this.#at = {
      functionWords: columns.indexOf('functionWords'),
      lexicon: columns.indexOf('lexicon'),
      logStorySentences: columns.indexOf('logStorySentences'),
      logStoryArticles: columns.indexOf('logStoryArticles'),
    };
    this.#byLexicon = this.#raw((column) => weights.changes.lexicon[column] as number);
  }

  /** The model for one story of so many sentences and articles. */
  ofStory(story: { readonly sentences: number; readonly articles: number }): ConceptScorer {
    const at = this.#at;
    const sentences = this.#standard(Math.log1p(story.sentences), at.logStorySentences);
    const articles = this.#standard(Math.log1p(story.articles), at.logStoryArticles);
    /** By the number of function words: none, one or both of a pair. */
    const lasting = [0, 1, 2].map((functionWords) =>
      this.#lasting(sentences, articles, this.#standard(functionWords, at.functionWords)),
    );
    const { base } = this.#weights;
    const { slopes: changes, atZero: change } = this.#byLexicon;
    return (row) => {
      const { slopes, atZero } = lasting[(row[at.functionWords] as number) | 0] as RawSlopes;
      const lexicon = this.#standard(row[at.lexicon] as number, at.lexicon);
      let sum = base + atZero + lexicon * change;
      for (let column = 0; column < slopes.length; column++)
        sum += (row[column] as number) * ((slopes[column] as number) + lexicon * (changes[column] as number));
      return Math.max(0, sum);
    };
  }

  /** The slopes of all rows of a story that have so many function words. */
  #lasting(sentences: number, articles: number, functionWords: number): RawSlopes {
    const { slopes, changes } = this.#weights;
    return this.#raw(
      (column) =>
        (slopes[column] as number) +
        sentences * (changes.logStorySentences[column] as number) +
        articles * (changes.logStoryArticles[column] as number) +
        functionWords * (changes.functionWords[column] as number),
    );
  }

  #standard(value: number, column: number): number {
    const { mean, scale } = this.#weights;
    return (value - (mean[column] ?? 0)) / (scale[column] ?? 1);
  }

  /** Slopes over standardised columns, for columns as they are. */
  #raw(standardised: (column: number) => number): RawSlopes {
    const { mean, scale } = this.#weights;
    const slopes = new Float64Array(mean.length);
    let atZero = 0;
    for (let column = 0; column < slopes.length; column++) {
      const slope = standardised(column) / (scale[column] as number);
      slopes[column] = slope;
      atZero -= slope * (mean[column] as number);
    }
    return { slopes, atZero };
  }
}

/** Slopes over columns as they are, and what a row of zeros adds. */
type RawSlopes = { readonly slopes: Float64Array; readonly atZero: number };
