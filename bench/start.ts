/** From the command to "ready", and what the process then holds: whole processes, beside a bare import of the same libraries. */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { archiveOf } from './archive.ts';
import type { Bench, BenchLine } from './line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = 7;

/** What `npm start` with nothing configured stands on. */
const libraries = [
  'commander',
  'zod',
  'pino',
  'hono',
  '@hono/node-server',
  'keyv',
  'undici',
  'prom-client',
  'node:sqlite',
  'node-cron',
  'string-width',
  'wrap-ansi',
  'tinyld/light',
  'ipaddr.js',
  'robots-parser',
  'fastest-levenshtein',
  'discord-markdown-parser',
  'slack-message-parser',
];

export const bench: Bench = async ({ full }) => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-start-'));
  try {
    const database = join(folder, 'courant.db');
    // The first start loads the samples and fills the compile cache; the ones after it are what is measured.
    await start(database);
    const bareImport = `await Promise.all(${JSON.stringify(libraries)}.map((name) => import(name)));console.log('ready')`;
    const ours: Started[] = [];
    const bare: Started[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await start(database));
      bare.push(await run(['--input-type=module', '-e', bareImport], {}, 'ready'));
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
        name: 'memory when ready (RSS)',
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
    name: `memory when ready (RSS), ${articles.toLocaleString('en')} articles stored`,
    ours: megabytes,
    baseline: null,
    ratio: null,
    unit: 'MB',
    sizes: [],
    goal: 'under 250 MB',
  };
}

type Started = { readonly milliseconds: number; readonly megabytes: number };

function start(database: string): Promise<Started> {
  return run(
    ['src/main.ts'],
    { DATABASE_URL: database, WEB_PORT: '0', LOG_LEVEL: 'silent' },
    'Ctrl-C ends it',
  );
}

/** Runs Node until it prints `sign`; then its memory is read and it is ended. */
function run(args: readonly string[], env: Record<string, string>, sign: string): Promise<Started> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    let started: Started | null = null;
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk;
      if (started !== null || !printed.includes(sign)) return;
      started = { milliseconds: performance.now() - began, megabytes: residentMegabytes(child.pid ?? 0) };
      child.kill('SIGTERM');
    });
    child.on('close', () =>
      started ? resolve(started) : reject(new Error(`it ended before "${sign}":\n${printed}`)),
    );
  });
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
