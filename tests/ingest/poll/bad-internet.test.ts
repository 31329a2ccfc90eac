import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Feed, newFeed } from '../../../src/domain/feed.ts';
import { type Ingest, openIngest } from '../../../src/ingest/open-ingest.ts';
import type { PollOutcome } from '../../../src/ingest/poll/poll-feed.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type BadInternet, openBadInternet } from '../bad-internet.ts';

const now = Date.UTC(2025, 5, 2, 12);
const limits = { maxBytes: 1024 * 1024, totalMs: 1_000, idleMs: 500, maxRedirects: 5 };

/** Every path of the bad internet that is no feed, and what its health then says. */
const TROUBLES: readonly (readonly [path: string, says: RegExp])[] = [
  ['/always-304', /^$/],
  ['/missing', /404/],
  ['/broken', /500/],
  ['/busy', /503/],
  ['/too-often', /429/],
  ['/gone', /410/],
  ['/loop', /redirects more than/],
  ['/to-file', /only http and https/],
  ['/to-metadata', /public internet/],
  ['/to-nothing', /redirects/],
  ['/not-gzip', /./],
  ['/unknown-encoding', /rot13/],
  ['/matryoshka', /./],
  ['/bomb', /./],
  ['/zstd-bomb', /./],
  ['/short', /./],
  ['/endless', /./],
  ['/slow-loris', /./],
  ['/silent', /./],
  ['/huge-headers', /./],
  ['/hang-up', /./],
  ['/lying-charset', /not a feed/],
];

let internet: BadInternet;
let store: Store;
let ingest: Ingest;

beforeEach(async () => {
  internet = await openBadInternet();
  store = await openSqliteStore(':memory:');
  ingest = openIngest({
    store,
    keyValues: store.keyValues,
    userAgent: 'Courant/0 (test)',
    clock: () => now,
    sleep: async () => undefined,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    allow: ['127.0.0.1'],
    limits: { feed: limits, page: limits },
  });
});
afterEach(async () => {
  await ingest.close();
  await store.close();
  await internet.close();
});

/** Each on a host of its own, as they would be. */
const feedAt = (path: string, n: number): Feed => ({
  ...newFeed({ id: path, url: `http://host-${n}.example:${internet.port}${path}`, outlet: path }, now),
  nextPollAt: now + n - 100,
});

it('the worst of the internet, asked at once, crashes nothing and holds up nobody', async () => {
  const feeds = [...TROUBLES.map(([path]) => path), '/feed'].map(feedAt);
  for (const feed of feeds) await store.feeds.add(feed);
  const outcomes = new Map<string, PollOutcome>();
  const polled = await ingest.pollDue({
    concurrency: 8,
    onPolled: (outcome) => outcomes.set(outcome.feed.id, outcome),
  });
  expect(polled).toBe(feeds.length);
  expect(outcomes.get('/feed')?.fault).toBeNull();
  for (const [path, says] of TROUBLES) expect(outcomes.get(path)?.fault ?? '', path).toMatch(says);
  for (const { id } of feeds) expect((await store.feeds.get(id))?.nextPollAt, id).toBeGreaterThan(now - 100);
  expect((await store.feeds.get('/busy'))?.nextPollAt).toBeGreaterThanOrEqual(now + 120_000);
});
