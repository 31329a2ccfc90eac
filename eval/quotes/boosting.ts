import type { TreeWeights } from '../../digests/quotes/trees.ts';

/** Rows in groups (the candidates of one quotation); `target` is 1 for every right one of a group. */
export type RankingData = {
  readonly columns: number;
  readonly rows: Float32Array;
  readonly target: Uint8Array;
  /** First row of each group, and the end. */
  readonly groups: Int32Array;
  readonly weights: Float32Array;
};

export type BoostingSettings = {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly lambda: number;
  readonly minHessian: number;
  readonly columnShare: number;
  readonly groupShare: number;
  readonly seed: number;
};

/** A small, seeded generator (mulberry32), so that training gives the same weights each time. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const BINS = 64;

function binColumns(data: RankingData): { bins: Uint8Array; cuts: number[][] } {
  const count = data.target.length;
  const { columns, rows } = data;
  const bins = new Uint8Array(count * columns);
  const cuts: number[][] = [];
  for (let c = 0; c < columns; c++) {
    const seen = new Map<number, number>();
    for (let r = 0; r < count; r++) {
      const value = rows[r * columns + c] ?? 0;
      seen.set(value, (seen.get(value) ?? 0) + 1);
    }
    const values = [...seen.keys()].sort((a, b) => a - b);
    const mine: number[] = [];
    const share = count / (BINS - 1);
    let filled = 0;
    for (let v = 0; v + 1 < values.length; v++) {
      filled += seen.get(values[v] ?? 0) ?? 0;
      if (values.length <= BINS || filled >= share) {
        mine.push(((values[v] ?? 0) + (values[v + 1] ?? 0)) / 2);
        filled = 0;
      }
    }
    cuts.push(mine);
    const binOf = new Map<number, number>();
    let bin = 0;
    for (const value of values) {
      while (bin < mine.length && value > (mine[bin] ?? 0)) bin++;
      binOf.set(value, bin);
    }
    for (let r = 0; r < count; r++) bins[r * columns + c] = binOf.get(rows[r * columns + c] ?? 0) ?? 0;
  }
  return { bins, cuts };
}

type Leaf = {
  readonly node: number;
  readonly members: Int32Array;
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
  readonly best: { gain: number; column: number; bin: number };
};

/**
 * Boosts trees on the softmax (listwise) loss within each group: the score of a right candidate is raised against the
 * others of its quotation. Histogram splits, grown leaf by leaf (Ke et al. 2017, LightGBM).
 */
