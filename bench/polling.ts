/** Asking 10,000 feeds that have nothing new, each on a host of its own, beside bare undici asking the same of the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Keyv from 'keyv';
import { Agent } from 'undici';
import { keepHeapSmall } from '../src/cli/small-heap.ts';
import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import { newFeed } from '../src/domain/feed.ts';
import type { ResolvedAddress } from '../src/ingest/fetch/guarded-agent.ts';
import { type Ingest, openIngest } from '../src/ingest/open-ingest.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import type { Store } from '../src/store/store.ts';
import { generatedArticles } from './generated-articles.ts';
import type { Bench } from './line.ts';
import { startServerProcess } from './server-process.ts';

const feedCount = 10_000;
const articleCount = 100_000;
const atOnce = 64;
const rounds = 5;
const day = 86_400_000;
const start = Date.UTC(2026, 0, 5, 8);

const urlOf = (feed: number, port: number) => `http://feed-${feed}.example:${port}/rss`;

/** Spread over loopback addresses: one has not enough ports for so many connections. */
const addressOf = (host: string): ResolvedAddress => ({
  address: `127.0.0.${1 + (Number(/\d+/.exec(host)?.[0] ?? 0) % 32)}`,
  family: 4,
});

const lookup: LookupFunction = (host, options, callback) => {
  const { address, family } = addressOf(host);
  if (options.all) callback(null, [{ address, family }]);
  else callback(null, address, family);
};

/** The same requests with the same headers, the answer read and dropped: feeds a second. */
async function bareUndici(port: number): Promise<number> {
  const agent = new Agent({ connect: { lookup }, connections: 2, pipelining: 1 });
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < feedCount) {
      const { body } = await agent.request({
        origin: `http://feed-${next++}.example:${port}`,
        path: '/rss',
        method: 'GET',
        reset: true,
        headers: { 'user-agent': 'bench', 'if-none-match': '"v1"' },
      });
      await body.dump();
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, worker));
  const seconds = (performance.now() - began) / 1000;
  await agent.destroy();
  return feedCount / seconds;
}

async function addFeeds(store: Store, port: number): Promise<void> {
  for (let feed = 0; feed < feedCount; feed++) {
    await store.feeds.add(
      newFeed({ id: `feed-${feed}`, url: urlOf(feed, port), outlet: `feed-${feed}` }, start),
    );
  }
}

/** What the database of a few weeks holds; in groups, so that the articles themselves are not what is measured. */
async function addArticles(store: Store): Promise<void> {
  const group = 1_000;
  for (let from = 0; from < articleCount; from += group) {
    await store.articles.add(
      generatedArticles(group, from + 1).map(({ id, title, text }, n): AnalysedArticle => {
        const url = `https://feed-${n}.example/${from}/${id}`;
        return {
          article: {
            id: `${from}-${id}`,
            url,
            canonicalUrl: url,
            outlet: `Outlet ${n}`,
            title,
            byline: null,
            publishedAt: start - (articleCount - from - n) * 10_000,
            dateGuessed: false,
            fetchedAt: start,
            language: 'en',
            text,
            lede: null,
            image: null,
          },
          quotes: [],
          statements: [],
          terms: '',
          signature: '',
        };
      }),
    );
  }
}

export const bench: Bench = async () => {
  keepHeapSmall();
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'));
  const { port, end } = await startServerProcess('polling-server.ts');
  const store = await openSqliteStore(join(folder, 'courant.db'));
  let now = start;
  const ingest: Ingest = openIngest({
    store,
    keyValues: new Keyv<string>({ store: store.keyValues, namespace: 'ingest' }),
    userAgent: 'bench',
    clock: () => now,
    allow: ['127.0.0.0/8'],
    resolve: async (host) => [addressOf(host)],
  });
  try {
    await addArticles(store);
    await addFeeds(store, port);
    let faults = 0;
    const pollAll = async (): Promise<number> => {
      const began = performance.now();
      const polled = await ingest.pollDue({
        concurrency: atOnce,
        onPolled: ({ fault }) => {
          if (fault !== null) faults++;
        },
      });
      if (polled !== feedCount || faults > 0)
        throw new Error(`${polled} feeds were polled, with ${faults} faults.`);
      return feedCount / ((performance.now() - began) / 1000);
    };
    await pollAll();
    const ours: number[] = [];
    const bare: number[] = [];
    const memory: { size: number; ours: number }[] = [];
    for (let round = 1; round <= rounds; round++) {
      bare.push(await bareUndici(port));
      now += day;
      ours.push(await pollAll());
      memory.push({ size: round * feedCount, ours: megabytes() });
    }
    const [our, baseline] = [median(ours), median(bare)];
    return [
      {
        name: `${feedCount.toLocaleString('en')} unchanged feeds on as many hosts, ${atOnce} at once`,
        ours: our,
        baseline: { name: 'bare undici, same requests', figure: baseline },
        ratio: median(ours.map((figure, round) => figure / (bare[round] ?? Number.NaN))),
        unit: 'feeds/s',
        sizes: [],
        goal: '0.8 of bare undici',
      },
      {
        name: `memory (RSS) after so many polls, ${feedCount.toLocaleString('en')} feeds and ${articleCount.toLocaleString('en')} articles`,
        ours: memory.at(-1)?.ours ?? Number.NaN,
        baseline: null,
        ratio: null,
        unit: 'MB',
        sizes: memory,
        goal: 'flat, under 300 MB',
      },
    ];
  } finally {
    await ingest.close();
    await store.close();
    end();
    rmSync(folder, { recursive: true, force: true });
  }
};

const megabytes = () => process.memoryUsage.rss() / 1024 / 1024;

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
