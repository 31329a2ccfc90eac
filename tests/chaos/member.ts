/** One real process of a troubled installation: ticks, claims, posts with the real adapters, until something kills it. */
import { randomUUID } from 'node:crypto';
import type { AdapterDeps } from '../../adapters/adapter-deps.ts';
import { createDiscordAdapter } from '../../adapters/discord/adapter.ts';
import type { PlatformAdapter } from '../../adapters/platform-adapter.ts';
import { createSlackAdapter } from '../../adapters/slack/adapter.ts';
import { openStore } from '../../src/app.ts';
import { composeDelivery } from '../../src/compose-delivery.ts';
import { createAlarm } from '../../src/delivery/alarm.ts';
import { createPgBossQueue } from '../../src/delivery/queue/pg-boss.ts';
import { createPollingQueue } from '../../src/delivery/queue/polling.ts';
import { createWorker } from '../../src/delivery/worker.ts';
import type { Platform } from '../../src/domain/channel.ts';
import { startHeartbeat } from '../../src/schedule/heartbeat.ts';
import { chaosDigest } from './digest.ts';
import type { MemberOrders } from './orders.ts';

const orders: MemberOrders = JSON.parse(process.argv[2] ?? '');
const clock = () => Date.now() + orders.skew;
const alarm = createAlarm(clock);
let met = 0;

/** The same object, but for the one call at which this process is to die. */
function mortal<T extends object>(target: T, name: string): T {
  return new Proxy(target, {
    get(object, property) {
      const value: unknown = Reflect.get(object, property);
      if (typeof value !== 'function' || orders.dieAt?.step !== `${name}.${String(property)}`) return value;
      return async (...given: unknown[]) => {
        met++;
        if (met !== orders.dieAt?.nth) return value.apply(object, given);
        if (orders.dieAt.carriedOut) await Promise.resolve(value.apply(object, given)).catch(() => {});
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => {});
      };
    },
  });
}

const report = (event: { readonly kind: string }): void => {
  process.send?.({ kind: event.kind });
};
const complain = (error: unknown): void => {
  process.send?.({
    kind: 'fault',
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
};

// Few are claimed at once where limits are kept: the thread that a burst brings is to be killed too.
const opened = await openStore(orders.database, { burst: 10 });
const store = {
  deliveries: mortal(opened.deliveries, 'deliveries'),
  digests: mortal(opened.digests, 'digests'),
  subscriptions: mortal(opened.subscriptions, 'subscriptions'),
  audit: opened.audit,
};
const silent = () => {};
const deps: AdapterDeps = {
  clock,
  keyValues: opened.keyValues,
  patience: { call: orders.call, stop: 1000 },
  log: { debug: silent, info: silent, warn: silent, error: silent },
};
const slack = createSlackAdapter(
  {
    botToken: 'xoxb-chaos',
    appToken: null,
    signingSecret: null,
    oauth: null,
    managers: [],
    apiUrl: orders.slackApi,
    // The counterpart knows no client_msg_id: what is proved here rests on metadata alone.
    clientMessageId: false,
  },
  deps,
);
const discord = createDiscordAdapter(
  {
    token: 'chaos',
    applicationId: null,
    publicKey: null,
    mode: 'gateway',
    shard: null,
    apiUrl: orders.discordApi,
  },
  deps,
);
const adapters = new Map<Platform, PlatformAdapter>();
for (const adapter of [slack, discord]) {
  const { post, findPosted } = mortal({ post: adapter.post, findPosted: adapter.findPosted }, 'platform');
  adapters.set(adapter.platform, {
    ...adapter,
    post,
    findPosted,
    limits: { ...adapter.limits, ...orders.limits },
  });
}

const queue = /^postgres/.test(orders.database)
  ? createPgBossQueue({ connectionString: orders.database, clock, alarm, interval: 1000, onError: complain })
  : createPollingQueue({ deliveries: store.deliveries, clock, alarm, interval: 500, onError: complain });
const worker = createWorker({
  store,
  adapters,
  compose: composeDelivery,
  owner: randomUUID(),
  clock,
  alarm,
  random: Math.random,
  onUnknown: 'hold',
  settling: orders.settling,
  leaseFor: orders.leaseFor,
  rests: orders.rests,
  notify: async () => {},
  onEvent: (event) => {
    report(event.kind === 'posted' && event.found ? { kind: 'found' } : event);
    if (event.kind === 'fault') complain(event.error);
  },
  announce: (notices) => queue.announce(notices),
});
const heartbeat = startHeartbeat(
  {
    store,
    queue,
    buildDigest: async (order) => chaosDigest(order),
    onEvent: (event) => {
      if (event.kind === 'fault' || event.kind === 'build-failed') complain(event.error);
    },
  },
  clock,
);
await queue.start(worker);

process.on('SIGTERM', async () => {
  await heartbeat.stop();
  await queue.stop();
  await worker.stop();
  await Promise.all([slack.stop(), discord.stop()]);
  await opened.close();
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
