import { describe, expect, it } from 'vitest';
import { resampled } from '../../eval/bootstrap.ts';

const gold = ['a', 'a', 'b', 'b', 'c'].map((story, n) => ({ id: `${n}`, story }));
/** Stories a and b were taken for one. */
const predictions = gold.map(({ id, story }) => ({ id, story: story === 'c' ? 'c' : 'ab' }));

describe('resampled stories', () => {
  it('are never drawn without those they were mixed up with', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { gold: drawn } = resampled(gold, predictions, 'story', seed);
      const count = (story: string) => drawn.filter((row) => String(row.story).startsWith(story)).length;
      expect(count('a')).toBe(count('b'));
    }
  });

  it('come as copies with ids and stories of their own, in truth and in prediction', () => {
    const { gold: drawn, predictions: predicted } = resampled(gold, predictions, 'story', 3);
    expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
    expect(predicted.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
  });

  it('are the same for the same seed', () => {
    expect(resampled(gold, predictions, 'story', 7)).toEqual(resampled(gold, predictions, 'story', 7));
  });
});
