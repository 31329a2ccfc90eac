import { describe, expect, it } from 'vitest';
import { LinearModel } from '../../digests/learned/linear.ts';
import { ridge } from '../../eval/learning/ridge.ts';

const features = ['a', 'b', 'noise'];

/** Rows on a grid whose wanted value is 3a - 2b + 1. */
function plane() {
  const rows: number[] = [];
  const wanted: number[] = [];
  for (let a = 0; a < 10; a++) {
    for (let b = 0; b < 10; b++) {
      rows.push(a, b, (a * 7 + b * 3) % 5);
      wanted.push(3 * a - 2 * b + 1);
    }
  }
  const weights = new Float64Array(wanted.length).fill(1);
  return { rows: Float64Array.from(rows), wanted: Float64Array.from(wanted), weights };
}

function scoresOf(model: LinearModel, rows: Float64Array): number[] {
  return Array.from({ length: rows.length / 3 }, (_, row) =>
    model.score(rows.subarray(row * 3, row * 3 + 3)),
  );
}

describe('ridge regression', () => {
  it('finds the plane that its rows lie on', () => {
    const { rows, wanted, weights } = plane();
    const model = new LinearModel(ridge(features, { rows, wanted, weights }, 1e-6), features);
    for (const [row, score] of scoresOf(model, rows).entries())
      expect(score).toBeCloseTo(wanted[row] ?? 0, 3);
  });

  it('goes by the rows that weigh more', () => {
    const { rows, wanted, weights } = plane();
    const torn = wanted.map((value, row) => (row % 2 === 0 ? value : value + 100));
    const half = weights.map((weight, row) => (row % 2 === 0 ? weight : 1e-6));
    const model = new LinearModel(ridge(features, { rows, wanted: torn, weights: half }, 1e-6), features);
    expect(scoresOf(model, rows)[0]).toBeCloseTo(wanted[0] ?? 0, 1);
  });

  it('makes less of the columns the larger the penalty', () => {
    const data = plane();
    const size = (penalty: number) =>
      ridge(features, data, penalty).weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    expect(size(1000)).toBeLessThan(size(10));
    expect(size(10)).toBeLessThan(size(0.001));
  });

  it('lets no single odd value decide', () => {
    const model = new LinearModel(ridge(features, plane(), 1e-6), features);
    expect(model.score(Float64Array.of(1e9, 0, 0))).toBeLessThan(60);
  });

  it('is refused for rows of other columns', () => {
    const weights = ridge(features, plane(), 1);
    expect(() => new LinearModel(weights, ['a', 'b'])).toThrow(/Trained on the columns a,b,noise/);
  });
});
