/** Posting to many channels on loopback, beside clients that do nothing but post. */

import { LogLevel, WebClient } from '@slack/web-api';
import { REST } from 'discord.js';
import { request } from 'undici';
import type { AdapterDeps } from '../adapters/adapter-deps.ts';
import { createDiscordAdapter } from '../adapters/discord/adapter.ts';
import type { PlatformAdapter } from '../adapters/platform-adapter.ts';
import { createSlackAdapter } from '../adapters/slack/adapter.ts';
import { composeDelivery } from '../src/compose-delivery.ts';
import type { ChannelRef } from '../src/domain/channel.ts';
import { untried } from '../src/domain/delivery.ts';
import { defaultOptions } from '../src/domain/subscription.ts';
import type { DigestOrder } from '../src/schedule/tick.ts';
import { chaosDigest } from '../tests/chaos/digest.ts';
import { createInstallation, type Wanted } from './installation.ts';
import type { Bench, BenchLine } from './line.ts';
import { startCounterpart } from './posting-counterpart.ts';

const unlimited = { perChannel: Infinity, perWorkspace: Infinity, overall: Infinity };
const concurrency = 64;
const turns = 5;
const hour = 3_600_000;
const silent = () => {};
const deps: AdapterDeps = {
  clock: Date.now,
  log: { debug: silent, info: silent, warn: silent, error: silent },
  keyValues: {
    get: async () => undefined,
    set: async () => true,
    delete: async () => true,
    has: async () => false,
    clear: async () => {},
  },
};

const slackAdapter = (origin: string) =>
  createSlackAdapter(
    {
      botToken: 'xoxb-bench',
      appToken: null,
      signingSecret: null,
      oauth: null,
      managers: [],
      apiUrl: `${origin}/api`,
    },
    deps,
  );
const discordAdapter = (origin: string) =>
  createDiscordAdapter(
    {
      token: 'bench',
      applicationId: null,
      publicKey: null,
      mode: 'gateway',
      shard: null,
      apiUrl: `${origin}/api`,
      requestsPerSecond: Infinity,
    },
    deps,
  );

const slackChannel = (n: number): ChannelRef => ({
  platform: 'slack',
  workspace: `T${n % 50}`,
  channel: `C${n}`,
});
const discordChannel = (n: number): ChannelRef => ({
  platform: 'discord',
  workspace: `G${n % 50}`,
  channel: String(10n ** 17n + BigInt(n)),
});

type Call = (n: number) => Promise<unknown>;

/** Calls a second, so many under way at a time. */
async function rateOf(count: number, call: Call): Promise<number> {
  const begun = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < count) await call(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return (count / (performance.now() - begun)) * 1000;
}

/** Of each its best of these turns: whoever comes first in a process is slower, for its code is not compiled yet. */
async function ratesInTurn<T extends readonly Call[]>(
  count: number,
  calls: readonly [...T],
): Promise<{ [K in keyof T]: number }> {
  const best = calls.map(() => 0);
  for (let turn = 0; turn < turns; turn++) {
    for (const [which, call] of calls.entries())
      best[which] = Math.max(best[which] ?? 0, await rateOf(count, call));
  }
  return best as { [K in keyof T]: number };
}

/** Deliveries a second on the whole way: claimed, rendered, frozen in the ledger, posted, recorded. */
async function rateOfWholeWay(
  count: number,
  channel: (n: number) => ChannelRef,
  adapter: PlatformAdapter,
): Promise<number> {
  const wanted = Array.from({ length: count }, (_, n): Wanted => ({ channel: channel(n), topic: 'topic' }));
  const installation = await createInstallation(wanted, lastHour());
  try {
    await installation.plan({ buildDigest });
    return (count / (await installation.deliver(adapter, unlimited))) * 1000;
  } finally {
    await installation.end();
  }
}

const buildDigest = async (order: DigestOrder) => chaosDigest(order);
const lastHour = () => Math.floor(Date.now() / hour) * hour;

