import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/app.ts';
import { everyDay } from '../../src/domain/schedule.ts';
import { defaultOptions } from '../../src/domain/subscription.ts';
import { nextDue } from '../../src/schedule/due-time.ts';
import { startSlackCounterpart } from '../counterparts/slack.ts';
import { sqliteFiles } from './databases.ts';
import type { DieAt, MemberOrders } from './orders.ts';

const deaths: readonly DieAt[] = [
  { step: 'deliveries.plan', nth: 1, carriedOut: true },
  { step: 'deliveries.freeze', nth: 1, carriedOut: true },
  { step: 'platform.post', nth: 1, carriedOut: true },
  { step: 'deliveries.finish', nth: 1, carriedOut: false },
];

describe('a real process killed with SIGKILL between two steps of a scheduled digest', () => {
  it.each(deaths)(
    'at $step and started again leaves one post in the channel',
    async (dieAt) => {
      const [slack, databases] = await Promise.all([startSlackCounterpart(), sqliteFiles()]);
      const database = await databases.fresh();
      const store = await openStore(database);
      try {
        const now = Date.now();
        const schedule = {
          times: [new Date(now - 60_000).toISOString().slice(11, 16)],
          days: everyDay,
          zone: 'UTC',
        };
        const due = nextDue(schedule, now - 120_000);
        await store.subscriptions.add({
          id: 's1',
          channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
          topic: 'ukraine',
          schedule,
          options: defaultOptions,
          createdBy: 'U1',
          createdAt: now,
          nextDueAt: due.at,
          nextPeriod: due.period,
          coveredUntil: due.at - 86_400_000,
          pausedBecause: null,
        });
        const orders: Omit<MemberOrders, 'dieAt'> = {
          database,
          slackApi: slack.apiUrl,
          discordApi: slack.apiUrl,
          limits: slackLimits,
          settling: { first: 100, second: 200 },
          leaseFor: 600,
          skew: 0,
          rests: { backoff: 100, circuit: 100 },
          call: 2000,
        };
        expect(await untilExit(start({ ...orders, dieAt }))).toBe('SIGKILL');
        const second = start({ ...orders, dieAt: null });
        const posted = new Promise((resolve, reject) => {
          second.on(
            'message',
            ({ kind }: { kind: string }) => (kind === 'posted' || kind === 'found') && resolve(kind),
          );
          second.once('exit', (code, signal) => reject(new Error(`It ended by itself: ${signal ?? code}`)));
        });
        await posted;
        second.kill('SIGTERM');
        await untilExit(second);
        expect(slack.messages).toHaveLength(1);
        expect(await store.deliveries.list({ limit: 10 })).toEqual([
          expect.objectContaining({ state: 'posted' }),
        ]);
      } finally {
        await store.close();
        await Promise.all([slack.close(), databases.end()]);
      }
    },
    60_000,
  );
});

const slackLimits = { perChannel: 1, perWorkspace: 4, overall: 200 };

function start(orders: MemberOrders) {
  return fork(fileURLToPath(new URL('member.ts', import.meta.url)), [JSON.stringify(orders)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function untilExit(member: ReturnType<typeof start>): Promise<NodeJS.Signals | number | null> {
  return new Promise((resolve) => member.once('exit', (code, signal) => resolve(signal ?? code)));
}
