import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoff, MOST_ATTEMPTS, worthRetrying } from '../../src/delivery/retry.ts';

describe('backing off', () => {
  it('takes any moment of a span that doubles from 30 seconds to an hour', () => {
    const longest = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) =>
      Math.ceil(backoff(attempts, () => 0.999999) / 1000),
    );
    expect(longest).toEqual([30, 60, 120, 240, 480, 960, 1920, 3600]);
    const anything = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), anything, (attempts, chance) => {
        const wait = backoff(attempts, () => chance);
        expect(wait).toBeGreaterThanOrEqual(1000);
        expect(wait).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('ends after eight attempts, and when the digest is a day old', () => {
    expect(worthRetrying({ attempts: MOST_ATTEMPTS - 1, dueAt: 0 }, 1000)).toBe(true);
    expect(worthRetrying({ attempts: MOST_ATTEMPTS, dueAt: 0 }, 1000)).toBe(false);
    expect(worthRetrying({ attempts: 1, dueAt: 0 }, 86_400_000)).toBe(false);
  });
});
