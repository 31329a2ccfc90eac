/**
 * The whole answer to `/brief word`: search, digest of the sixty best articles, kept, rendered for Slack. Warm, and as
 * the first thing a process is asked. `--full` does it with a million articles stored.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { voiceIn } from '../adapters/message/phrases/say.ts';
import { renderSlack } from '../adapters/slack/render.ts';
import { brief } from '../src/commands/brief.ts';
import type { Asked, CommandContext } from '../src/commands/context.ts';
import { makeEdition } from '../src/editions/edition.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import type { Store } from '../src/store/store.ts';
import { archiveEnd, archiveOf } from './archive.ts';
import type { Bench, BenchLine } from './line.ts';
import { percentile, wordsOf } from './words-of-archive.ts';

const words = 10;
const rounds = 10;
const coldStarts = 7;
/** Slack shows an error to whoever waits longer. */
const slackWaits = 3000;

export const bench: Bench = async ({ full }) => {
  const sizes = full ? [100_000, 1_000_000] : [20_000, 100_000];
  const warm: { size: number; common: number; rare: number }[] = [];
  let cold: number[] = [];
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'));
    const path = join(folder, 'courant.db');
    copyFileSync(await archiveOf(size), path);
    try {
      const { common, rare } = wordsOf(path, words);
      const store = await openSqliteStore(path);
      warm.push({ size, common: await answersWarm(store, common), rare: await answersWarm(store, rare) });
      await store.close();
      cold = common.slice(0, coldStarts).map((word) => firstAnswer(path, word));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const last = warm.at(-1);
  if (!last) return [];
  const line = (name: string, ours: number, goal: string, kind?: 'common' | 'rare'): BenchLine => ({
    name,
    ours,
    baseline: { name: 'how long Slack waits', figure: slackWaits },
    ratio: slackWaits / ours,
    unit: 'ms',
    sizes: kind ? warm.map((at) => ({ size: at.size, ours: at[kind] })) : [],
    goal,
  });
  return [
    line(`/brief with each of the ${words} commonest words, warm, p99`, last.common, '50 ms', 'common'),
    line(`/brief with each of ${words} rare words, warm, p99`, last.rare, '50 ms', 'rare'),
    line(`/brief as the first thing a process is asked, worst of ${coldStarts}`, Math.max(...cold), '150 ms'),
  ];
};

async function answersWarm(store: Store, of: readonly string[]): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const word of of) {
      const milliseconds = await answer(store, word);
      if (round > 0) taken.push(milliseconds);
    }
  }
  return percentile(taken, 0.99);
}

async function answer(store: Store, word: string): Promise<number> {
  const begun = performance.now();
  const { message } = await brief(contextOf(store), asked, { topic: word });
  renderSlack(message);
  return performance.now() - begun;
}

/** In a process that has loaded its code and opened its database, and answered nobody yet. */
function firstAnswer(path: string, word: string): number {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), path, word],
    { encoding: 'utf8' },
  );
  const milliseconds = Number(stdout);
  if (!(milliseconds > 0)) throw new Error(`No first answer: ${stderr}`);
  return milliseconds;
}

function contextOf(store: Store): CommandContext {
  const clock = () => archiveEnd;
  const nobody = async () => {
    throw new Error('A brief needs nobody else.');
  };
  return {
    store,
    clock,
    zone: 'UTC',
    locale: 'en',
    newId: () => 'id',
    sharing: { admins: [], isPublic: false },
    makeEdition: (request) => makeEdition(store, clock, request),
    deliverNow: nobody,
    sources: { test: nobody, add: nobody, remove: nobody },
    lost: nobody,
    readPage: nobody,
  };
}

const asked: Asked = {
  channel: { platform: 'slack', workspace: 'T1', channel: 'C1' },
  user: 'U1',
  locale: 'en',
  say: voiceIn('en'),
  zone: 'UTC',
  zoneKnown: true,
  mayManage: async () => true,
  mayKeep: async () => true,
};

if (import.meta.main) {
  const [path = '', word = ''] = process.argv.slice(2);
  const store = await openSqliteStore(path);
  process.stdout.write(String(await answer(store, word)));
  await store.close();
}
