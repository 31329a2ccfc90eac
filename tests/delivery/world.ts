/** Everything a digest's way needs, on a clock of its own: SQLite files, processes that can end at any step, a platform. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Message } from '../../adapters/message/message.ts';
import type { PlatformAdapter } from '../../adapters/platform-adapter.ts';
import type { DeliveryEvent, DeliveryNotice } from '../../src/delivery/events.ts';
import { createPollingQueue } from '../../src/delivery/queue/polling.ts';
import type { OnUnknown } from '../../src/delivery/reconcile.ts';
import { createWorker, type WorkerOptions } from '../../src/delivery/worker.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { everyDay, type Schedule } from '../../src/domain/schedule.ts';
import { defaultOptions, type Subscription } from '../../src/domain/subscription.ts';
import type { Instant } from '../../src/domain/time.ts';
import { nextDue } from '../../src/schedule/due-time.ts';
import { createBeat } from '../../src/schedule/heartbeat.ts';
import type { DigestOrder, ScheduleEvent } from '../../src/schedule/tick.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { type CrashPlan, createMortal, type Mortal } from './crash.ts';
import { createFakePlatform, type FakePlatform, type FakePlatformOptions } from './fake-platform.ts';
import { type VirtualTime, virtualTime } from './virtual-time.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
/** A Monday, half a minute before everybody's digest. */
const start: Instant = Date.UTC(2026, 10, 23, 7, 59, 30);
export const eight: Instant = Date.UTC(2026, 10, 23, 8);

const daily: Schedule = { times: ['08:00'], days: everyDay, zone: 'UTC' };

export type World = {
  readonly time: VirtualTime;
  readonly platform: FakePlatform;
  /** Looks into the ledger from outside. */
  readonly store: Store;
  readonly events: DeliveryEvent[];
  readonly notices: DeliveryNotice[];
  readonly scheduled: ScheduleEvent[];
  readonly built: DigestOrder[];
  subscribe(name: string, change?: Partial<Subscription>): Promise<Subscription>;
  /** A process with its own connection: ticks each minute and delivers. Never crashes unless told to. */
  startProcess(crash?: Partial<CrashPlan>): Promise<Process>;
  end(): Promise<void>;
};

type Process = {
  readonly mortal: Mortal;
  /** The heartbeat; it also comes by itself, once a minute. */
  beat(): void;
  stop(): Promise<void>;
};

