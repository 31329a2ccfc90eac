import { describe, expect, it } from 'vitest';
import { createCrowd } from '../../src/domain/crowd.ts';

describe('a crowd', () => {
  it('has who entered and did not leave, however many come and go', () => {
    const crowd = createCrowd<number>();
    const leavers = Array.from({ length: 20 }, (_, n) => crowd.enter(n));
    for (const n of [0, 19, 7, 8, 3]) leavers[n]?.();
    crowd.enter(20);
    expect([...crowd].toSorted((a, b) => a - b)).toEqual([
      1, 2, 4, 5, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20,
    ]);
    expect(crowd.size()).toBe(16);
  });

  it('takes leaving twice as leaving once', () => {
    const crowd = createCrowd<string>();
    const leave = crowd.enter('a');
    leave();
    crowd.enter('b');
    leave();
    expect([...crowd]).toEqual(['b']);
  });

  it('tells equal members apart', () => {
    const crowd = createCrowd<string>();
    const leave = crowd.enter('a');
    crowd.enter('a');
    leave();
    expect([...crowd]).toEqual(['a']);
  });

  it('may be left by those it is gone through for', () => {
    const crowd = createCrowd<() => void>();
    for (let n = 0; n < 5; n++) {
      const leave: () => void = crowd.enter(() => leave());
    }
    let called = 0;
    for (const leave of crowd) {
      leave();
      called++;
    }
    expect(called).toBe(5);
    expect(crowd.size()).toBe(0);
  });
});
