/** From the command to "Ready", and what the process then holds: whole processes, beside a bare import of the same libraries. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { archiveOf } from './archive.ts';
import type { Bench, BenchLine } from './line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 7;
/** What is loaded after "ready" counts as memory too. */
const settledAfter = 1_000;
/** The words of `npm start`, without npm: that costs more than all of this. */
const commandOfStart = wordsOfStart();

/** What `npm start` with nothing configured has loaded when it says that it is ready. */
const libraries = [
  'commander',
  'zod',
  'pino',
  'keyv',
  'prom-client',
  'node:sqlite',
  'node-cron',
  'fastest-levenshtein',
];
/** Built in, and taken without an import, as ours is: that would load undici too. */
const bareImport = `
  process.getBuiltinModule('node:http');
  await Promise.all(${JSON.stringify(libraries)}.map((name) => import(name)));
  console.log('ready');
  setInterval(() => {}, 1_000);`;

export const bench: Bench = async ({ full }) => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-start-'));
  try {
    const database = join(folder, 'courant.db');
    // The first start loads the samples and fills the compile cache; the ones after it are what is measured.
    await start(database);
    const ours: Started[] = [];
    const bare: Started[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await start(database));
      bare.push(
        await run(
          ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', bareImport],
          {},
          { ready: /ready/, told: /ready/ },
        ),
      );
    }
    const ready = median(ours.map(({ milliseconds }) => milliseconds));
    const imported = median(bare.map(({ milliseconds }) => milliseconds));
    return [
      {
        name: 'start to ready, nothing configured',
        ours: ready,
        baseline: { name: 'bare import of the libraries it needs', figure: imported },
        ratio: imported / ready,
        unit: 'ms',
        sizes: [],
        goal: `1.2x or less of the bare import (here ${(ready / imported).toFixed(2)}x)`,
      },
      {
        name: 'start until the digest is printed too',
        ours: median(ours.map(({ told }) => told)),
        baseline: null,
        ratio: null,
        unit: 'ms',
        sizes: [],
        goal: '–',
      },
      {
        name: 'memory a second after ready (RSS)',
        ours: median(ours.map(({ megabytes }) => megabytes)),
        baseline: { name: 'bare import', figure: median(bare.map(({ megabytes }) => megabytes)) },
        ratio:
          median(bare.map(({ megabytes }) => megabytes)) / median(ours.map(({ megabytes }) => megabytes)),
        unit: 'MB',
        sizes: [],
        goal: 'under 150 MB',
      },
      ...(full ? [await withArchive(folder, 1_000_000)] : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function withArchive(folder: string, articles: number): Promise<BenchLine> {
  const database = join(folder, 'archive.db');
  copyFileSync(await archiveOf(articles), database);
  const { megabytes } = await start(database);
  return {
    name: `memory a second after ready (RSS), ${articles.toLocaleString('en')} articles stored`,
    ours: megabytes,
    baseline: null,
    ratio: null,
    unit: 'MB',
    sizes: [],
    goal: 'under 250 MB',
  };
}

type Started = {
  /** Milliseconds until it was ready. */
  readonly milliseconds: number;
  /** Milliseconds until it had printed all that it prints at its start. */
  readonly told: number;
  readonly megabytes: number;
};

function start(database: string): Promise<Started> {
  const env = { DATABASE_URL: database, WEB_PORT: '0', LOG_LEVEL: 'silent' };
  return run(commandOfStart, env, { ready: /^Ready: (http:\S+)$/m, told: /Ctrl-C ends it/ });
}

type Signs = { readonly ready: RegExp; readonly told: RegExp };

/** Runs Node until it has printed both signs; then its memory is read and it is ended. */
async function run(
  args: readonly string[],
  env: Record<string, string>,
  { ready, told }: Signs,
): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  let readyAfter: number | null = null;
  try {
    for await (const chunk of child.stdout) {
      printed += chunk;
      if (ready.test(printed)) readyAfter ??= performance.now() - began;
      if (readyAfter === null || !told.test(printed)) continue;
      const toldAfter = performance.now() - began;
      await setTimeout(settledAfter);
      const megabytes = residentMegabytes(child.pid ?? 0);
      const page = ready.exec(printed)?.[1];
      if (page !== undefined) await mustServe(page);
      return { milliseconds: readyAfter, told: toldAfter, megabytes };
    }
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  }
  throw new Error(`It ended before it had printed ${ready} and ${told}:\n${printed}`);
}

async function mustServe(page: string): Promise<void> {
  const { status } = await fetch(new URL('/readyz', page));
  if (status !== 200) throw new Error(`It said that it was ready, and answers ${status}.`);
}

function wordsOfStart(): readonly string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  const [node, ...words] = scripts.start.split(' ');
  if (node !== 'node') throw new Error(`npm start is no longer one of node's: ${scripts.start}`);
  return words;
}

/** Linux says it in /proc; elsewhere the figure is left out. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
