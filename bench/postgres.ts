/**
 * The search of `/brief` on PostgreSQL, beside PostgreSQL's own ranking of every match. A server is started for it; the
 * articles are copied there as `migrate-store` does it. `--full` does it among 100,000.
 */
import pg from 'pg';
import { copyStore } from '../src/store/copy-store.ts';
import { openPostgresStore } from '../src/store/postgres/store.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import type { Store } from '../src/store/store.ts';
import { postgresServer } from '../tests/chaos/databases.ts';
import { archiveOf } from './archive.ts';
import type { Bench, BenchLine } from './line.ts';
import { warmSearches } from './warm-searches.ts';
import { percentile, type WordsOfArchive, wordsOf } from './words-of-archive.ts';

const words = 20;
const rounds = 8;
/** The slow one needs fewer to be known. */
const baselineWords = 5;
const kinds = ['common', 'seldom', 'rare'] as const;

export const bench: Bench = async ({ full }) => {
  const articles = full ? 100_000 : 20_000;
  const path = await archiveOf(articles);
  const found = wordsOf(path, words);
  const server = await postgresServer();
  try {
    const url = await server.fresh();
    const copied = await copiedASecond(path, url, articles);
    const store = await openPostgresStore(url);
    const lines: BenchLine[] = [];
    for (const kind of kinds) lines.push(await line(kind, store, url, found, articles));
    await store.close();
    return [...lines, copied];
  } finally {
    await server.end();
  }
};

async function copiedASecond(path: string, url: string, articles: number): Promise<BenchLine> {
  const [from, to] = [await openSqliteStore(path), await openPostgresStore(url)];
  const begun = performance.now();
  await copyStore(from, to);
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all([from.close(), to.close()]);
  const client = new pg.Client(url);
  await client.connect();
  await client.query('analyze articles');
  await client.end();
  return {
    name: `articles copied from SQLite to PostgreSQL (migrate-store), of ${articles.toLocaleString('en')}`,
    ours: articles / seconds,
    baseline: null,
    ratio: null,
    unit: 'articles/s',
    sizes: [],
    goal: '–',
  };
}

async function line(
  kind: (typeof kinds)[number],
  store: Store,
  url: string,
  of: WordsOfArchive,
  articles: number,
): Promise<BenchLine> {
  const p99 = percentile(await warmSearches(store, of[kind], rounds), 0.99);
  const figure = percentile(await rankedByPostgres(url, of[kind].slice(0, baselineWords)), 0.99);
  return {
    name: `search the ${words} ${kind === 'common' ? 'commonest' : kind} words among ${articles.toLocaleString('en')} articles on PostgreSQL, warm, p99`,
    ours: p99,
    baseline: { name: 'order by ts_rank limit 10 over all matches, p99', figure },
    ratio: figure / p99,
    unit: 'ms',
    sizes: [],
    goal: '–',
  };
}

async function rankedByPostgres(url: string, of: readonly string[]): Promise<number[]> {
  const client = new pg.Client(url);
  await client.connect();
  const taken: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const word of of) {
      const begun = performance.now();
      await client.query(
        'select row from articles, to_tsquery($1) as wanted where words @@ wanted order by ts_rank(words, wanted) desc limit 10',
        [`'${word}'`],
      );
      if (round > 0) taken.push(performance.now() - begun);
    }
  }
  await client.end();
  return taken;
}
