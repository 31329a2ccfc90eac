import { describe, expect, it } from 'vitest';
import { sqliteFiles } from './databases.ts';
import { runChaos } from './run.ts';

/** A fixed row of dice, so that each run of the tests meets the same kinds of trouble. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a troubled installation', () => {
  it('posts every digest once, though its processes are killed and the platforms lie', async () => {
    const databases = await sqliteFiles();
    try {
      const result = await runChaos({
        database: await databases.fresh(),
        processes: 2,
        deliveries: 30,
        kills: 3,
        killEvery: 400,
        pace: 30,
        random: dice(11),
        patience: 60_000,
      });
      expect(result).toMatchObject({
        finished: true,
        deliveries: 30,
        states: { posted: 30 },
        lost: 0,
        double: { slack: 0, discord: 0 },
        strange: 0,
        violations: [],
        complaints: [],
      });
      expect(result.kills.random + result.kills.named).toBeGreaterThan(0);
      expect(result.messages).toBeGreaterThan(30);
    } finally {
      await databases.end();
    }
  }, 90_000);
});
