import { afterEach, describe, expect, it } from 'vitest';
import type { CallFault } from './fake-platform.ts';
import { createWorld, day, eight, hour, minute, type World, type WorldOptions } from './world.ts';

let world: World;
const make = async (options: WorldOptions = {}): Promise<World> => {
  world = await createWorld(options);
  return world;
};
afterEach(() => world.end());

/** The fates of the first calls, in order; all others go well. */
const fates =
  (...list: readonly (CallFault | null)[]) =>
  ({ number }: { readonly number: number }) =>
    list[number - 1] ?? null;

const only = async () => {
  const [delivery] = await world.store.deliveries.list({ limit: 1 });
  if (!delivery) throw new Error('nothing was delivered');
  return delivery;
};

describe('a delivery', () => {
  it('goes out in parts, in order, the later ones under the first', async () => {
    const { time, platform, subscribe, startProcess } = await make({ platform: { parts: 3 } });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + minute);
    const [first] = platform.seen;
    expect(platform.seen.map(({ part, parent }) => [part, parent])).toEqual([
      [0, null],
      [1, first?.id],
      [2, first?.id],
    ]);
    expect(await only()).toMatchObject({ state: 'posted', attempts: 1, postedAt: eight });
  });

  it('is tried again after a growing while when nothing could be sent, and given up after eight attempts', async () => {
    const { time, platform, events, subscribe, startProcess } = await make({
      platform: { fate: () => ({ kind: 'not-sent' }) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 8 * hour);
    expect(platform.calls()).toBe(8);
    expect(await only()).toMatchObject({
      state: 'dead',
      attempts: 8,
      error: expect.stringContaining('Nobody there'),
    });
    expect(events.filter(({ kind }) => kind === 'dead')).toHaveLength(1);
  });

  it('given up can be tried again by hand', async () => {
    let down = true;
    const { time, store, platform, subscribe, startProcess } = await make({
      platform: { fate: () => (down ? { kind: 'not-sent' } : null) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 8 * hour);
    down = false;
    expect(await store.deliveries.retry([(await only()).id], time.clock())).toBe(1);
    await time.runUntil(eight + 8 * hour + 2 * minute);
    expect(platform.seen).toHaveLength(1);
    expect((await only()).state).toBe('posted');
  });

  it('waits as long as the platform asks, which does not count as an attempt', async () => {
    const limited: CallFault = { kind: 'rate-limited', for: 40_000 };
    const { time, platform, subscribe, startProcess } = await make({
      platform: { fate: fates(...Array.from({ length: 20 }, () => limited)) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 30_000);
    expect(platform.calls()).toBe(1);
    await time.runUntil(eight + 30 * minute);
    expect(platform.seen).toHaveLength(1);
    expect(await only()).toMatchObject({ state: 'posted', attempts: 1 });
  });

  it('whose answer was lost is looked for, and not posted again when it is there', async () => {
    const { time, platform, events, subscribe, startProcess } = await make({
      platform: { fate: fates({ kind: 'accepted-lost' }) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 5 * minute);
    expect(platform.calls()).toBe(1);
    expect(await only()).toMatchObject({ state: 'posted', parts: [{ messageId: platform.seen[0]?.id }] });
    expect(events).toContainEqual(expect.objectContaining({ kind: 'posted', found: true }));
  });

  it('whose answer was lost is looked for twice before it is posted again', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: { fate: fates({ kind: 'lost' }) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 30_000);
    expect(platform.calls()).toBe(1);
    await time.runUntil(eight + 5 * minute);
    expect(platform.calls()).toBe(2);
    expect(platform.seen).toHaveLength(1);
  });

  it('that appears half a minute after its call timed out is found at the second look', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: { fate: fates({ kind: 'accepted-late', after: 30_000 }) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + hour);
    expect(platform.seen).toHaveLength(1);
    expect(platform.calls()).toBe(1);
  });

  it('is repeated at once where the platform takes a repeated post for the first', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: {
        limits: { idempotentFor: 2 * minute },
        readable: false,
        fate: fates({ kind: 'accepted-lost' }),
      },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 15_000);
    expect(platform.calls()).toBe(2);
    expect(platform.seen).toHaveLength(1);
    expect((await only()).state).toBe('posted');
  });

  it('once of unknown fate stays so when the next try is refused for now', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: {
        limits: { idempotentFor: 2 * minute },
        fate: fates({ kind: 'accepted-lost' }, { kind: 'rate-limited', for: 10 * minute }),
      },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + hour);
    expect(platform.seen).toHaveLength(1);
    expect((await only()).state).toBe('posted');
  });
});

describe('deliveries of unknown fate in a workspace whose channels may be read once a minute', () => {
  it('are looked for one after the other, hardly knocking in vain, while others are posted', async () => {
    const lost = 5;
    const { time, platform, store, subscribe, startProcess } = await make({
      platform: {
        lookEvery: minute,
        fate: ({ number }) => (number <= lost ? { kind: 'accepted-lost' } : null),
      },
      worker: { laneWidth: 1 },
    });
    for (let n = 0; n < 20; n++) await subscribe(`C${n}`);
    await startProcess();
    await time.runUntil(eight + 2 * minute);
    expect((await store.deliveries.counts()).posted).toBeGreaterThanOrEqual(20 - lost);
    await time.runUntil(eight + 15 * minute);
    expect(await store.deliveries.counts()).toMatchObject({ posted: 20 });
    expect(platform.seen).toHaveLength(20);
    const refused = platform.looks.filter((look) => look.refused);
    expect(platform.looks.length - refused.length).toBe(lost);
    expect(refused.length).toBeLessThanOrEqual(lost);
  });
});

describe('a delivery of unknown fate in a channel that cannot be read', () => {
  const unreadable = { readable: false, fate: fates({ kind: 'accepted-lost' }) };

  it('is held, and the operator is told once', async () => {
    const { time, platform, notices, store, subscribe, startProcess } = await make({ platform: unreadable });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + hour);
    expect(platform.calls()).toBe(1);
    expect((await only()).state).toBe('unknown');
    expect(notices.map(({ kind }) => kind)).toEqual(['held']);
    // The operator has looked, and wants it sent.
    await store.deliveries.retry([(await only()).id], time.clock());
    await time.runUntil(eight + hour + 2 * minute);
    expect(platform.calls()).toBe(2);
    expect((await only()).state).toBe('posted');
  });

  it('is sent again where the operator has chosen rather twice than not', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: unreadable,
      onUnknown: 'resend',
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + hour);
    expect(platform.calls()).toBe(2);
    expect((await only()).state).toBe('posted');
  });
});

