import { loadTrees, score, type TreeWeights } from '../../digests/learned/trees.ts';
import { BINS, type BinnedRows, binRows } from './bins.ts';
import type { Loss, Slopes, TrainingData } from './losses.ts';
import { seeded } from './seeded.ts';

export type BoostingSettings = {
  readonly trees: number;
  readonly leaves: number;
  /** Share of what a leaf would add that it does add. */
  readonly rate: number;
  /** Weight of the penalty on what leaves add (L2). */
  readonly lambda: number;
  /** Least curvature of a leaf: of least squares, its weight. */
  readonly minHessian: number;
  /** Shares of columns and of groups that a tree sees. */
  readonly columnShare: number;
  readonly groupShare: number;
  readonly seed: number;
};

type Split = { readonly gain: number; readonly column: number; readonly bin: number };
type Leaf = {
  readonly node: number;
  readonly rows: Int32Array;
  /** Sums of the slopes, a bin of a column each. */
  readonly sums: Slopes;
  readonly best: Split | null;
};
type Growing = { readonly [Part in 'roots' | 'feature' | 'value' | 'left']: number[] };

/** Gradient boosting (Friedman 2001) over histograms, each tree grown leaf by leaf (LightGBM, Ke et al. 2017). */
export function boost(data: TrainingData, loss: Loss, settings: BoostingSettings): TreeWeights {
  const { features, rows, groups, target } = data;
  const binned = binRows(data);
  const random = seeded(settings.seed);
  const base = rounded(loss.start(data));
  const scores = new Float64Array(target.length).fill(base);
  const slopes = slopesOf(target.length);
  const grown: Growing = { roots: [], feature: [], value: [], left: [] };
  for (let tree = 0; tree < settings.trees; tree++) {
    const members: number[] = [];
    for (let group = 0; group + 1 < groups.length; group++) {
      loss.write(data, group, scores, slopes);
      if (random() >= settings.groupShare) continue;
      for (let row = groups[group] ?? 0; row < (groups[group + 1] ?? 0); row++) members.push(row);
    }
    const columns = [...features.keys()].filter(
      (column) => random() < settings.columnShare && (binned.cuts[column]?.length ?? 0) > 0,
    );
    grown.roots.push(grown.feature.length);
    growTree(Int32Array.from(members), columns, binned, slopes, settings, grown);
    const trees = loadTrees({ features, base: 0, ...grown }, features);
    for (let row = 0; row < scores.length; row++)
      scores[row] = (scores[row] ?? 0) + score(trees, rows, row * features.length, tree);
  }
  return { features: [...features], base, ...grown };
}

function growTree(
  all: Int32Array,
  columns: readonly number[],
  { bins, cuts }: BinnedRows,
  slopes: Slopes,
  settings: BoostingSettings,
  grown: Growing,
): void {
  const width = cuts.length;
  const leafOf = (node: number, rows: Int32Array, sums: Slopes): Leaf => ({
    node,
    rows,
    sums,
    best: bestSplit(sums, columns, cuts, settings),
  });
  const summed = (rows: Int32Array) => sumSlopes(rows, columns, width, bins, slopes);
  const leaves: Leaf[] = [leafOf(addNode(grown), all, summed(all))];
  while (leaves.length < settings.leaves) {
    const leaf = leaves.reduce((top, one) => ((one.best?.gain ?? 0) > (top.best?.gain ?? 0) ? one : top));
    if (!leaf.best) break;
    const { column, bin } = leaf.best;
    const below = leaf.rows.filter((row) => (bins[row * width + column] as number) <= bin);
    const above = leaf.rows.filter((row) => (bins[row * width + column] as number) > bin);
    const left = addNode(grown);
    const right = addNode(grown);
    grown.feature[leaf.node] = column;
    grown.value[leaf.node] = cuts[column]?.[bin] ?? 0;
    grown.left[leaf.node] = left;
    // The smaller part is summed; what is left of the whole is the other's.
    const [small, large] = below.length <= above.length ? [below, above] : [above, below];
    const smallSums = summed(small);
    const largeSums = rest(leaf.sums, smallSums);
    leaves.splice(
      leaves.indexOf(leaf),
      1,
      leafOf(left, below, small === below ? smallSums : largeSums),
      leafOf(right, above, large === above ? largeSums : smallSums),
    );
  }
  for (const { node, rows } of leaves) {
    let gradient = 0;
    let hessian = 0;
    for (const row of rows) {
      gradient += slopes.gradients[row] ?? 0;
      hessian += slopes.hessians[row] ?? 0;
    }
    grown.value[node] = rounded((-gradient / (hessian + settings.lambda)) * settings.rate);
  }
}

function addNode({ feature, value, left }: Growing): number {
  feature.push(-1);
  value.push(0);
  left.push(-1);
  return feature.length - 1;
}

/** What leaves add, short enough for a small file. */
function rounded(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

function slopesOf(length: number): Slopes {
  return { gradients: new Float64Array(length), hessians: new Float64Array(length) };
}

function sumSlopes(
  rows: Int32Array,
  columns: readonly number[],
  width: number,
  bins: Uint8Array,
  slopes: Slopes,
): Slopes {
  const sums = slopesOf(width * BINS);
  for (const row of rows) {
    const gradient = slopes.gradients[row] as number;
    const hessian = slopes.hessians[row] as number;
    for (const column of columns) {
      const slot = column * BINS + (bins[row * width + column] as number);
      sums.gradients[slot] = (sums.gradients[slot] as number) + gradient;
      sums.hessians[slot] = (sums.hessians[slot] as number) + hessian;
    }
  }
  return sums;
}

function rest(whole: Slopes, part: Slopes): Slopes {
  return {
    gradients: whole.gradients.map((sum, slot) => sum - (part.gradients[slot] ?? 0)),
    hessians: whole.hessians.map((sum, slot) => sum - (part.hessians[slot] ?? 0)),
  };
}

function bestSplit(
  { gradients, hessians }: Slopes,
  columns: readonly number[],
  cuts: BinnedRows['cuts'],
  { lambda, minHessian }: BoostingSettings,
): Split | null {
  let best: Split | null = null;
  for (const column of columns) {
    const first = column * BINS;
    let gradient = 0;
    let hessian = 0;
    for (let slot = first; slot < first + BINS; slot++) {
      gradient += gradients[slot] ?? 0;
      hessian += hessians[slot] ?? 0;
    }
    const whole = gradient ** 2 / (hessian + lambda);
    let below = 0;
    let mass = 0;
    for (const bin of (cuts[column] ?? []).keys()) {
      below += gradients[first + bin] ?? 0;
      mass += hessians[first + bin] ?? 0;
      if (mass < minHessian || hessian - mass < minHessian) continue;
      const gain = below ** 2 / (mass + lambda) + (gradient - below) ** 2 / (hessian - mass + lambda) - whole;
      if (gain > (best?.gain ?? 0) + 1e-9) best = { gain, column, bin };
    }
  }
  return best;
}
