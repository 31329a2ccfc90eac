import type { Row } from './sets.ts';

/**
 * Draws items with replacement (Efron 1979); the same seed draws the same. Copies get ids of their own. Stories are
 * drawn together with those they were mixed up with: else a wrong join would vanish whenever one side is not drawn,
 * and the interval would lie above the figure.
 */
export function resampled(
  gold: readonly Row[],
  predictions: readonly Row[],
  unit: 'id' | 'story',
  seed: number,
): { gold: Row[]; predictions: Row[] } {
  const random = mulberry32(seed);
  const predicted = new Map(predictions.map((row) => [row.id, row]));
  const groups = unit === 'story' ? mixedUp(gold, predicted) : gold.map((row) => [row]);
  const copies = new Map<unknown, number>();
  const drawn: { gold: Row[]; predictions: Row[] } = { gold: [], predictions: [] };
  for (let draw = 0; draw < groups.length; draw++) {
    const group = groups[Math.floor(random() * groups.length)] ?? [];
    const key = group[0]?.id;
    const copy = copies.get(key) ?? 0;
    copies.set(key, copy + 1);
    for (const row of group) {
      const prediction = predicted.get(row.id);
      drawn.gold.push(copyOf(row, copy));
      if (prediction) drawn.predictions.push(copyOf(prediction, copy));
    }
  }
  return drawn;
}

/** Stories, true and predicted, that share an article: the parts that connect them, each whole. */
function mixedUp(gold: readonly Row[], predicted: ReadonlyMap<unknown, Row>): Row[][] {
  const partOf = new Map<string, Row[]>();
  for (const row of gold) {
    const keys = [`true ${row.story}`, `predicted ${predicted.get(row.id)?.story ?? row.id}`];
    const parts = new Set(keys.map((key) => partOf.get(key)).filter((part) => part !== undefined));
    const part = [...parts].flat().concat(row);
    for (const member of part) {
      partOf.set(`true ${member.story}`, part);
      partOf.set(`predicted ${predicted.get(member.id)?.story ?? member.id}`, part);
    }
  }
  return [...new Set(partOf.values())];
}

/** The 95 % interval by percentiles. */
export function interval(values: readonly number[]): readonly [number, number] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/** A second copy of a story is a story of its own, in truth and in prediction. */
function copyOf(row: Row, copy: number): Row {
  if (copy === 0) return row;
  const story = row.story === undefined ? {} : { story: `${row.story}~${copy}` };
  return { ...row, ...story, id: `${row.id}~${copy}` };
}

/** A small, good enough generator (Ettinger 2017, public domain): the runs must repeat. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
