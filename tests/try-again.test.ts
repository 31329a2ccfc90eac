import { expect, it } from 'vitest';
import { tryAgain } from '../src/try-again.ts';

/** Time that stands until somebody waits for what comes next. */
function ownTime() {
  let now = 0;
  let next: { at: number; ring: () => void } | null = null;
  return {
    clock: () => now,
    alarm: (at: number, ring: () => void) => {
      next = { at, ring };
      return () => {
        next = null;
      };
    },
    /** Whether anything was waited for. */
    async pass(): Promise<boolean> {
      if (next === null) return false;
      const { at, ring } = next;
      next = null;
      now = at;
      ring();
      await new Promise(setImmediate);
      return true;
    },
  };
}

it('tries ever more seldom, a minute apart at most, until it is done', async () => {
  const time = ownTime();
  const tries: number[] = [];
  tryAgain(async () => tries.push(time.clock()) === 9, time.alarm, time.clock);
  while (await time.pass());
  expect(tries.map((at) => at / 1000)).toEqual([1, 3, 7, 15, 31, 63, 123, 183, 243]);
});

it('tries no more once it was given up, though a try was under way', async () => {
  const time = ownTime();
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const giveUp = tryAgain(() => promise, time.alarm, time.clock);
  await time.pass();
  giveUp();
  resolve(false);
  await promise;
  expect(await time.pass()).toBe(false);
});
