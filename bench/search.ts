/**
 * What `/brief` looks up: the newest articles of a month that match, the best of them first; beside FTS5's own ranking
 * of every match, and MiniSearch in memory. `--full` does it among a million articles, and MiniSearch among 100,000.
 */
import { DatabaseSync } from 'node:sqlite';
import { parseQuery } from '../src/domain/parse-query.ts';
import { rowWindow } from '../src/store/reading/row-time.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { archiveOf } from './archive.ts';
import { inMemorySearch, residentMegabytes } from './in-memory-search.ts';
import type { Bench, BenchLine } from './line.ts';
import { search, searched, wanted, warmSearches } from './warm-searches.ts';
import { percentile, wordsOf } from './words-of-archive.ts';

const words = 20;
const rounds = 10;
/** The slow one needs fewer to be known. */
const baselineWords = 5;

type Measured = {
  readonly ours: number;
  readonly p50: number;
  readonly bm25: number;
  /** What the process had grown by after our searches. */
  readonly megabytes: number;
};
type AtSize = {
  readonly size: number;
  readonly common: Measured;
  readonly rare: Measured;
  readonly overlap: number;
};

export const bench: Bench = async ({ full }) => {
  const sizes = full ? [100_000, 1_000_000] : [20_000, 100_000];
  const figures: AtSize[] = [];
  for (const size of sizes) {
    const path = await archiveOf(size);
    const found = wordsOf(path, words);
    figures.push({
      size,
      common: await measure(path, found.common),
      rare: await measure(path, found.rare),
      overlap: await overlap(path, found.common),
    });
  }
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return [];
  const line = (name: string, kind: 'common' | 'rare', goal: string): BenchLine => ({
    name,
    ours: last[kind].ours,
    baseline: { name: 'FTS5, order by bm25 limit 10 over all matches, p99', figure: last[kind].bm25 },
    ratio: last[kind].bm25 / last[kind].ours,
    unit: 'ms',
    sizes: figures.map((figure) => ({ size: figure.size, ours: figure[kind].ours })),
    goal,
  });
  return [
    line(
      `search the ${words} commonest words, warm, p99`,
      'common',
      '5 ms or less, 100 times faster; growth for ten times as many 1.6x or less',
    ),
    line(`search ${words} rare words, warm, p99`, 'rare', '5 ms or less'),
    {
      name: 'of the ten that bm25 puts first among the newest 500 of a month, how many ours has among its first ten',
      ours: last.overlap,
      baseline: { name: 'ten at random', figure: wanted / 500 },
      ratio: last.overlap / (wanted / 500),
      unit: 'of 1',
      sizes: figures.map(({ size, overlap: ours }) => ({ size, ours })),
      goal: 'ours weighs the title and the age too, so it is not 1',
    },
    ...(await besideMiniSearch(first)),
  ];
};

/** Of the smaller archive: it takes minutes to put the larger one into memory, if there is enough. */
async function besideMiniSearch({ size, common, rare }: AtSize): Promise<BenchLine[]> {
  const path = await archiveOf(size);
  const found = wordsOf(path, words);
  const theirs = inMemorySearch(path, found);
  const among = `among ${size.toLocaleString('en')} articles`;
  const line = (kind: 'common' | 'rare', share: 'p50' | 'p99'): BenchLine => {
    const ours = share === 'p99' ? { common, rare }[kind].ours : { common, rare }[kind].p50;
    return {
      name: `search ${among} beside one in memory, ${kind} words, warm, ${share}`,
      ours,
      baseline: { name: 'MiniSearch, all matches ranked', figure: theirs[kind][share] },
      ratio: theirs[kind][share] / ours,
      unit: 'ms',
      sizes: [],
      goal: '–',
    };
  };
  return [
    line('common', 'p50'),
    line('common', 'p99'),
    line('rare', 'p50'),
    line('rare', 'p99'),
    {
      name: `memory of searching ${among}`,
      ours: common.megabytes,
      baseline: {
        name: `MiniSearch, which is ${theirs.secondsToLoad.toFixed(0)} s in loading`,
        figure: theirs.megabytes,
      },
      ratio: theirs.megabytes / common.megabytes,
      unit: 'MB',
      sizes: [],
      goal: '–',
    },
  ];
}

async function measure(path: string, of: readonly string[]): Promise<Measured> {
  const before = residentMegabytes();
  const store = await openSqliteStore(path);
  const taken = await warmSearches(store, of, rounds);
  const megabytes = residentMegabytes() - before;
  await store.close();
  const database = new DatabaseSync(path, { readOnly: true });
  const all = database.prepare(
    'select rowid from articles_index where articles_index match ? order by bm25(articles_index) limit 10',
  );
  const theirs: number[] = [];
  for (let round = 0; round < 3; round++) {
    for (const word of of.slice(0, baselineWords)) {
      const begun = performance.now();
      all.all(word);
      if (round > 0) theirs.push(performance.now() - begun);
    }
  }
  database.close();
  return {
    ours: percentile(taken, 0.99),
    p50: percentile(taken, 0.5),
    bm25: percentile(theirs, 0.99),
    megabytes,
  };
}

async function overlap(path: string, of: readonly string[]): Promise<number> {
  const store = await openSqliteStore(path);
  const database = new DatabaseSync(path, { readOnly: true });
  const { from, to } = rowWindow(searched);
  // The rank of every match is known to FTS5 alone: of these the newest 500 are what ours chooses from.
  const ranked = database.prepare(
    `select a.id from (select rowid as row, bm25(articles_index) as score from articles_index
       where articles_index match ? and rowid >= ? and rowid < ? order by rowid desc limit 500) as found
     join articles as a using (row) order by found.score limit ${wanted}`,
  );
  let shared = 0;
  let asked = 0;
  for (const word of of) {
    const best = new Set(ranked.all(word, BigInt(from), BigInt(to)).map(({ id }) => String(id)));
    const hits = await search(store, parseQuery(word));
    shared += hits.filter(({ article }) => best.has(article.id)).length;
    asked += best.size;
  }
  database.close();
  await store.close();
  return shared / Math.max(1, asked);
}
