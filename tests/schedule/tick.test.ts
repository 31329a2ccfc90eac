import { afterEach, describe, expect, it } from 'vitest';
import { CourantError } from '../../src/domain/errors.ts';
import { defaultOptions } from '../../src/domain/subscription.ts';
import { nextDue } from '../../src/schedule/due-time.ts';
import { createWorld, day, eight, hour, minute, type World, type WorldOptions } from '../delivery/world.ts';

let world: World;
const make = async (options: WorldOptions = {}): Promise<World> => {
  world = await createWorld(options);
  return world;
};
afterEach(() => world.end());

const periods = async () =>
  (await world.store.deliveries.list({ limit: 100 }))
    .map(({ period, state }) => `${period.slice(5, 16)} ${state}`)
    .sort();

describe('what is due', () => {
  it('is built once for all who share topic, window and wishes', async () => {
    const { time, built, platform, subscribe, startProcess } = await make();
    for (let n = 0; n < 30; n++) await subscribe(`C${n}`);
    await subscribe('muted', { options: { ...defaultOptions, mutedOutlets: ['Some Outlet'] } });
    await subscribe('other', { topic: 'economy' });
    await startProcess();
    await time.runUntil(eight + minute);
    expect(built).toHaveLength(3);
    expect(platform.seen).toHaveLength(32);
  });

  it('has the window from the last digest to its hour, so that nothing is told twice or left out', async () => {
    const { time, built, subscribe, startProcess } = await make();
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 2 * day + minute);
    expect(built.map(({ window }) => [window.from, window.to])).toEqual([
      [eight - day, eight],
      [eight, eight + day],
      [eight + day, eight + 2 * day],
    ]);
  });

  it('posts nothing for an empty window, unless the channel wants to hear that there is nothing', async () => {
    const { time, platform, subscribe, startProcess, store } = await make({ stories: () => 0 });
    await subscribe('quiet');
    await subscribe('told', { options: { ...defaultOptions, nothingNew: true } });
    await startProcess();
    await time.runUntil(eight + minute);
    expect(platform.seen.map(({ channel }) => channel)).toEqual(['slack/T1/told']);
    const [quiet] = await store.deliveries.list({ subscriptionId: 's-quiet', limit: 1 });
    expect(quiet).toMatchObject({ state: 'skipped', error: 'Nothing new in this time.' });
  });

  it('is spread over the jitter, each channel always at its own place, with one window for all', async () => {
    const { time, platform, built, subscribe, startProcess } = await make({ jitter: 20_000 });
    for (let n = 0; n < 50; n++) await subscribe(`C${n}`);
    await startProcess();
    await time.runUntil(eight + day + minute);
    const delays = (date: number) =>
      new Map(
        platform.seen
          .filter(({ at }) => Math.abs(at - date) < hour)
          .map(({ channel, at }) => [channel, at - date]),
      );
    const [today, tomorrow] = [delays(eight), delays(eight + day)];
    expect(today.size).toBe(50);
    expect(today).toEqual(tomorrow);
    expect(new Set(today.values()).size).toBeGreaterThan(40);
    expect(Math.max(...today.values())).toBeLessThan(20_000);
    expect(built).toHaveLength(2);
  });

  it('of a topic that is gone leaves a note and moves on', async () => {
    const { time, store, subscribe, startProcess } = await make({
      stories: () => {
        throw new CourantError('not-found', 'There is no topic “ukraine”.');
      },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 10 * minute);
    const all = await store.deliveries.list({ limit: 10 });
    expect(all).toEqual([
      expect.objectContaining({ state: 'skipped', error: 'There is no topic “ukraine”.' }),
    ]);
  });

  it('comes again at the hour of another zone, when the channel moved there the same day', async () => {
    const { time, built, platform, store, subscribe, startProcess } = await make();
    const inUtc = await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + hour);
    const schedule = { ...inUtc.schedule, zone: 'America/New_York' };
    const next = nextDue(schedule, time.clock());
    expect(next.at).toBe(eight + 5 * hour);
    const subscription = await store.subscriptions.get(inUtc.id);
    if (!subscription) throw new Error('it is gone');
    await store.subscriptions.save({
      ...subscription,
      schedule,
      nextDueAt: next.at,
      nextPeriod: next.period,
    });
    await time.runUntil(eight + day + 6 * hour);
    expect(platform.seen.map(({ at }) => at)).toEqual([eight, eight + 5 * hour, eight + day + 5 * hour]);
    expect(built.map(({ window }) => window.from)).toEqual([eight - day, eight, eight + 5 * hour]);
  });

  it('is sent though a subscription beside it can no longer be read', async () => {
    const { time, platform, scheduled, subscribe, startProcess } = await make();
    await subscribe('A', {
      schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Mars/Olympus' },
      nextDueAt: eight,
      nextPeriod: '2026-11-23T08:00',
    });
    await subscribe('B');
    await startProcess();
    await time.runUntil(eight + day + minute);
    expect(platform.seen.map(({ channel }) => channel)).toEqual(['slack/T1/B', 'slack/T1/B']);
    expect(scheduled).toContainEqual(
      expect.objectContaining({ kind: 'build-failed', subscriptions: 1, error: expect.any(RangeError) }),
    );
  });

  it('whose digest cannot be built now is tried again, and keeps nobody else waiting', async () => {
    let broken = true;
    const { time, platform, scheduled, subscribe, startProcess } = await make({
      stories: ({ topic }) => {
        if (topic === 'sick' && broken) throw new Error('disk full');
        return 1;
      },
    });
    await subscribe('A', { topic: 'sick' });
    await subscribe('B');
    await startProcess();
    await time.runUntil(eight + 30_000);
    expect(platform.seen.map(({ channel }) => channel)).toEqual(['slack/T1/B']);
    expect(scheduled).toContainEqual(expect.objectContaining({ kind: 'build-failed', topic: 'sick' }));
    broken = false;
    await time.runUntil(eight + 2 * minute);
    expect(platform.seen.map(({ channel }) => channel)).toEqual(['slack/T1/B', 'slack/T1/A']);
  });
});

