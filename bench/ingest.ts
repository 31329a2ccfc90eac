/**
 * The whole way of an article: a feed of teasers, its page, text, quotes with speakers, features, the index. Beside it
 * the least that one could do: fetch the page, Readability, insert into a full-text table.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { Readability } from '@mozilla/readability';
import Keyv from 'keyv';
import { parseHTML } from 'linkedom';
import { Agent } from 'undici';
import { newFeed } from '../src/domain/feed.ts';
import { openIngest } from '../src/ingest/open-ingest.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { cpuSecondsSince } from './cpu-seconds.ts';
import type { Bench } from './line.ts';
import { startServerProcess } from './server-process.ts';

const feeds = 30;
const articlesAFeed = 20;
const articles = feeds * articlesAFeed;
const start = Date.UTC(2026, 0, 5, 8);

type Run = {
  /** CPU seconds of the process with all its threads, so that what else runs on the machine counts little. */
  readonly cpuSeconds: number;
  /** The longest time the event loop answered nobody, milliseconds. */
  readonly longestHold: number;
};

async function measured(work: () => Promise<void>): Promise<Run> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  delays.enable();
  await work();
  delays.disable();
  return { cpuSeconds: cpuSecondsSince(before), longestHold: delays.max / 1e6 };
}

async function pipeline(port: number, folder: string): Promise<Run> {
  const store = await openSqliteStore(join(folder, 'courant.db'));
  const ingest = openIngest({
    store,
    keyValues: new Keyv<string>({ store: store.keyValues, namespace: 'ingest' }),
    userAgent: 'bench',
    clock: () => start,
    gapMs: 0,
    allow: ['127.0.0.1'],
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  });
  try {
    // The thread starts and warms up before the clock does: it serves for months.
    await ingest.readArticle(`http://warm-up.example:${port}/a/0`);
    for (let feed = 0; feed < feeds; feed++)
      await store.feeds.add(
        newFeed(
          {
            id: `outlet-${feed}`,
            url: `http://outlet-${feed}.example:${port}/rss`,
            outlet: `Outlet ${feed}`,
          },
          start,
        ),
      );
    const run = await measured(async () => {
      await ingest.pollDue({ concurrency: 16 });
    });
    const stored = await store.articles.count();
    if (stored !== articles) throw new Error(`${stored} of ${articles} articles were stored.`);
    return run;
  } finally {
    await ingest.close();
    await store.close();
  }
}

async function bare(port: number, folder: string): Promise<Run> {
  const agent = new Agent();
  const database = new DatabaseSync(join(folder, 'bare.db'));
  database.exec('pragma journal_mode = wal; create virtual table articles using fts5 (title, body)');
  const insert = database.prepare('insert into articles values (?, ?)');
  const take = async (n: number): Promise<void> => {
    const { body } = await agent.request({
      origin: `http://127.0.0.1:${port}`,
      path: `/a/${n % articlesAFeed}`,
      method: 'GET',
      headers: { host: `outlet-${Math.floor(n / articlesAFeed)}.example` },
    });
    const { document } = parseHTML(await body.text());
    const article = new Readability(document).parse();
    insert.run(article?.title ?? '', article?.textContent ?? '');
  };
  try {
    await take(0);
    let next = 0;
    return await measured(async () => {
      const worker = async (): Promise<void> => {
        while (next < articles) await take(next++);
      };
      await Promise.all(Array.from({ length: 16 }, worker));
    });
  } finally {
    database.close();
    await agent.close();
  }
}

export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'));
  const server = await startServerProcess('ingest-server.ts', String(articlesAFeed));
  try {
    const theirs = await bare(server.port, folder);
    const ours = await pipeline(server.port, folder);
    const [our, baseline] = [articles / ours.cpuSeconds, articles / theirs.cpuSeconds];
    return [
      {
        name: `${articles} articles from feed to index, with quotes and features`,
        ours: our,
        baseline: { name: 'fetch, Readability on linkedom, insert', figure: baseline },
        ratio: our / baseline,
        unit: 'articles/s a core',
        sizes: [],
        goal: 'of the order of Readability alone, with quotes, features, copies and the index besides',
      },
      {
        name: 'longest time the event loop is held while they come in',
        ours: ours.longestHold,
        baseline: { name: 'the same, Readability in the event loop', figure: theirs.longestHold },
        ratio: theirs.longestHold / ours.longestHold,
        unit: 'ms',
        sizes: [],
        goal: 'under 50 ms',
      },
    ];
  } finally {
    server.end();
    rmSync(folder, { recursive: true, force: true });
  }
};
