import { describe, expect, it } from 'vitest';
import { loadTrees, score, type TreeWeights } from '../../digests/learned/trees.ts';
import { type BoostingSettings, boost } from '../../eval/learning/boosting.ts';
import { logistic, softmax, type TrainingData } from '../../eval/learning/losses.ts';

const settings: BoostingSettings = {
  trees: 60,
  leaves: 4,
  rate: 0.3,
  lambda: 0.1,
  minHessian: 0.5,
  columnShare: 1,
  groupShare: 1,
  seed: 1,
};
const features = ['a', 'b', 'noise'];

/** A grid of thirds, on which the target asks for two columns at once. */
function grid(inGroupsOf: number): TrainingData {
  const rows: number[] = [];
  const target: number[] = [];
  for (let a = 0; a < 10; a++) {
    for (let b = 0; b < 10; b++) {
      rows.push(a / 3, b / 3, (a * 7 + b * 3) % 5);
      target.push(a > 4 !== b > 6 ? 1 : 0);
    }
  }
  const groups = Array.from({ length: target.length / inGroupsOf + 1 }, (_, at) => at * inGroupsOf);
  return {
    features,
    rows: Float32Array.from(rows),
    target: Uint8Array.from(target),
    groups: Int32Array.from(groups),
    weights: new Float32Array(groups.length - 1).fill(1),
  };
}

function scoresOf({ rows, target }: TrainingData, weights: TreeWeights): number[] {
  const trees = loadTrees(weights, features);
  return Array.from(target, (_, row) => score(trees, rows, row * features.length));
}

describe('boosted trees', () => {
  it('learn by logistic loss which side of even odds a row is on', () => {
    const data = grid(1);
    const found = scoresOf(data, boost(data, logistic, settings)).map((odds) => (odds > 0 ? 1 : 0));
    expect(found).toEqual([...data.target]);
  });

  it('learn by softmax to put the right rows of a group above its others', () => {
    const data = grid(10);
    const scores = scoresOf(data, boost(data, softmax, settings));
    for (let group = 0; group < 10; group++) {
      const of = (right: number) =>
        scores.slice(group * 10, group * 10 + 10).filter((_, at) => data.target[group * 10 + at] === right);
      expect(Math.min(...of(1))).toBeGreaterThan(Math.max(...of(0)));
    }
  });

  it('are the same for the same data and seed', () => {
    expect(boost(grid(1), logistic, settings)).toEqual(boost(grid(1), logistic, settings));
    const half = { ...settings, groupShare: 0.5 };
    expect(boost(grid(1), logistic, half)).not.toEqual(boost(grid(1), logistic, { ...half, seed: 2 }));
  });

  it('judge alike when their weights have been through a file of six digits', () => {
    const data = grid(1);
    const weights = boost(data, logistic, settings);
    const short = (_: string, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(6)) : value;
    const read: TreeWeights = JSON.parse(JSON.stringify(weights, short));
    expect(scoresOf(data, read)).toEqual(scoresOf(data, weights));
  });

  it('are refused for rows of other columns', () => {
    const weights = boost(grid(1), logistic, { ...settings, trees: 1 });
    expect(() => loadTrees(weights, ['a', 'b'])).toThrow(/Trained on the columns a,b,noise/);
  });
});