describe('a definite no', () => {
  it('from the channel pauses its subscriptions with one notice, and no other channel', async () => {
    const { time, notices, store, subscribe, startProcess } = await make({
      platform: {
        fate: ({ channel }) => (channel.channel === 'gone' ? { kind: 'refused', scope: 'channel' } : null),
      },
    });
    const channel = { platform: 'slack', workspace: 'T1', channel: 'gone' } as const;
    await subscribe('one', { channel, topic: 'ukraine' });
    await subscribe('two', { channel, topic: 'economy' });
    await subscribe('well');
    await startProcess();
    await time.runUntil(eight + 3 * day);
    expect(notices).toEqual([
      expect.objectContaining({
        kind: 'paused',
        scope: 'channel',
        reason: 'The bot was removed.',
        mend: 'Invite it.',
      }),
    ]);
    const resting = (await store.subscriptions.list()).filter(({ pausedBecause }) => pausedBecause !== null);
    expect(resting.map(({ id }) => id).sort()).toEqual(['s-one', 's-two']);
    expect(await store.deliveries.list({ subscriptionId: 's-well', limit: 10 })).toHaveLength(4);
    expect(await store.audit.ofChannel(channel, 10)).toHaveLength(2);
  });

  it('from the workspace pauses all of it with one notice, and asks no more', async () => {
    const { time, platform, notices, store, subscribe, startProcess } = await make({
      platform: {
        fate: ({ channel }) => (channel.workspace === 'T1' ? { kind: 'refused', scope: 'workspace' } : null),
      },
      worker: { laneWidth: 1 },
    });
    for (let n = 0; n < 10; n++) await subscribe(`C${n}`);
    await subscribe('elsewhere', { channel: { platform: 'slack', workspace: 'T2', channel: 'C1' } });
    await startProcess();
    await time.runUntil(eight + day + minute);
    expect(notices).toHaveLength(1);
    const paused = (await store.subscriptions.list()).filter(({ pausedBecause }) => pausedBecause !== null);
    expect(paused).toHaveLength(10);
    expect(platform.calls() - platform.seen.length).toBe(1);
    expect(platform.seen.map(({ channel }) => channel)).toEqual(['slack/T2/C1', 'slack/T2/C1']);
  });

  it('to the message alone is a dead letter and pauses nothing', async () => {
    const { time, notices, store, subscribe, startProcess } = await make({
      platform: { fate: fates({ kind: 'refused', scope: 'message' }) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + day + minute);
    expect(notices).toEqual([]);
    expect(await store.deliveries.counts()).toMatchObject({ dead: 1, posted: 1 });
  });

  it('by the whole platform is asked again every five minutes, not every second', async () => {
    let refusing = true;
    const { time, platform, subscribe, startProcess } = await make({
      platform: { fate: () => (refusing ? { kind: 'refused', scope: 'platform' } : null) },
    });
    await subscribe('C1');
    await startProcess();
    await time.runUntil(eight + 22 * minute);
    expect(platform.calls()).toBe(5);
    refusing = false;
    await time.runUntil(eight + 30 * minute);
    expect((await only()).state).toBe('posted');
  });
});

describe('a machine that is suspended', () => {
  it('between the mark and the call does not post what somebody else has posted meanwhile', async () => {
    const { time, platform, store, subscribe, startProcess } = await make();
    await subscribe('C1');
    const sleeper = await startProcess({ sleepsAfter: 'deliveries.freeze' });
    await time.runUntil(eight + 1000);
    expect(platform.seen).toHaveLength(0);
    await startProcess();
    await time.runUntil(eight + 5 * minute);
    expect(platform.seen).toHaveLength(1);
    sleeper.mortal.wake();
    await time.runUntil(eight + 10 * minute);
    expect(platform.seen).toHaveLength(1);
    expect(await store.deliveries.counts()).toMatchObject({ posted: 1 });
  });
});

describe('several processes', () => {
  it('keep together to the rate of the platform', async () => {
    const { time, platform, subscribe, startProcess } = await make({ platform: { limits: { overall: 20 } } });
    for (let n = 0; n < 400; n++) await subscribe(`C${n}`);
    await Promise.all([startProcess(), startProcess()]);
    await time.runUntil(eight + minute);
    expect(platform.seen).toHaveLength(400);
    const settled = platform.seen.map(({ at }) => at - eight).filter((at) => at >= 1000);
    const busiest = Math.max(
      ...settled.map((from) => settled.filter((at) => at >= from && at < from + 1000).length),
    );
    expect(busiest).toBeLessThanOrEqual(22);
    // And use it: 400 at 20 a second.
    expect(Math.max(...settled)).toBeLessThan(25_000);
  });
});

describe('workspaces', () => {
  it('do not wait for one whose platform does not answer, and that one is left alone for a while', async () => {
    const { time, platform, events, subscribe, startProcess } = await make({
      platform: { fate: ({ channel }) => (channel.workspace === 'sick' ? { kind: 'not-sent' } : null) },
      worker: { room: { platform: 40, workspace: 20 } },
    });
    for (let n = 0; n < 100; n++) {
      await subscribe(`a${n}`, { channel: { platform: 'slack', workspace: 'sick', channel: `C${n}` } });
    }
    for (let n = 0; n < 100; n++) {
      await subscribe(`b${n}`, { channel: { platform: 'slack', workspace: 'well', channel: `C${n}` } });
    }
    await startProcess();
    await time.runUntil(eight + 5000);
    expect(platform.seen).toHaveLength(100);
    expect(platform.calls() - 100).toBeLessThanOrEqual(20);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'circuit-opened', workspace: 'slack/sick' }),
    );
  });

  it('get everything posted within 5 % of the least time their limits allow', async () => {
    const { time, platform, subscribe, startProcess } = await make({
      platform: { parts: 3, limits: { perChannel: 1, overall: 50 } },
    });
    for (let n = 0; n < 200; n++) {
      await subscribe(`C${n}`, { channel: { platform: 'slack', workspace: `T${n % 9}`, channel: `C${n}` } });
    }
    await startProcess();
    // 600 posts at 50 a second.
    await time.runUntil(eight + 12_600);
    expect(platform.seen).toHaveLength(600);
  }, 60_000);
});

describe('stopping', () => {
  it('gives back what waits for its turn, for the next process to post', async () => {
    const { time, platform, store, subscribe, startProcess } = await make({
      platform: { limits: { perWorkspace: 1 } },
    });
    for (let n = 0; n < 30; n++) await subscribe(`C${n}`);
    const first = await startProcess();
    await time.runUntil(eight + 5000);
    const before = platform.seen.length;
    await first.stop();
    expect(await store.deliveries.counts()).toMatchObject({ sending: 0, pending: 30 - before });
    await startProcess();
    await time.runUntil(eight + 2 * minute);
    expect(platform.seen).toHaveLength(30);
    expect((await store.deliveries.list({ limit: 100 })).every(({ attempts }) => attempts === 1)).toBe(true);
  });
});
