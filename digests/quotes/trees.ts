/** Gradient-boosted trees as they are kept in a `*.weights.json`: flat arrays, a tree after the other. */
export type TreeWeights = {
  readonly features: readonly string[];
  /** First node of each tree. */
  readonly roots: readonly number[];
  /** Column a node asks about; -1 for a leaf. */
  readonly feature: readonly number[];
  /** A row goes left when its value is at most this; a leaf's value here, in thousandths. */
  readonly value: readonly number[];
  /** The left child; the right one stands behind it. */
  readonly left: readonly number[];
};

export type Trees = {
  readonly roots: Int32Array;
  readonly feature: Int8Array;
  readonly value: Float32Array;
  readonly left: Int32Array;
};

/** Unpacks weights into typed arrays; the names of the columns must be the ones the code makes. */
export function loadTrees(weights: TreeWeights): Trees {
  const value = Float32Array.from(weights.value);
  weights.feature.forEach((feature, at) => {
    if (feature < 0) value[at] = (value[at] ?? 0) / 1000;
  });
  return {
    roots: Int32Array.from(weights.roots),
    feature: Int8Array.from(weights.feature),
    value,
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
  let sum = 0;
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
