/** One troubled installation from start to end: counterparts, database, processes that are killed, and the reckoning. */
import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../src/app.ts';
import type { ChannelRef } from '../../src/domain/channel.ts';
import type { Delivery } from '../../src/domain/delivery.ts';
import { everyDay, type Schedule } from '../../src/domain/schedule.ts';
import { defaultOptions } from '../../src/domain/subscription.ts';
import { nextDue } from '../../src/schedule/due-time.ts';
import type { Store } from '../../src/store/store.ts';
import { type DiscordCounterpart, startDiscordCounterpart } from '../counterparts/discord.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../counterparts/slack.ts';
import { longTopic } from './digest.ts';
import type { DieAt, MemberOrders } from './orders.ts';
import { steps } from './orders.ts';
import { type Reckoning, reckon } from './reckon.ts';
import { troubles } from './troubles.ts';

export type ChaosOptions = {
  readonly database: string;
  readonly processes: number;
  /** One for each subscription: half on Slack, half on Discord. */
  readonly deliveries: number;
  readonly kills: number;
  /** Milliseconds between two kills, about. */
  readonly killEvery: number;
  /** Posts a second on one platform, of all processes together. */
  readonly pace: number;
  readonly random: () => number;
  /** Milliseconds after which it is a failure that not everything is posted. */
  readonly patience: number;
};

export type ChaosResult = Reckoning & {
  readonly kills: { readonly random: number; readonly named: number };
  readonly troubles: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, number>;
  /** Messages whose answer was lost, found by looking. */
  readonly found: number;
  readonly complaints: readonly string[];
  readonly seconds: number;
  readonly finished: boolean;
};

const memberFile = fileURLToPath(new URL('member.ts', import.meta.url));
const workspaces = 20;
/** As in service, but ten times as fast: milliseconds of a lease, of looks, of an answer, and of clocks that differ. */
const hurry = {
  leaseFor: 3000,
  settling: { first: 1000, second: 3000 },
  rests: { backoff: 500, circuit: 500 },
  call: 1000,
};
const mostSkew = 750;
/** More faults of our own than this, and the run ends: it would only repeat them. */
const mostComplaints = 20;

export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { random } = options;
  const begun = Date.now();
  const counts = new Map<string, number>();
  // A nonce is remembered for less time than it takes to look twice, so that it proves nothing by itself.
  const [slack, discord] = await Promise.all([
    startSlackCounterpart(),
    startDiscordCounterpart({ nonceFor: 500 }),
  ]);
  const store = await openStore(options.database);
  try {
    await seed(store, discord, options.deliveries, begun);
    slack.faults.chaos = troubles(
      (method) => method === 'chat.postMessage',
      { kind: 'refused', error: 'token_revoked' },
      random,
      counts,
    );
    discord.faults.chaos = troubles(
      (method) => method.startsWith('POST'),
      { kind: 'refused', error: '50001/403' },
      random,
      counts,
    );
    const herd = createHerd(options, slack, discord);
    const finished = await operate(store, options, () => herd.complaints.length > mostComplaints);
    await herd.end();
    const deliveries = await store.deliveries.list({ limit: options.deliveries * 2 });
    return {
      ...reckon(deliveries, slack, discord, options.deliveries, begun),
      kills: herd.kills,
      troubles: counts,
      events: herd.events,
      found: herd.events.get('found') ?? 0,
      complaints: herd.complaints,
      seconds: (Date.now() - begun) / 1000,
      finished,
    };
  } finally {
    await store.close();
    await Promise.all([slack.close(), discord.close()]);
  }
}

/** A subscription for each delivery, due in the minute that has begun. One in five becomes several messages. */
async function seed(store: Store, discord: DiscordCounterpart, count: number, now: number): Promise<void> {
  const minute = Math.floor(now / 60_000) * 60_000;
  const time = new Date(minute).toISOString().slice(11, 16);
  const schedule: Schedule = { times: [time], days: everyDay, zone: 'UTC' };
  const due = nextDue(schedule, minute - 1);
  for (let n = 0; n < count; n++) {
    const channel = channelOf(n);
    if (channel.platform === 'discord') {
      discord.channels.set(channel.channel, { id: channel.channel, type: 0, tags: [], requireTag: false });
    }
    const long = n % 10 < 2;
    await store.subscriptions.add({
      id: `s${n}`,
      channel,
      topic: long ? longTopic : `topic${n % 7}`,
      schedule,
      options: long ? { ...defaultOptions, length: 'full', thread: true } : defaultOptions,
      createdBy: 'U1',
      createdAt: now,
      nextDueAt: due.at,
      nextPeriod: due.period,
      coveredUntil: due.at - 86_400_000,
      pausedBecause: null,
    });
  }
}

