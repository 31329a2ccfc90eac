import { expect, it } from 'vitest';
import { faults } from '../adapters/message/phrases/faults/en.ts';
import type { PlatformAdapter } from '../adapters/platform-adapter.ts';
import { CourantError } from '../src/domain/errors.ts';
import { everyDay } from '../src/domain/schedule.ts';
import { defaultOptions, type Subscription } from '../src/domain/subscription.ts';
import { createNotices } from '../src/notices.ts';
import { recordedLog } from './adapters/world.ts';
import { wordsIn } from './e2e/platforms/seen.ts';

const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;

function subscription(id: string, topic: string, createdBy: string): Subscription {
  return {
    id,
    channel,
    topic,
    createdBy,
    schedule: { times: ['08:00'], days: everyDay, zone: 'UTC' },
    options: defaultOptions,
    createdAt: 0,
    nextDueAt: null,
    nextPeriod: null,
    coveredUntil: 0,
    pausedBecause: 'The channel was archived.',
  };
}

const all = [
  subscription('1', 'ukraine', 'U1'),
  subscription('2', 'space', 'U1'),
  subscription('3', 'economy', 'U2'),
  subscription('4', 'world', 'cli'),
  { ...subscription('5', 'climate', 'U5'), options: { ...defaultOptions, locale: 'de' } },
];

/** Notices over these subscriptions; `tell` is what the platform does with a direct message. */
function notices(tell: (user: string) => Promise<void> = async () => {}) {
  const told: { user: string; words: string }[] = [];
  const log = recordedLog();
  const adapter = {
    async tell(_workspace: string, user: string, message: unknown) {
      await tell(user);
      told.push({ user, words: wordsIn(message) });
    },
  } as unknown as PlatformAdapter;
  const store = {
    subscriptions: { get: async (id: string) => all.find((one) => one.id === id) ?? null },
  } as unknown as Parameters<typeof createNotices>[0]['store'];
  return { told, log, notify: createNotices({ store, adapters: new Map([['slack', adapter]]), log }) };
}

const paused = {
  kind: 'paused',
  scope: 'channel',
  channel,
  subscriptions: ['1', '2', '3', '4', 'gone'],
  reason: 'The channel was archived.',
  mend: 'Unarchive it.',
} as const;

it('tells each person once of all that rests, why, and what to do', async () => {
  const { told, notify } = notices();
  await notify(paused);
  expect(told.map(({ user }) => user)).toEqual(['U1', 'U2']);
  expect(told[0]?.words).toMatch(/ukraine, space does not come to C1 .*any more: The channel was archived/);
  expect(told[0]?.words).toMatch(/Unarchive it.*\/digest resume/);
});

it('tells them in the language of their digest, in their own words', async () => {
  const { told, notify } = notices();
  await notify({ ...paused, subscriptions: ['5'], reason: faults.botNotInChannel, mend: faults.inviteBot });
  expect(told[0]?.words).toMatch(
    /kommt nicht mehr nach C1 .*: Der Bot ist nicht in diesem Kanal\..*Laden Sie ihn ein mit .*\/invite @Courant/,
  );
});

it('goes on to the next where somebody takes no messages, and says so in the log', async () => {
  const { told, log, notify } = notices(async (user) => {
    if (user === 'U1') throw new CourantError('refused', 'This person takes no direct messages.');
  });
  await notify(paused);
  expect(told.map(({ user }) => user)).toEqual(['U2']);
  expect(JSON.stringify(log.lines)).toContain('takes no direct messages');
});

it('tells nobody in a workspace that refuses the app, only the operator', async () => {
  const { told, log, notify } = notices();
  await notify({ ...paused, scope: 'workspace' });
  expect(told).toEqual([]);
  expect(log.lines).toHaveLength(1);
});