export type WorldOptions = {
  readonly platform?: Omit<FakePlatformOptions, 'clock' | 'alarm'>;
  readonly onUnknown?: OnUnknown;
  readonly worker?: Partial<Pick<WorkerOptions, 'room' | 'leaseFor' | 'laneWidth'>>;
  readonly grace?: number;
  readonly jitter?: number;
  readonly random?: () => number;
  /** Stories of a digest; by default one. */
  readonly stories?: (order: DigestOrder) => number;
};

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-delivery-'));
  const path = join(folder, 'courant.db');
  const time = virtualTime(start);
  const platform = createFakePlatform({ ...time, ...options.platform });
  const events: DeliveryEvent[] = [];
  const notices: DeliveryNotice[] = [];
  const scheduled: ScheduleEvent[] = [];
  const built: DigestOrder[] = [];
  const stores: Store[] = [];
  const processes: Process[] = [];
  const open = async () => {
    const store = await openSqliteStore(path);
    stores.push(store);
    return store;
  };
  const store = await open();
  let ended = false;

  async function startProcess(crash: Partial<CrashPlan> = {}): Promise<Process> {
    const own = await open();
    const mortal = createMortal({ at: null, carriedOut: false, ...crash });
    const mortalStore = {
      deliveries: mortal.wrap(own.deliveries, 'deliveries'),
      digests: mortal.wrap(own.digests, 'digests'),
      subscriptions: mortal.wrap(own.subscriptions, 'subscriptions'),
      audit: mortal.wrap(own.audit, 'audit'),
    };
    const adapter: PlatformAdapter = {
      ...platform,
      ...mortal.wrap({ post: platform.post, findPosted: platform.findPosted }, 'platform'),
    };
    // An alarm of a dead process rings for nobody.
    const alarm: typeof time.alarm = (at, ring) =>
      time.alarm(at, () => mortal.whenAwake(() => mortal.isDead() || ring()));
    const queue = createPollingQueue({
      deliveries: mortalStore.deliveries,
      clock: time.clock,
      alarm,
      onError: () => {},
      interval: minute,
    });
    const worker = createWorker({
      store: mortalStore,
      adapters: new Map([['slack', adapter]]),
      compose: ({ digest }) => messageOf(digest),
      owner: `process-${processes.length + 1}`,
      clock: time.clock,
      alarm,
      random: options.random ?? (() => 0.5),
      onUnknown: options.onUnknown ?? 'hold',
      notify: async (notice) => void notices.push(notice),
      onEvent: (event) => void (mortal.isDead() || events.push(event)),
      announce: (words) => queue.announce(words),
      ...options.worker,
    });
    let stopped = false;
    const beatAt = createBeat({
      store: mortalStore,
      queue,
      buildDigest: async (order) => {
        built.push(order);
        return digestOf(order, options.stories?.(order) ?? 1);
      },
      onEvent: (event) => scheduled.push(event),
      ...(options.grace === undefined ? {} : { grace: options.grace }),
      ...(options.jitter === undefined ? {} : { jitter: options.jitter }),
    });
    const beat = (): void => {
      if (stopped || mortal.isDead()) return;
      void beatAt(time.clock()).catch((error: unknown) => scheduled.push({ kind: 'fault', error }));
      alarm((Math.floor(time.clock() / minute) + 1) * minute, beat);
    };
    await queue.start(worker).catch(() => {});
    beat();
    const process: Process = {
      mortal,
      beat,
      async stop() {
        stopped = true;
        const ended = Promise.all([queue.stop(), worker.stop()]);
        if (!mortal.isDead()) await ended;
      },
    };
    processes.push(process);
    return process;
  }

  return {
    time,
    platform,
    store,
    events,
    notices,
    scheduled,
    built,
    startProcess,
    async subscribe(name, change = {}) {
      const schedule = change.schedule ?? daily;
      const next = nextDue(change.nextDueAt === undefined ? schedule : daily, time.clock());
      const channel: ChannelRef = { platform: 'slack', workspace: 'T1', channel: name };
      const subscription: Subscription = {
        id: `s-${name}`,
        channel,
        topic: 'ukraine',
        schedule,
        options: defaultOptions,
        createdBy: 'U1',
        createdAt: time.clock(),
        nextDueAt: next.at,
        nextPeriod: next.period,
        coveredUntil: next.at - day,
        pausedBecause: null,
        ...change,
      };
      await store.subscriptions.add(subscription);
      return subscription;
    },
    async end() {
      if (ended) return;
      ended = true;
      for (const process of processes) await process.stop();
      for (const open of stores) await open.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A digest with so many stories; what is in them does not matter on its way. */
function digestOf({ topic, window, variant }: DigestOrder, stories: number): Digest {
  const story = (number: number): Digest['stories'][number] => ({
    id: `story-${number}`,
    headline: `Story ${number}`,
    url: null,
    articles: [],
    summary: [],
    keyQuotes: [],
    statements: [],
    contested: [],
    keywords: [],
    outlets: [],
    firstSeen: window.from,
    lastSeen: window.to,
    update: null,
    ranking: { score: 0, outlets: 0, freshness: 0, topicMatch: 0, novelty: 0, feedback: 0 },
  });
  return {
    id: `digest-${topic}-${window.from}-${window.to}-${variant}`,
    topic: { slug: topic, title: topic },
    window,
    stories: Array.from({ length: stories }, (_, number) => story(number)),
    articleCount: stories,
    outletCount: stories,
    language: 'en',
    builtAt: window.to,
  };
}

function messageOf(digest: Digest | null): Message {
  const title = digest
    ? `${digest.topic.title} until ${new Date(digest.window.to).toISOString()}`
    : 'Nothing new';
  return { title, context: null, blocks: [], actions: [], footer: null, locale: 'en', layout: 'single' };
}
