/** `courant serve` as an operator starts it: a real process with its own environment and folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { everyDay } from '../../src/domain/schedule.ts';
import { defaultOptions } from '../../src/domain/subscription.ts';
import { nextDue } from '../../src/schedule/due-time.ts';
import type { Role } from '../../src/service.ts';
import type { Store } from '../../src/store/store.ts';

const cli = fileURLToPath(new URL('../../bin/cli.js', import.meta.url));

export type Serving = {
  /** Resolves when it says that it waits for digests to fall due. */
  readonly ready: Promise<void>;
  /** What it has printed so far. */
  readonly said: () => string;
  stop(signal?: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

export function serve(options: {
  readonly database: string;
  readonly slackApi: string;
  readonly role?: Role;
}): Serving {
  const folder = mkdtempSync(join(tmpdir(), 'courant-serve-'));
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, 'serve', '--role', options.role ?? 'worker'],
    {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        NO_COLOR: '1',
        DATABASE_URL: options.database,
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
        SLACK_API_URL: options.slackApi,
        WEB_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const { promise: ready, resolve: isReady, reject: isNot } = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.includes('Waiting for digests')) isReady();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => {
      rmSync(folder, { recursive: true, force: true });
      isNot(new Error(`It ended before it was ready:\n${output}`));
      resolve(signal ?? code);
    }),
  );
  ready.catch(() => {});
  return { ready, ended, said: () => output, stop: (signal = 'SIGTERM') => void child.kill(signal) };
}

/** Channels whose digest of everything there is became due a minute ago. */
export async function subscribeDue(store: Store, channels: number): Promise<void> {
  await store.topics.save({ slug: 'all', title: 'All', query: '', synonyms: [], exclude: [], outlets: [] });
  const now = Date.now();
  const times = [new Date(now - 60_000).toISOString().slice(11, 16)];
  const schedule = { times, days: everyDay, zone: 'UTC' };
  const due = nextDue(schedule, now - 120_000);
  for (let n = 0; n < channels; n++) {
    await store.subscriptions.add({
      id: `s${n}`,
      channel: { platform: 'slack', workspace: 'T1', channel: `C${n}` },
      topic: 'all',
      schedule,
      options: { ...defaultOptions, nothingNew: true },
      createdBy: 'U1',
      createdAt: now,
      nextDueAt: due.at,
      nextPeriod: due.period,
      coveredUntil: 0,
      pausedBecause: null,
    });
  }
}

/** Looks again and again until it holds; the test's own time limit ends it. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