function channelOf(n: number): ChannelRef {
  const workspace = `T${n % workspaces}`;
  return n % 2 === 0
    ? { platform: 'slack', workspace, channel: `C${n}` }
    : { platform: 'discord', workspace, channel: String(800_000_000_000_000_000n + BigInt(n)) };
}

/** Keeps so many processes alive, and kills them: some by chance, some at a named step. */
function createHerd(options: ChaosOptions, slack: SlackCounterpart, discord: DiscordCounterpart) {
  const { random } = options;
  const kills = { random: 0, named: 0 };
  const events = new Map<string, number>();
  const complaints: string[] = [];
  const members = new Set<ChildProcess>();
  let ending = false;
  const spared = () => ending || kills.random + kills.named >= options.kills;

  function dieAt(): DieAt | null {
    if (spared() || random() < 0.4) return null;
    const step = steps[Math.floor(random() * steps.length)] ?? 'platform.post';
    return { step, nth: 1 + Math.floor(random() * 12), carriedOut: random() < 0.5 };
  }

  function start(): void {
    const limits = { perChannel: 1, perWorkspace: options.pace, overall: options.pace };
    const plan = dieAt();
    const orders: MemberOrders = {
      database: options.database,
      slackApi: slack.apiUrl,
      discordApi: discord.apiUrl,
      limits,
      ...hurry,
      skew: Math.floor((random() * 2 - 1) * mostSkew),
      dieAt: plan,
    };
    const member = fork(memberFile, [JSON.stringify(orders)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    members.add(member);
    let stderr = '';
    member.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    member.on('message', (message: { kind: string; error?: string }) => {
      events.set(message.kind, (events.get(message.kind) ?? 0) + 1);
      if (message.error) complaints.push(message.error);
    });
    let killed = false;
    // A planned death is given its time, then this one goes by chance like the others.
    const after = options.killEvery * options.processes * (0.3 + random() * 1.4) * (plan ? 2 : 1);
    const timer = setTimeout(() => {
      if (spared()) return;
      killed = true;
      kills.random++;
      member.kill('SIGKILL');
    }, after);
    member.on('exit', (code, signal) => {
      clearTimeout(timer);
      members.delete(member);
      if (signal === 'SIGKILL' && !killed) kills.named++;
      if (signal !== 'SIGKILL' && !ending) complaints.push(`ended by itself: ${code} ${stderr}`);
      if (!ending) start();
    });
  }
  for (let n = 0; n < options.processes; n++) start();

  return {
    kills,
    events,
    complaints,
    async end() {
      ending = true;
      const gone = [...members].map((member) => new Promise((resolve) => member.once('exit', resolve)));
      for (const member of members) member.kill('SIGTERM');
      await Promise.race([Promise.all(gone), pause(12_000)]);
      for (const member of members) member.kill('SIGKILL');
      await Promise.all(gone);
    },
  };
}

/** The operator: resumes what was paused, retries what was given up, until all is posted. */
async function operate(store: Store, options: ChaosOptions, hopeless: () => boolean): Promise<boolean> {
  const deadline = Date.now() + options.patience;
  while (Date.now() < deadline && !hopeless()) {
    await pause(500);
    const counts = await store.deliveries.counts();
    if (counts.posted === options.deliveries) return true;
    if (counts.dead === 0) continue;
    for (const subscription of await store.subscriptions.list()) {
      if (subscription.pausedBecause === null) continue;
      const next = nextDue(subscription.schedule, Date.now());
      await store.subscriptions.save({
        ...subscription,
        pausedBecause: null,
        nextDueAt: next.at,
        nextPeriod: next.period,
      });
    }
    const dead: readonly Delivery[] = await store.deliveries.list({ state: 'dead', limit: 10_000 });
    await store.deliveries.retry(
      dead.map(({ id }) => id),
      Date.now(),
    );
  }
  return false;
}
