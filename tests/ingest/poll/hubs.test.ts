import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFeed } from '../../../src/domain/feed.ts';
import { type Ingest, openIngest } from '../../../src/ingest/open-ingest.ts';
import type { HubRequest } from '../../../src/ingest/poll/hub-callback.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type BadInternet, openBadInternet } from '../bad-internet.ts';

const HOUR = 3_600_000;
const start = Date.UTC(2025, 5, 2, 12);
const topic = 'https://courier.example/feed';

let internet: BadInternet;
let store: Store;
let ingest: Ingest;
let now: number;
let asked: URLSearchParams[];
let hubStatus: number;

beforeEach(async () => {
  internet = await openBadInternet();
  store = await openSqliteStore(':memory:');
  now = start;
  asked = [];
  hubStatus = 202;
  internet.serve('/hub', (request, response) => {
    let form = '';
    request.on('data', (chunk) => {
      form += chunk;
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(form));
      response.writeHead(hubStatus).end();
    });
  });
  internet.serve('/pushed', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(['1'])),
  );
  ingest = openIngest({
    store,
    keyValues: store.keyValues,
    userAgent: 'Courant/0 (test)',
    clock: () => now,
    random: () => 0.5,
    sleep: async () => undefined,
    allow: ['127.0.0.1'],
    publicUrl: 'https://courant.example',
  });
  await store.feeds.add(feed());
});
afterEach(async () => {
  await ingest.close();
  await store.close();
  await internet.close();
});

function feedOf(guids: readonly string[]): string {
  const items = guids.map(
    (guid) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>Ship ${guid}</title><pubDate>Mon, 02 Jun 2025 ${guid.padStart(2, '0')}:00:00 GMT</pubDate><description>${`Ship ${guid} came in after nine nights in the harbour. `.repeat(20)}</description></item>`,
  );
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>C</title><atom:link rel="hub" href="${internet.url('/hub')}"/><atom:link rel="self" href="${topic}"/>${items.join('')}</channel></rss>`;
}

const feed = () => newFeed({ id: 'feed-1', url: internet.url('/pushed'), outlet: 'Courier' }, now);
const reload = async () => (await store.feeds.get('feed-1')) ?? feed();

function fromHub(more: Partial<HubRequest> & { readonly params?: Record<string, string> }) {
  const query = new URLSearchParams({ feed: 'feed-1', ...more.params });
  return ingest.answerHub({
    method: 'GET',
    signature: null,
    contentType: null,
    body: new Uint8Array(),
    ...more,
    query,
  });
}
const grant = () =>
  fromHub({
    params: {
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.challenge': 'c',
      'hub.lease_seconds': '864000',
    },
  });
function deliver(xml: string, secret = asked[0]?.get('hub.secret') ?? '') {
  const body = new TextEncoder().encode(xml);
  return fromHub({
    method: 'POST',
    body,
    contentType: 'application/rss+xml',
    signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  });
}

describe('a feed that names a hub', () => {
  it('is subscribed to there once, and again before the grant ends', async () => {
    await ingest.poll(feed());
    expect(Object.fromEntries(asked[0] ?? [])).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': 'https://courant.example/websub?feed=feed-1',
    });
    expect(await grant()).toEqual({ status: 200, body: 'c' });
    now += HOUR;
    await ingest.poll(await reload());
    expect(asked).toHaveLength(1);
    now += 9.5 * 24 * HOUR;
    await ingest.poll(await reload());
    expect(asked).toHaveLength(2);
    expect(asked[1]?.get('hub.secret')).toBe(asked[0]?.get('hub.secret'));
  });

  it('is polled less often while its hub has granted that', async () => {
    const before = (await ingest.poll(feed())).feed.nextPollAt - now;
    await grant();
    const after = (await ingest.poll(await reload())).feed.nextPollAt - now;
    expect(after).toBeGreaterThan(before);
    expect(after).toBeGreaterThanOrEqual(3 * HOUR);
  });

  it('brings its news at once, when they are signed', async () => {
    await ingest.poll(feed());
    await grant();
    expect(await deliver(feedOf(['2', '3']))).toEqual({ status: 202, body: '' });
    expect(await store.articles.count()).toBe(3);
    expect((await deliver(feedOf(['4']), 'guessed')).status).toBe(202);
    expect((await deliver('no feed at all')).status).toBe(202);
    expect(await store.articles.count()).toBe(3);
  });

  it('is polled as ever where the hub refuses, and asked about again some hours later', async () => {
    hubStatus = 500;
    expect((await ingest.poll(feed())).fault).toBeNull();
    await ingest.poll(await reload());
    expect(asked).toHaveLength(1);
    now += 7 * HOUR;
    await ingest.poll(await reload());
    expect(asked).toHaveLength(2);
  });

  it('is not confirmed to strangers', async () => {
    expect((await grant()).status).toBe(404);
    expect((await deliver(feedOf(['2']), 's')).status).toBe(410);
    expect((await fromHub({ method: 'DELETE' })).status).toBe(405);
  });
});
