/**
 * A gradient-boosted ensemble of regression trees as plain arrays. Node n splits on `feature[n]` at `threshold[n]`:
 * at most goes to `left[n]`, above to `left[n] + 1`. A leaf has feature -1 and its value in `threshold`.
 */
export type Trees = {
  readonly base: number;
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
};

/** The trees in typed arrays, for speed. */
export type CompiledTrees = {
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
};

export function compileTrees(trees: Trees): CompiledTrees {
  return {
    base: trees.base,
    roots: Int32Array.from(trees.roots),
    feature: Int16Array.from(trees.feature),
    threshold: Float64Array.from(trees.threshold),
    left: Int32Array.from(trees.left),
  };
}

export function predict({ base, roots, feature, threshold, left }: CompiledTrees, row: Float64Array): number {
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    let split = feature[node] as number;
    while (split >= 0) {
      node = (left[node] as number) + ((row[split] as number) <= (threshold[node] as number) ? 0 : 1);
      split = feature[node] as number;
    }
    sum += threshold[node] as number;
  }
  return sum;
}
