import type { Trees } from '../../digests/summary/trees.ts';

/** Least-squares gradient boosting over histograms (Friedman 2001; bins as in LightGBM, Ke et al. 2017). */
export type BoostingOptions = {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Least weight of a leaf. */
  readonly minLeaf: number;
  readonly rowShare: number;
  readonly featureShare: number;
  readonly l2: number;
  readonly random: () => number;
};

export type TrainingSet = {
  readonly rows: readonly Float64Array[];
  readonly targets: Float64Array;
  readonly weights: Float64Array;
};

const BINS = 64;

/** A seeded generator (mulberry32), so that training gives the same weights every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Leaf = { rows: Int32Array; node: number; sum: number; weight: number; split: Split | null };
type Split = { gain: number; feature: number; bin: number };

export function boost({ rows, targets, weights }: TrainingSet, options: BoostingOptions): Trees {
  const size = rows.length;
  const width = rows[0]?.length ?? 0;
  const cuts = cutsOf(rows, width);
  const columns = cuts.map((cut, feature) => Uint8Array.from(rows, (row) => binOf(row[feature] ?? 0, cut)));
  const binned = columns;
  let total = 0;
  let weight = 0;
  for (let at = 0; at < size; at++) {
    total += (targets[at] ?? 0) * (weights[at] ?? 0);
    weight += weights[at] ?? 0;
  }
  const base = total / Math.max(weight, 1e-9);
  const predicted = new Float64Array(size).fill(base);
  const residual = new Float64Array(size);
  const trees = {
    base,
    roots: [] as number[],
    feature: [] as number[],
    threshold: [] as number[],
    left: [] as number[],
  };

  for (let tree = 0; tree < options.trees; tree++) {
    for (let at = 0; at < size; at++) residual[at] = (targets[at] ?? 0) - (predicted[at] ?? 0);
    const sample: number[] = [];
    for (let at = 0; at < size; at++) if (options.random() < options.rowShare) sample.push(at);
    const features: number[] = [];
    for (let at = 0; at < width; at++) if (options.random() < options.featureShare) features.push(at);
    const root = trees.feature.length;
    trees.roots.push(root);
    trees.feature.push(-1);
    trees.threshold.push(0);
    trees.left.push(0);
    const first = leafOf(Int32Array.from(sample), root, residual, weights);
    first.split = bestSplit(first, features, binned, residual, weights, options);
    const leaves: Leaf[] = [first];
    while (leaves.length < options.leaves) {
      const best = leaves.reduce<Leaf | null>(
        (top, leaf) => (leaf.split && (!top?.split || leaf.split.gain > top.split.gain) ? leaf : top),
        null,
      );
      if (!best?.split) break;
      const { feature, bin } = best.split;
      const column = binned[feature] ?? new Uint8Array();
      const below = best.rows.filter((row) => (column[row] ?? 0) <= bin);
      const above = best.rows.filter((row) => (column[row] ?? 0) > bin);
      const left = trees.feature.length;
      trees.feature[best.node] = feature;
      trees.threshold[best.node] = cuts[feature]?.[bin] ?? 0;
      trees.left[best.node] = left;
      trees.feature.push(-1, -1);
      trees.threshold.push(0, 0);
      trees.left.push(0, 0);
      leaves.splice(leaves.indexOf(best), 1);
      for (const [part, node] of [
        [below, left],
        [above, left + 1],
      ] as const) {
        const leaf = leafOf(part, node, residual, weights);
        leaf.split = bestSplit(leaf, features, binned, residual, weights, options);
        leaves.push(leaf);
      }
    }
    for (const leaf of leaves)
      trees.threshold[leaf.node] = (options.rate * leaf.sum) / (leaf.weight + options.l2);
    for (let at = 0; at < size; at++) {
      let node = root;
      let feature = trees.feature[node] ?? -1;
      while (feature >= 0) {
        const value = rows[at]?.[feature] ?? 0;
        node = (trees.left[node] ?? 0) + (value <= (trees.threshold[node] ?? 0) ? 0 : 1);
        feature = trees.feature[node] ?? -1;
      }
      predicted[at] = (predicted[at] ?? 0) + (trees.threshold[node] ?? 0);
    }
  }
  return trees;
}

function leafOf(rows: Int32Array, node: number, residual: Float64Array, weights: Float64Array): Leaf {
  let sum = 0;
  let weight = 0;
  for (const row of rows) {
    const w = weights[row] ?? 0;
    sum += (residual[row] ?? 0) * w;
    weight += w;
  }
  return { rows, node, sum, weight, split: null };
}

function bestSplit(
  leaf: Leaf,
  features: readonly number[],
  binned: readonly Uint8Array[],
  residual: Float64Array,
  weights: Float64Array,
  { minLeaf, l2 }: BoostingOptions,
): Split | null {
  if (leaf.weight < 2 * minLeaf) return null;
  const whole = (leaf.sum * leaf.sum) / (leaf.weight + l2);
  let best: Split | null = null;
  const sums = new Float64Array(BINS);
  const masses = new Float64Array(BINS);
  const { rows } = leaf;
  for (const feature of features) {
    const column = binned[feature] as Uint8Array;
    sums.fill(0);
    masses.fill(0);
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const bin = column[row] as number;
      const w = weights[row] as number;
      sums[bin] = (sums[bin] as number) + (residual[row] as number) * w;
      masses[bin] = (masses[bin] as number) + w;
    }
    let sum = 0;
    let mass = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      sum += sums[bin] as number;
      mass += masses[bin] as number;
      if (mass < minLeaf) continue;
      const rest = leaf.weight - mass;
      if (rest < minLeaf) break;
      const other = leaf.sum - sum;
      const gain = (sum * sum) / (mass + l2) + (other * other) / (rest + l2) - whole;
      if (gain > 1e-9 && (!best || gain > best.gain)) best = { gain, feature, bin };
    }
  }
  return best;
}

/** Up to BINS - 1 thresholds a feature, between its quantiles. */
function cutsOf(rows: readonly Float64Array[], width: number): number[][] {
  const step = Math.max(1, Math.floor(rows.length / 20_000));
  return Array.from({ length: width }, (_, feature) => {
    const values: number[] = [];
    for (let at = 0; at < rows.length; at += step) values.push(rows[at]?.[feature] ?? 0);
    const sorted = Float64Array.from(values).sort();
    const distinct = [...new Set(sorted)];
    if (distinct.length <= BINS)
      return distinct.slice(0, -1).map((value, at) => (value + (distinct[at + 1] ?? value)) / 2);
    const cuts: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const value = sorted[Math.floor((bin * sorted.length) / BINS)] ?? 0;
      if (value !== cuts.at(-1)) cuts.push(value);
    }
    return cuts;
  });
}

function binOf(value: number, cuts: readonly number[]): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
