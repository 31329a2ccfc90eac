import { mustHaveColumns } from './must-have-columns.ts';

/** A linear model over standardised columns, as it is kept in a `*.weights.json`. Trained by `eval/learning/ridge.ts`. */
export type LinearWeights = {
  /** Names of the columns of a row, in order. */
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
  /** What a row of means has. */
  readonly base: number;
};

/** Values further out are taken as this many standard deviations: no single odd value decides. */
export const LINEAR_CLAMP = 4;

export class LinearModel {
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #slopes: Float64Array;
  readonly #base: number;

  /** @throws RangeError when the weights were trained on other columns than `columns`: train them again. */
  constructor({ features, mean, scale, weights, base }: LinearWeights, columns: readonly string[]) {
    mustHaveColumns(features, columns);
    const spread = (column: number) => LINEAR_CLAMP * (scale[column] ?? 0);
    this.#least = Float64Array.from(mean, (value, column) => value - spread(column));
    this.#most = Float64Array.from(mean, (value, column) => value + spread(column));
    this.#slopes = Float64Array.from(weights, (weight, column) => weight / (scale[column] ?? 1));
    this.#base = mean.reduce((sum, value, column) => sum - value * (this.#slopes[column] as number), base);
  }

  score(row: Float64Array): number {
    let sum = this.#base;
    for (let at = 0; at < this.#slopes.length; at++) {
      const value = row[at] as number;
      const least = this.#least[at] as number;
      const most = this.#most[at] as number;
      sum += (this.#slopes[at] as number) * (value < least ? least : value > most ? most : value);
    }
    return sum;
  }
}
