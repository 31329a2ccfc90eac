/** A database in a file with subscriptions whose hour has come, and a worker to post them: the whole way of a digest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlatformAdapter, PostingLimits } from '../adapters/platform-adapter.ts';
import { composeDelivery } from '../src/compose-delivery.ts';
import { createAlarm } from '../src/delivery/alarm.ts';
import { createPollingQueue } from '../src/delivery/queue/polling.ts';
import { createWorker } from '../src/delivery/worker.ts';
import type { ChannelRef } from '../src/domain/channel.ts';
import { everyDay } from '../src/domain/schedule.ts';
import { defaultOptions } from '../src/domain/subscription.ts';
import { type TickOptions, type TickResult, tick } from '../src/schedule/tick.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import type { Store } from '../src/store/store.ts';

const day = 86_400_000;

export type Wanted = { readonly channel: ChannelRef; readonly topic: string };

export type Installation = {
  readonly store: Store;
  /** Builds and plans what is due. */
  plan(how: Pick<TickOptions, 'buildDigest' | 'variantOf'>): Promise<TickResult & { milliseconds: number }>;
  /** Posts all that is planned; milliseconds from the start of the worker until the last is recorded as posted. */
  deliver(adapter: PlatformAdapter, limits: PostingLimits): Promise<number>;
  end(): Promise<void>;
};

/** @param due when all of them are due; not in the future */
export async function createInstallation(wanted: readonly Wanted[], due: number): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'));
  const store = await openSqliteStore(join(folder, 'courant.db'));
  const clock = Date.now;
  const alarm = createAlarm(clock);
  const period = new Date(due).toISOString().slice(0, 16);
  for (const [n, { channel, topic }] of wanted.entries()) {
    await store.subscriptions.add({
      id: `s${n}`,
      channel,
      topic,
      schedule: { times: [period.slice(11)], days: everyDay, zone: 'UTC' },
      options: defaultOptions,
      createdBy: 'U1',
      createdAt: due,
      nextDueAt: due,
      nextPeriod: period,
      coveredUntil: due - day,
      pausedBecause: null,
    });
  }

  return {
    store,
    async plan(how) {
      const begun = performance.now();
      const queue = { announce: async () => {} };
      const result = await tick({ ...how, store, queue, onEvent: () => {} }, clock());
      return { ...result, milliseconds: performance.now() - begun };
    },
    async deliver(adapter, limits) {
      const begun = performance.now();
      let left = wanted.length;
      const { promise: allPosted, resolve } = Promise.withResolvers<void>();
      const queue = createPollingQueue({
        deliveries: store.deliveries,
        clock,
        alarm,
        onError: console.error,
      });
      const worker = createWorker({
        store,
        adapters: new Map([[adapter.platform, { ...adapter, limits }]]),
        compose: composeDelivery,
        owner: 'bench',
        clock,
        alarm,
        random: Math.random,
        onUnknown: 'hold',
        notify: async () => {},
        onEvent: ({ kind }) => {
          if (kind === 'posted' && --left === 0) resolve();
        },
        announce: (notices) => queue.announce(notices),
      });
      await queue.start(worker);
      await allPosted;
      const took = performance.now() - begun;
      await queue.stop();
      await worker.stop();
      return took;
    },
    async end() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
