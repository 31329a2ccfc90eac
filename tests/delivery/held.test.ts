import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PostedRef } from '../../adapters/platform-adapter.ts';
import { heldWhenFull, platformWidth } from '../../src/delivery/room.ts';
import { createWorker } from '../../src/delivery/worker.ts';
import { untried } from '../../src/domain/delivery.ts';
import { everyDay } from '../../src/domain/schedule.ts';
import { defaultOptions } from '../../src/domain/subscription.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { createFakePlatform } from './fake-platform.ts';
import { virtualTime } from './virtual-time.ts';

const now = Date.UTC(2026, 10, 23, 8);
const count = 2000;

async function storeWithDeliveries() {
  const store = await openSqliteStore(':memory:');
  const ids = Array.from({ length: count }, (_, n) => `d${n}`);
  const channelOf = (n: number) =>
    ({ platform: 'slack', workspace: `T${n % 20}`, channel: `C${n}` }) as const;
  for (const n of ids.keys()) {
    await store.subscriptions.add({
      id: `s${n}`,
      channel: channelOf(n),
      topic: 'topic',
      schedule: { times: ['08:00'], days: everyDay, zone: 'UTC' },
      options: defaultOptions,
      createdBy: 'U1',
      createdAt: now,
      nextDueAt: null,
      nextPeriod: null,
      coveredUntil: now,
      pausedBecause: null,
    });
  }
  const deliveries = ids.map((id, n) =>
    untried({
      id,
      subscriptionId: `s${n}`,
      period: '2026-11-23T08:00',
      channel: channelOf(n),
      digestId: null,
      window: { from: now - 1, to: now },
      dueAt: now,
    }),
  );
  await store.deliveries.plan({ digests: [], deliveries, advances: [] });
  return store;
}

describe('what a worker holds', () => {
  it('is no more than soon gets a connection, while all of them are in use; and all is posted in the end', async () => {
    const store = await storeWithDeliveries();
    const time = virtualTime(now);
    const answers: ((ref: PostedRef) => void)[] = [];
    const platform = createFakePlatform(time);
    const post = () => new Promise<PostedRef>((resolve) => answers.push(resolve));
    const worker = createWorker({
      store,
      adapters: new Map([['slack', { ...platform, post }]]),
      compose: () => ({
        title: 'Nothing new',
        context: null,
        blocks: [],
        actions: [],
        footer: null,
        locale: 'en',
        layout: 'single',
      }),
      owner: 'worker',
      ...time,
      random: () => 0.5,
      onUnknown: 'hold',
      notify: async () => {},
      onEvent: () => {},
      announce: async () => {},
    });
    const rest = async () => {
      for (let turns = 0; turns < 20; turns++) await turn();
    };

    while ((await worker.sweep()) > 0) await rest();
    expect(answers).toHaveLength(platformWidth);
    expect(worker.held()).toBe(heldWhenFull);

    let posted = 0;
    while (answers.length > 0) {
      for (const answer of answers.splice(0)) answer({ messageId: `${posted++}` });
      await rest();
      while ((await worker.sweep()) > 0) await rest();
      expect(worker.held()).toBeLessThanOrEqual(heldWhenFull);
    }
    expect(await store.deliveries.counts()).toMatchObject({ posted: count, pending: 0, sending: 0 });
    await worker.stop();
    await store.close();
  });
});