/** What every client posts: the payload our renderer makes of one and the same digest. */
function payloadFor({ render }: PlatformAdapter, channel: ChannelRef): string {
  const due = lastHour();
  const window = { from: due - 24 * hour, to: due };
  const subscription = {
    id: 's',
    channel,
    topic: 'topic',
    schedule: { times: ['08:00'], days: [1], zone: 'UTC' } as const,
    options: defaultOptions,
    createdBy: 'U1',
    createdAt: due,
    nextDueAt: due,
    nextPeriod: '',
    coveredUntil: due,
    pausedBecause: null,
  };
  const reader = subscription;
  const digest = chaosDigest({
    topic: 'topic',
    window,
    mutedOutlets: [],
    minOutlets: 1,
    variant: '',
    reader,
  });
  const delivery = untried({
    id: 'delivery',
    subscriptionId: 's',
    period: '',
    channel,
    digestId: digest.id,
    window,
    dueAt: due,
  });
  const [payload] = render(composeDelivery({ delivery, subscription, digest }));
  if (payload === undefined) throw new Error('nothing was rendered');
  return payload;
}

const callOf =
  (adapter: PlatformAdapter, channel: (n: number) => ChannelRef, payload: string): Call =>
  (n) =>
    adapter.post(channel(n), payload, { key: `delivery${n}`, part: 0, parent: null, sendingAt: Date.now() });

function line(
  name: string,
  ours: number,
  baseline: { name: string; figure: number },
  goal: string,
): BenchLine {
  return { name, ours, baseline, ratio: ours / baseline.figure, unit: 'posts/s', sizes: [], goal };
}

/** One call of each kind; the same message goes to a channel of its own each time. */
type Contest = {
  readonly name: 'Slack' | 'Discord';
  readonly adapter: PlatformAdapter;
  readonly channel: (n: number) => ChannelRef;
  readonly bare: Call;
  readonly client: { readonly name: string; readonly call: Call };
  readonly payload: string;
  readonly wholeAgainstClient: string;
};

async function contest(count: number, { name, adapter, channel, payload, ...others }: Contest) {
  const { bare, client } = others;
  const ours = callOf(adapter, channel, payload);
  const [undici, theirs, posting] = await ratesInTurn(count, [bare, client.call, ours]);
  const undiciRate = { name: 'bare undici', figure: undici };
  const clientRate = { name: client.name, figure: theirs };
  const small = await rateOfWholeWay(1000, channel, adapter);
  let whole = 0;
  for (let turn = 0; turn < turns; turn++)
    whole = Math.max(whole, await rateOfWholeWay(count, channel, adapter));
  const sizes = [
    { size: 1000, ours: small },
    { size: count, ours: whole },
  ];
  const alone = `post one digest to ${count} ${name} channels`;
  const wholeWay = `the whole way of one digest to ${count} ${name} channels (claim, render, freeze, post, record)`;
  return [
    line(alone, posting, undiciRate, '0.7 or better'),
    line(alone, posting, clientRate, '2x or better'),
    { ...line(wholeWay, whole, clientRate, others.wholeAgainstClient), sizes },
    { ...line(wholeWay, whole, undiciRate, '0.8 or better'), sizes },
  ];
}

async function onSlack(count: number): Promise<readonly BenchLine[]> {
  const counterpart = await startCounterpart();
  try {
    const adapter = slackAdapter(counterpart.origin);
    const payload = payloadFor(adapter, slackChannel(0));
    const { text, blocks } = JSON.parse(payload);
    const webClient = new WebClient('xoxb-bench', {
      slackApiUrl: `${counterpart.origin}/api/`,
      maxRequestConcurrency: concurrency,
    });
    return await contest(count, {
      name: 'Slack',
      adapter,
      channel: slackChannel,
      payload,
      bare: (n) => bareCall(`${counterpart.origin}/api/chat.postMessage`, { channel: `C${n}`, text, blocks }),
      client: {
        name: '@slack/web-api',
        call: (n) => webClient.chat.postMessage({ channel: `C${n}`, text, blocks }),
      },
      wholeAgainstClient: '2x or better',
    });
  } finally {
    counterpart.end();
  }
}

