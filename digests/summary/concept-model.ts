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
    this.#byLexicon = this.#raw(weights.changes.lexicon);
  }

  /** The model for one story of so many sentences and articles. */
  ofStory(story: { readonly sentences: number; readonly articles: number }): ConceptScorer {
    const { slopes, changes, base } = this.#weights;
    const at = this.#at;
    const sentences = this.#standard(Math.log1p(story.sentences), at.logStorySentences);
    const articles = this.#standard(Math.log1p(story.articles), at.logStoryArticles);
    const slopesWith = (functionWords: number): RawSlopes => {
      const more = this.#standard(functionWords, at.functionWords);
      return this.#raw(
        slopes.map(
          (slope, column) =>
            slope +
            sentences * (changes.logStorySentences[column] ?? 0) +
            articles * (changes.logStoryArticles[column] ?? 0) +
            more * (changes.functionWords[column] ?? 0),
        ),
      );
    };
    /** By the number of function words: none, one or both of a pair. */
    const known: RawSlopes[] = [];
    const byLexicon = this.#byLexicon;
    return (row) => {
      const functionWords = row[at.functionWords] as number;
      known[functionWords] ??= slopesWith(functionWords);
      const lasting = known[functionWords];
      const lexicon = this.#standard(row[at.lexicon] as number, at.lexicon);
      let sum = base + lasting.atZero + lexicon * byLexicon.atZero;
      for (let column = 0; column < byLexicon.slopes.length; column++)
        sum +=
          (row[column] as number) *
          ((lasting.slopes[column] as number) + lexicon * (byLexicon.slopes[column] as number));
      return Math.max(0, sum);
    };
  }

  #standard(value: number, column: number): number {
    const { mean, scale } = this.#weights;
    return (value - (mean[column] ?? 0)) / (scale[column] ?? 1);
  }

  /** Slopes over standardised columns, for columns as they are. */
  #raw(standardised: readonly number[]): RawSlopes {
    const { mean, scale } = this.#weights;
    const slopes = new Float64Array(standardised.length);
    let atZero = 0;
    for (const [column, slope] of standardised.entries()) {
      slopes[column] = slope / (scale[column] ?? 1);
      atZero -= (slopes[column] as number) * (mean[column] ?? 0);
    }
    return { slopes, atZero };
  }
}

/** Slopes over columns as they are, and what a row of zeros adds. */
type RawSlopes = { readonly slopes: Float64Array; readonly atZero: number };
