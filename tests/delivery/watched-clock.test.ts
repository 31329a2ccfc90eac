import { describe, expect, it } from 'vitest';
import { watchedClock } from '../../src/delivery/watched-clock.ts';

describe('a watched clock', () => {
  it('tells once when it was set back, not when it was kept in step or ran ahead', () => {
    let now = 10_000;
    let times = 0;
    const clock = watchedClock(
      () => now,
      () => times++,
    );
    for (now of [10_000, 60_000, 59_500, 3_600_000]) expect(clock()).toBe(now);
    expect(times).toBe(0);
    now = 20_000;
    expect(clock()).toBe(20_000);
    expect(clock()).toBe(20_000);
    expect(times).toBe(1);
  });
});