async function onDiscord(count: number): Promise<readonly BenchLine[]> {
  const counterpart = await startCounterpart();
  try {
    const adapter = discordAdapter(counterpart.origin);
    const payload = payloadFor(adapter, discordChannel(0));
    const { inThread: _, title: __, ...body } = JSON.parse(payload);
    const rest = new REST({
      api: `${counterpart.origin}/api`,
      retries: 0,
      globalRequestsPerSecond: Infinity,
    }).setToken('x');
    const route = (n: number) => `/channels/${discordChannel(n).channel}/messages` as const;
    return await contest(count, {
      name: 'Discord',
      adapter,
      channel: discordChannel,
      payload,
      bare: (n) => bareCall(`${counterpart.origin}/api/v10${route(n)}`, body),
      client: { name: '@discordjs/rest', call: (n) => rest.post(route(n), { body }) },
      wholeAgainstClient: '0.8 or better',
    });
  } finally {
    counterpart.end();
  }
}

/** What any client must do at least. */
async function bareCall(url: string, message: object): Promise<void> {
  const { body } = await request(url, {
    method: 'POST',
    headers: { authorization: 'Bearer x', 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(message),
  });
  JSON.parse(await body.text());
}

/**
 * 300 channels with three topics each, at one message a second and channel: two seconds are the least. WebClient posts
 * in the order it is given, so it is measured on the order that suits it best and on the other one.
 */
async function paced(): Promise<readonly BenchLine[]> {
  const counterpart = await startCounterpart({ limited: true });
  try {
    const channels = Array.from({ length: 300 }, (_, n) => ({ ...slackChannel(n), workspace: 'T1' }));
    const topics = ['one', 'two', 'three'];
    const byTopic = topics.flatMap((topic) => channels.map((channel): Wanted => ({ channel, topic })));
    const byChannel = channels.flatMap((channel) => topics.map((topic): Wanted => ({ channel, topic })));

    const installation = await createInstallation(byTopic, lastHour());
    await installation.plan({ buildDigest });
    const limits = { ...unlimited, perChannel: 1 };
    const ours = (await installation.deliver(slackAdapter(counterpart.origin), limits)) / 1000;
    await installation.end();
    const { refused } = await counterpart.counts();

    const secondsOfWebClient = async (wanted: readonly Wanted[]) => {
      const client = new WebClient('xoxb-bench', {
        slackApiUrl: `${counterpart.origin}/api/`,
        logLevel: LogLevel.ERROR,
      });
      const begun = performance.now();
      await Promise.all(
        wanted.map(({ channel: { channel } }) => client.chat.postMessage({ channel, text: 'A digest' })),
      );
      const { refused: times } = await counterpart.counts();
      return { seconds: (performance.now() - begun) / 1000, refused: times };
    };
    const best = await secondsOfWebClient(byTopic);
    const other = await secondsOfWebClient(byChannel);
    const against = (name: string, figure: number, goal: string): BenchLine => ({
      name: `300 channels x 3 deliveries, one a second and channel; ${refused} refused`,
      ours,
      baseline: { name, figure },
      ratio: figure / ours,
      unit: 's',
      sizes: [],
      goal,
    });
    return [
      against('the least the limit allows', 2, '0.8 (1.25x of the floor) or better'),
      against(`@slack/web-api, topic by topic, ${best.refused} refused`, best.seconds, '3x or better'),
      against(`@slack/web-api, channel by channel, ${other.refused} refused`, other.seconds, '3x or better'),
    ];
  } finally {
    counterpart.end();
  }
}

export const bench: Bench = async () => [
  ...(await onSlack(10_000)),
  ...(await onDiscord(10_000)),
  ...(await paced()),
];
