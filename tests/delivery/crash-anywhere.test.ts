import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallFault } from './fake-platform.ts';
import { createWorld, day, eight, hour, minute, type World, type WorldOptions } from './world.ts';

let world: World;
afterEach(() => world.end());

/** How many times each part of each period can be seen in a channel. */
function timesSeen({ platform }: World): readonly string[] {
  const counts = new Map<string, number>();
  for (const { channel, key, part } of platform.seen) {
    const what = `${channel} ${key} part ${part}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1).map(([what, count]) => `${what}: ${count} times`);
}

const platforms: readonly (readonly [name: string, options: NonNullable<WorldOptions['platform']>])[] = [
  ['that shows posts when looked for', { parts: 2 }],
  ['that shows posts late', { parts: 2, visibleAfter: 8000 }],
  ['that takes a repeated post for the first', { parts: 2, limits: { idempotentFor: 2 * minute } }],
];

describe.each(platforms)('on a platform %s', (_, options) => {
  it.each([false, true])(
    'a process that ends at any step (the step carried out: %s) leaves one digest in the channel',
    async (carriedOut) => {
      let finished = false;
      let crashes = 0;
      for (let at = 1; !finished; at++) {
        world = await createWorld({ platform: options });
        await world.subscribe('C1');
        const first = await world.startProcess({ at, carriedOut });
        await world.time.runUntil(eight + 2 * minute);
        finished = !first.mortal.isDead();
        if (!finished) crashes++;
        await world.startProcess();
        await world.time.runUntil(eight + 10 * minute);
        const where = first.mortal.steps.at(-1);
        expect(timesSeen(world), where).toEqual([]);
        expect(
          world.platform.seen.map(({ part }) => part),
          where,
        ).toEqual([0, 1]);
        const [delivery, ...others] = await world.store.deliveries.list({ limit: 10 });
        expect(others).toEqual([]);
        expect(delivery?.state, where).toBe('posted');
        expect(delivery?.parts.map(({ messageId }) => messageId)).toEqual(
          world.platform.seen.map(({ id }) => id),
        );
        await world.end();
      }
      // All of: due, plan, claim, freeze, post, save, post, finish.
      expect(crashes).toBeGreaterThan(10);
    },
  );
});

describe('whatever goes wrong', () => {
  const kinds: fc.Arbitrary<CallFault | null> = fc.oneof(
    { weight: 6, arbitrary: fc.constant(null) },
    fc.constantFrom<CallFault>(
      { kind: 'lost' },
      { kind: 'accepted-lost' },
      { kind: 'accepted-late', after: 25_000 },
      { kind: 'not-sent' },
      { kind: 'rate-limited', for: 5000 },
      { kind: 'broken' },
    ),
  );
  const crashes = fc.array(fc.record({ at: fc.integer({ min: 1, max: 60 }), carriedOut: fc.boolean() }), {
    maxLength: 4,
  });

  it('each digest of two days is seen once in every channel: crashes, lost answers, refusals in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(kinds, { maxLength: 30 }),
        crashes,
        fc.boolean(),
        async (fates, plans, idempotent) => {
          const troubled = await createWorld({
            platform: {
              parts: 2,
              visibleAfter: 5000,
              limits: idempotent ? { idempotentFor: 2 * minute } : {},
              fate: ({ number }) => fates[number] ?? null,
            },
          });
          try {
            for (const name of ['C1', 'C2', 'C3']) await troubled.subscribe(name);
            let now = eight;
            for (const plan of plans) {
              await troubled.startProcess(plan);
              now += 10 * minute;
              await troubled.time.runUntil(now);
            }
            await troubled.startProcess();
            await troubled.time.runUntil(eight + day + 5 * hour);
            expect(timesSeen(troubled)).toEqual([]);
            const counts = await troubled.store.deliveries.counts();
            expect(counts).toEqual({ pending: 0, sending: 0, unknown: 0, dead: 0, skipped: 0, posted: 6 });
            expect(troubled.platform.seen).toHaveLength(6 * 2);
          } finally {
            await troubled.end();
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);

  it('two processes on one database make it once', async () => {
    world = await createWorld({ platform: { parts: 2 } });
    for (let n = 0; n < 20; n++) await world.subscribe(`C${n}`);
    await world.startProcess();
    await world.startProcess();
    await world.time.runUntil(eight + 3 * minute);
    expect(timesSeen(world)).toEqual([]);
    expect(world.platform.seen).toHaveLength(40);
  });
});
