import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageLink, type Link } from '../../../digests/stories/average-link.ts';

/** The definition, as slow as it is plain: always join the two clusters of the greatest mean. */
function byDefinition(items: number, links: readonly Link[], threshold: number): number[][] {
  const likeness = new Map(
    links.flatMap(({ a, b, likeness: of }) => [
      [`${a},${b}`, of],
      [`${b},${a}`, of],
    ]),
  );
  let clusters = Array.from({ length: items }, (_, item) => [item]);
  for (;;) {
    let best = { mean: threshold, a: [] as number[], b: [] as number[] };
    for (const [at, a] of clusters.entries()) {
      for (const b of clusters.slice(at + 1)) {
        const sum = a.flatMap((x) => b.map((y) => likeness.get(`${x},${y}`) ?? 0)).reduce((p, q) => p + q, 0);
        const mean = sum / (a.length * b.length);
        if (mean > best.mean) best = { mean, a, b };
      }
    }
    const { a, b } = best;
    if (a.length === 0) return clusters.map((cluster) => cluster.toSorted((x, y) => x - y));
    clusters = [...clusters.filter((cluster) => cluster !== a && cluster !== b), [...a, ...b]];
  }
}

/** Likenesses that no two pairs share: equal ones may be joined in either order. */
const sparseLinks = (items: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), {
      selector: ([a, b]) => `${Math.min(a, b)},${Math.max(a, b)}`,
      maxLength: 40,
    })
    .chain((pairs) =>
      fc
        .uniqueArray(fc.integer({ min: 1, max: 99_991 }), {
          minLength: pairs.length,
          maxLength: pairs.length,
        })
        .map((values) =>
          pairs.flatMap(([a, b], at): Link[] =>
            a === b ? [] : [{ a: Math.min(a, b), b: Math.max(a, b), likeness: (values[at] ?? 0) / 100_003 }],
          ),
        ),
    );

describe('average link', () => {
  it('joins as the definition does, for any links', () => {
    fc.assert(
      fc.property(sparseLinks(12), (links) => {
        const names = averageLink(12, links, 0.4);
        const expected = byDefinition(12, links, 0.4);
        for (const cluster of expected) for (const item of cluster) expect(names[item]).toBe(cluster[0]);
      }),
    );
  });

  it('does not chain: two strong groups with one bridge stay two', () => {
    const strong = (a: number, b: number): Link => ({ a, b, likeness: 0.9 });
    const links = [strong(0, 1), strong(0, 2), strong(1, 2), strong(3, 4), strong(3, 5), strong(4, 5)];
    const names = averageLink(6, [...links, { a: 2, b: 3, likeness: 0.8 }], 0.5);
    expect(names).toEqual([0, 0, 0, 3, 3, 3]);
  });
});