export function boost(
  data: RankingData,
  settings: BoostingSettings,
  names: readonly string[],
  binary = false,
): TreeWeights {
  const count = data.target.length;
  const { columns, groups } = data;
  const { bins, cuts } = binColumns(data);
  const random = seeded(settings.seed);
  const scores = new Float64Array(count);
  const g = new Float64Array(count);
  const h = new Float64Array(count);
  const out = {
    features: [...names],
    roots: [] as number[],
    feature: [] as number[],
    value: [] as number[],
    left: [] as number[],
  };

  for (let t = 0; t < settings.trees; t++) {
    const members: number[] = [];
    for (let k = 0; k + 1 < groups.length; k++) {
      const from = groups[k] ?? 0;
      const to = groups[k + 1] ?? 0;
      if (binary) for (let r = from; r < to; r++) logistic(data, scores, g, h, r, k);
      else softmax(data, scores, g, h, from, to, k);
      if (random() < settings.groupShare) for (let r = from; r < to; r++) members.push(r);
    }
    const chosen: number[] = [];
    for (let c = 0; c < columns; c++)
      if (random() < settings.columnShare && (cuts[c]?.length ?? 0) > 0) chosen.push(c);
    const root = out.feature.length;
    out.roots.push(root);
    growTree(Int32Array.from(members), chosen);
    for (let r = 0; r < count; r++) {
      let node = root;
      while ((out.feature[node] ?? -1) >= 0) {
        const column = out.feature[node] ?? 0;
        const child = out.left[node] ?? 0;
        node = (data.rows[r * columns + column] ?? 0) <= (out.value[node] ?? 0) ? child : child + 1;
      }
      scores[r] = (scores[r] ?? 0) + (out.value[node] ?? 0) / 1000;
    }
  }
  return out;

  function growTree(all: Int32Array, chosen: readonly number[]): void {
    const make = (node: number, rows: Int32Array, parent?: Leaf, sibling?: Leaf): Leaf => {
      let gradients: Float64Array;
      let hessians: Float64Array;
      if (parent !== undefined && sibling !== undefined) {
        gradients = parent.gradients.map((value, at) => value - (sibling.gradients[at] ?? 0));
        hessians = parent.hessians.map((value, at) => value - (sibling.hessians[at] ?? 0));
      } else {
        gradients = new Float64Array(columns * BINS);
        hessians = new Float64Array(columns * BINS);
        for (const r of rows) {
          const gr = g[r] ?? 0;
          const hr = h[r] ?? 0;
          const base = r * columns;
          for (const c of chosen) {
            const slot = c * BINS + (bins[base + c] as number);
            gradients[slot] = (gradients[slot] as number) + gr;
            hessians[slot] = (hessians[slot] as number) + hr;
          }
        }
      }
      const leaf: Leaf = { node, members: rows, gradients, hessians, best: { gain: 0, column: -1, bin: -1 } };
      findSplit(leaf, chosen);
      return leaf;
    };
    const addNode = (): number => {
      out.feature.push(-1);
      out.value.push(0);
      out.left.push(-1);
      return out.feature.length - 1;
    };
    const leaves: Leaf[] = [make(addNode(), all)];
    while (leaves.length < settings.leaves) {
      let pick = -1;
      leaves.forEach((leaf, at) => {
        if (leaf.best.column >= 0 && (pick < 0 || leaf.best.gain > (leaves[pick]?.best.gain ?? 0))) pick = at;
      });
      const leaf = leaves[pick];
      if (leaf === undefined) break;
      const { column, bin } = leaf.best;
      const goesLeft = leaf.members.filter((r) => (bins[r * columns + column] as number) <= bin);
      const goesRight = leaf.members.filter((r) => (bins[r * columns + column] as number) > bin);
      const left = addNode();
      addNode();
      out.feature[leaf.node] = column;
      out.value[leaf.node] = cuts[column]?.[bin] ?? 0;
      out.left[leaf.node] = left;
      if (goesLeft.length <= goesRight.length) {
        const a = make(left, goesLeft);
        leaves[pick] = a;
        leaves.push(make(left + 1, goesRight, leaf, a));
      } else {
        const b = make(left + 1, goesRight);
        leaves[pick] = b;
        leaves.push(make(left, goesLeft, leaf, b));
      }
    }
    for (const leaf of leaves) {
      let sumG = 0;
      let sumH = 0;
      for (const r of leaf.members) {
        sumG += g[r] ?? 0;
        sumH += h[r] ?? 0;
      }
      out.value[leaf.node] = Math.round((-sumG / (sumH + settings.lambda)) * settings.rate * 1000);
    }
  }

  function findSplit(leaf: Leaf, chosen: readonly number[]): void {
    for (const c of chosen) {
      let totalG = 0;
      let totalH = 0;
      for (let b = 0; b < BINS; b++) {
        totalG += leaf.gradients[c * BINS + b] ?? 0;
        totalH += leaf.hessians[c * BINS + b] ?? 0;
      }
      const whole = (totalG * totalG) / (totalH + settings.lambda);
      let leftG = 0;
      let leftH = 0;
      const last = cuts[c]?.length ?? 0;
      for (let b = 0; b < last; b++) {
        leftG += leaf.gradients[c * BINS + b] ?? 0;
        leftH += leaf.hessians[c * BINS + b] ?? 0;
        const rightG = totalG - leftG;
        const rightH = totalH - leftH;
        if (leftH < settings.minHessian || rightH < settings.minHessian) continue;
        const gain =
          (leftG * leftG) / (leftH + settings.lambda) +
          (rightG * rightG) / (rightH + settings.lambda) -
          whole;
        if (gain > leaf.best.gain + 1e-9) Object.assign(leaf.best, { gain, column: c, bin: b });
      }
    }
  }
}

function logistic(
  data: RankingData,
  scores: Float64Array,
  g: Float64Array,
  h: Float64Array,
  row: number,
  group: number,
): void {
  const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
  const weight = data.weights[group] ?? 1;
  g[row] = (p - (data.target[row] ?? 0)) * weight;
  h[row] = p * (1 - p) * weight;
}

function softmax(
  data: RankingData,
  scores: Float64Array,
  g: Float64Array,
  h: Float64Array,
  from: number,
  to: number,
  group: number,
): void {
  let top = -Infinity;
  for (let r = from; r < to; r++) top = Math.max(top, scores[r] ?? 0);
  let all = 0;
  let right = 0;
  for (let r = from; r < to; r++) {
    const e = Math.exp((scores[r] ?? 0) - top);
    g[r] = e;
    all += e;
    if (data.target[r] === 1) right += e;
  }
  const weight = data.weights[group] ?? 1;
  for (let r = from; r < to; r++) {
    const e = g[r] ?? 0;
    const p = e / all;
    const q = data.target[r] === 1 && right > 0 ? e / right : 0;
    g[r] = (p - q) * weight;
    h[r] = Math.max(p * (1 - p), 1e-4) * weight;
  }
}
