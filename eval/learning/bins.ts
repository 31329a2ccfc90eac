import type { TrainingData } from './losses.ts';

/** Values of a column fall into at most so many bins; splits lie between bins only. */
export const BINS = 64;

export type BinnedRows = {
  /** The bin of each value, in the order of `rows`. */
  readonly bins: Uint8Array;
  /** The upper bound of each bin but the last, a column each. */
  readonly cuts: readonly (readonly number[])[];
};

/** Bins of about as many rows each, or one a value where there are few. */
export function binRows({ features, rows, target }: TrainingData): BinnedRows {
  const columns = features.length;
  const bins = new Uint8Array(rows.length);
  const cuts = features.map((_, column) => {
    const counts = new Map<number, number>();
    for (let at = column; at < rows.length; at += columns) {
      const value = rows[at] ?? 0;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const values = [...counts].sort(([a], [b]) => a - b);
    const bounds = boundsOf(values, target.length / (BINS - 1));
    const binOf = new Map<number, number>();
    let bin = 0;
    for (const [value] of values) {
      while (bin < bounds.length && value > (bounds[bin] ?? 0)) bin++;
      binOf.set(value, bin);
    }
    for (let at = column; at < rows.length; at += columns) bins[at] = binOf.get(rows[at] ?? 0) ?? 0;
    return bounds;
  });
  return { bins, cuts };
}

function boundsOf(values: readonly (readonly [value: number, count: number])[], share: number): number[] {
  const bounds: number[] = [];
  let filled = 0;
  for (const [at, [value, count]] of values.entries()) {
    const next = values[at + 1];
    if (!next) break;
    filled += count;
    if (values.length > BINS && filled < share) continue;
    bounds.push(between(value, next[0]));
    filled = 0;
  }
  return bounds;
}

/** The middle, in as few digits as keep the two apart. */
function between(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 1; digits < 16; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (low <= Math.fround(short) && Math.fround(short) < high) return short;
  }
  return middle;
}
