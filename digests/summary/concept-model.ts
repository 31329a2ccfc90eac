import { LINEAR_CLAMP } from '../learned/linear.ts';
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
  readonly #mean: Float64Array;
  /** Ones by the standard deviations. */
  readonly #narrowness: Float64Array;
  readonly #weights: ConceptWeights;
  readonly #at: Readonly<Record<(typeof MODIFIERS)[number], number>>;
  readonly #byLexicon: Float64Array;

  /** @throws RangeError when the weights were trained on other columns than `columns`: train them again. */
  constructor(weights: ConceptWeights, columns: readonly string[]) {
    mustHaveColumns(weights.features, columns);
    this.#weights = weights;
    this.#mean = Float64Array.from(weights.mean);
    this.#narrowness = Float64Array.from(weights.scale, (scale) => 1 / scale);
    this.#byLexicon = Float64Array.from(weights.changes.lexicon);
    this.#at = {
      functionWords: columns.indexOf('functionWords'),
      lexicon: columns.indexOf('lexicon'),
      logStorySentences: columns.indexOf('logStorySentences'),
      logStoryArticles: columns.indexOf('logStoryArticles'),
    };
  }

  /** The model for one story of so many sentences and articles. */
  ofStory(story: { readonly sentences: number; readonly articles: number }): ConceptScorer {
    const { base, changes } = this.#weights;
    const at = this.#at;
    const sentences = this.#standard(Math.log1p(story.sentences), at.logStorySentences);
    const articles = this.#standard(Math.log1p(story.articles), at.logStoryArticles);
    const slopes = Float64Array.from(
      this.#weights.slopes,
      (slope, column) =>
        slope +
        sentences * (changes.logStorySentences[column] ?? 0) +
        articles * (changes.logStoryArticles[column] ?? 0),
    );
    /** By the number of function words: none, one or both of a pair. */
    const known: Float64Array[] = [];
    const slopesWith = (functionWords: number): Float64Array => {
      const more = this.#standard(functionWords, at.functionWords);
      return slopes.map((slope, column) => slope + more * (changes.functionWords[column] ?? 0));
    };
    return (row) => {
      const functionWords = row[at.functionWords] as number;
      known[functionWords] ??= slopesWith(functionWords);
      const lasting = known[functionWords];
      const lexicon = this.#standard(row[at.lexicon] as number, at.lexicon);
      let sum = base;
      for (let column = 0; column < lasting.length; column++)
        sum +=
          this.#standard(row[column] as number, column) *
          ((lasting[column] as number) + lexicon * (this.#byLexicon[column] as number));
      return Math.max(0, sum);
    };
  }

  #standard(value: number, column: number): number {
    const own = (value - (this.#mean[column] as number)) * (this.#narrowness[column] as number);
    return own < -LINEAR_CLAMP ? -LINEAR_CLAMP : own > LINEAR_CLAMP ? LINEAR_CLAMP : own;
  }
}
