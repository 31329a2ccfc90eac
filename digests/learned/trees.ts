import { mustHaveColumns } from './must-have-columns.ts';

/**
 * Gradient-boosted regression trees as they are kept in a `*.weights.json`: flat arrays, a tree after the other.
 * Trained by `eval/learning/boosting.ts`.
 */
export type TreeWeights = {
  /** Names of the columns of a row, in order. */
  readonly features: readonly string[];
  /** What every row has before the first tree. */
  readonly base: number;
  /** First node of each tree. */
  readonly roots: readonly number[];
  /** Column a node asks about; -1 for a leaf. */
  readonly feature: readonly number[];
  /** A row goes left when its value is at most this; of a leaf, what it adds. */
  readonly value: readonly number[];
  /** The left child; the right one stands behind it. */
  readonly left: readonly number[];
};

/** The trees in typed arrays, for speed. */
export type Trees = {
  /** Columns of a row. */
  readonly columns: number;
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int8Array;
  readonly value: Float32Array;
  readonly left: Int32Array;
};

/** @throws RangeError when the weights were trained on other columns than `columns`: train them again. */
export function loadTrees(weights: TreeWeights, columns: readonly string[]): Trees {
  mustHaveColumns(weights.features, columns);
  return {
    columns: columns.length,
    base: weights.base,
    roots: Int32Array.from(weights.roots),
    feature: Int8Array.from(weights.feature),
    value: Float32Array.from(weights.value),
    left: Int32Array.from(weights.left),
  };
}

/**
 * The sum of the leaves a row falls into. `offset` is where the row begins in `rows`; `from` and `to` count trees, so
 * that a score can be begun and gone on with.
 */
export function score(
  trees: Trees,
  rows: Float32Array,
  offset: number,
  from = 0,
  to = trees.roots.length,
): number {
  const { roots, feature, value, left } = trees;
  let sum = from === 0 ? trees.base : 0;
  for (let t = from; t < to; t++) {
    let node = roots[t] as number;
    let column = feature[node] as number;
    while (column >= 0) {
      const child = left[node] as number;
      node = (rows[offset + column] as number) <= (value[node] as number) ? child : child + 1;
      column = feature[node] as number;
    }
    sum += value[node] as number;
  }
  return sum;
}
