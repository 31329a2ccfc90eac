import { describe, expect, it } from 'vitest';
import { forgetOld } from '../../src/ingest/retention.ts';

const day = 86_400_000;
const now = 100 * day;

/** Articles of the days given, as a store has them. */
function storeOf(days: readonly number[]) {
  const newest = days.map((n) => n * day).toSorted((a, b) => b - a);
  const left = () => newest.filter((at) => at >= pruned);
  let pruned = 0;
  return {
    left: () => left().map((at) => at / day),
    async publishedOfNewest(n: number) {
      return newest[n - 1] ?? null;
    },
    async prune(before: number) {
      const all = left().length;
      pruned = before;
      return all - left().length;
    },
  };
}

describe('what is beyond the retention', () => {
  it.each([
    [{ days: null, articles: null }, [99, 95, 90, 10], 0],
    [{ days: 7, articles: null }, [99, 95], 2],
    [{ days: null, articles: 3 }, [99, 95, 90], 1],
    [{ days: null, articles: 30 }, [99, 95, 90, 10], 0],
    [{ days: 7, articles: 1 }, [99], 3],
    [{ days: 7, articles: 3 }, [99, 95], 2],
  ])('goes: %j', async (retention, left, gone) => {
    const store = storeOf([10, 90, 95, 99]);
    expect(await forgetOld(store, retention, now)).toBe(gone);
    expect(store.left()).toEqual(left);
  });
});