describe('after downtime', () => {
  it('one digest is made up for, with all the time it missed; the others are noted', async () => {
    const { time, built, platform, subscribe, startProcess } = await make();
    await subscribe('C1');
    await time.runUntil(eight + 3 * day + 5 * hour);
    await startProcess();
    await time.runUntil(eight + 4 * day + minute);
    expect(await periods()).toEqual(['11-23T08:00 skipped', '11-26T08:00 posted', '11-27T08:00 posted']);
    expect(platform.seen).toHaveLength(2);
    expect(built[0]?.window).toEqual({ from: eight - day, to: eight + 3 * day });
  });

  it('one older than the grace is left out, and its news comes with the next', async () => {
    const { time, built, subscribe, startProcess } = await make({ grace: 6 * hour });
    await subscribe('C1');
    await time.runUntil(eight + 7 * hour);
    await startProcess();
    await time.runUntil(eight + day + minute);
    expect(await periods()).toEqual(['11-23T08:00 skipped', '11-24T08:00 posted']);
    expect(built.map(({ window }) => window)).toEqual([{ from: eight - day, to: eight + day }]);
  });
});

describe('a clock that jumps', () => {
  it('ahead over the hour sends the digest once', async () => {
    const { time, platform, subscribe, startProcess } = await make();
    await subscribe('C1');
    await startProcess();
    time.jump(eight + 3 * hour);
    await time.runUntil(eight + 4 * hour);
    expect(platform.seen).toHaveLength(1);
  });

  it('back over the hour does not send it again', async () => {
    const { time, platform, subscribe, startProcess } = await make();
    await subscribe('C1');
    const first = await startProcess();
    await time.runUntil(eight + 5 * minute);
    await first.stop();
    time.jump(eight - hour);
    await startProcess();
    await time.runUntil(eight + hour);
    expect(platform.seen).toHaveLength(1);
    expect(await periods()).toEqual(['11-23T08:00 posted']);
  });

  it.each([true, false])(
    'a year ahead and back is set right (the program started anew: %s)',
    async (anew) => {
      const { time, platform, subscribe, startProcess } = await make();
      await subscribe('C1');
      const first = await startProcess();
      time.jump(eight + 365 * day);
      await time.runUntil(eight + 365 * day + 2 * minute);
      if (anew) await first.stop();
      time.jump(eight + 2 * hour);
      if (anew) await startProcess();
      else first.beat();
      const before = platform.seen.length;
      await time.runUntil(eight + day + minute);
      expect(platform.seen).toHaveLength(before + 1);
    },
  );
});

describe('two schedulers', () => {
  it('on one database plan each hour once', async () => {
    const { time, scheduled, platform, subscribe, startProcess } = await make();
    for (let n = 0; n < 10; n++) await subscribe(`C${n}`);
    await startProcess();
    await startProcess();
    await startProcess();
    await time.runUntil(eight + 2 * day + minute);
    expect(platform.seen).toHaveLength(30);
    const planned = scheduled.map((event) => (event.kind === 'ticked' ? event.deliveries : 0));
    expect(planned.reduce((sum, count) => sum + count, 0)).toBe(30);
  });
});
