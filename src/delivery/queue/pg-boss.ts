import type { PoolConfig } from 'pg';
import { type Queue as BossQueue, type JobInsert, PgBoss } from 'pg-boss';
import type { ChannelRef, Platform } from '../../domain/channel.ts';
import type { Clock } from '../../domain/time.ts';
import type { Alarm } from '../alarm.ts';
import type { Looker, Notice, Queue } from '../queue.ts';

export type PgBossQueueOptions = {
  readonly connectionString: string;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Milliseconds between sweeps of the ledger: finds what lost its word, such as what a crashed process held. */
  readonly interval?: number;
  readonly onError: (error: unknown) => void;
  /** Schema of pg-boss's tables, beside ours. */
  readonly schema?: string;
};

/** One queue a platform, so that a process takes only word it can act upon. */
const queueName = (platform: Platform) => `deliver-${platform}`;
const deadLetters = 'deliver-dead';

/**
 * - `short` with a singleton key: at most one waiting word a delivery
 * - word that could not be acted upon (database away) comes again, then is kept among the dead letters, where
 *   pg-boss's dashboard shows it; nothing is lost with it, for the ledger is swept too
 */
const queueOptions: Omit<BossQueue, 'name'> = {
  policy: 'short',
  notify: true,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 60,
  retentionSeconds: 2 * 86_400,
  deleteAfterSeconds: 3600,
  deadLetter: deadLetters,
};

/** Jobs fetched at a time, and fetchers: looking only takes a delivery on, so a job is short. */
const batchSize = 50;
const fetchers = 2;

/** pg-boss hands these on to its pool: a server that is gone without a word is given up, milliseconds. */
const connections = {
  query_timeout: 60_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
} satisfies PoolConfig;

type Word = { readonly id: string; readonly channel: ChannelRef };

/**
 * A queue for many machines: pg-boss carries one job a look. Jobs are signals, seen by whichever process is free;
 * LISTEN/NOTIFY wakes it at once.
 */
export function createPgBossQueue(options: PgBossQueueOptions): Queue {
  const { connectionString, clock, alarm, interval = 10_000, onError, schema = 'pgboss' } = options;
  const boss = new PgBoss({
    ...connections,
    connectionString,
    schema,
    useListenNotify: true,
    application_name: 'courant-queue',
  });
  boss.on('error', onError);
  let started: Promise<void> | null = null;
  let stopped = false;
  let cancelSweep = () => {};
  let sweeping: Promise<void> | null = null;

  /** Announcing alone, as a process without adapters does, needs the tables too. */
  function start(): Promise<void> {
    started ??= (async () => {
      await boss.start();
      await boss.createQueue(deadLetters);
      for (const platform of ['slack', 'discord', 'console'] as const) {
        await boss.createQueue(queueName(platform), queueOptions);
      }
    })().catch((error: unknown) => {
      // Whoever asks next tries again.
      started = null;
      throw error;
    });
    return started;
  }

  async function announce(notices: readonly Notice[]): Promise<void> {
    await start();
    const byQueue = Map.groupBy(notices, ({ channel }) => queueName(channel.platform));
    for (const [name, words] of byQueue) {
      await boss.insert(
        name,
        words.map(({ id, channel, at }): JobInsert<Word> => {
          const later = at > clock() ? { startAfter: new Date(at) } : {};
          return { data: { id, channel }, singletonKey: id, ...later };
        }),
      );
    }
  }

  function sweep(looker: Looker): void {
    cancelSweep();
    if (stopped || sweeping) return;
    sweeping = (async () => {
      try {
        while (!stopped && (await looker.sweep()) > 0);
      } catch (error) {
        onError(error);
      }
    })().finally(() => {
      sweeping = null;
      if (!stopped) cancelSweep = alarm(clock() + interval, () => sweep(looker));
    });
  }

  return {
    announce,
    async start(looker) {
      await start();
      for (const platform of looker.platforms) {
        await boss.work<Word>(
          queueName(platform),
          {
            batchSize,
            localConcurrency: fetchers,
            pollingIntervalSeconds: 1,
            notifyPollingIntervalSeconds: 5,
          },
          async (jobs) => {
            await Promise.all(jobs.map(({ data }) => looker.look(data)));
          },
        );
      }
      looker.onRoom(() => sweep(looker));
      sweep(looker);
    },
    async stop() {
      stopped = true;
      cancelSweep();
      await sweeping;
      if (started) await boss.stop({ graceful: true, timeout: 5000 });
    },
  };
}
