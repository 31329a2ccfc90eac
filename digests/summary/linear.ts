/** A linear model over standardised features, as the training script writes it. */
export type LinearWeights = {
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly weights: readonly number[];
};

/** Values further out are taken as this many standard deviations: no single odd feature decides. */
const CLAMP = 4;

export class LinearScorer {
  readonly #mean: Float64Array;
  readonly #scale: Float64Array;
  readonly #weights: Float64Array;

  constructor({ mean, scale, weights }: LinearWeights) {
    this.#mean = Float64Array.from(mean);
    this.#scale = Float64Array.from(scale);
    this.#weights = Float64Array.from(weights);
  }

  score(row: readonly number[]): number {
    let sum = 0;
    for (let at = 0; at < row.length; at++) {
      const value = ((row[at] as number) - (this.#mean[at] as number)) / (this.#scale[at] as number);
      sum += (this.#weights[at] as number) * Math.max(-CLAMP, Math.min(CLAMP, value));
    }
    return sum;
  }
}
