import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { CourantError } from '../../../src/domain/errors.ts';
import { type Feed, newFeed } from '../../../src/domain/feed.ts';
import { type Ingest, type IngestOptions, openIngest } from '../../../src/ingest/open-ingest.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import type { Store } from '../../../src/store/store.ts';
import { type BadInternet, openBadInternet } from '../bad-internet.ts';

const start = Date.UTC(2025, 5, 2, 12);
const prose = (topic: string) =>
  `${topic} came up on Monday after nine nights of work in the harbour. `.repeat(20).trim();

let internet: BadInternet;
let store: Store;
let now: number;
const opened: Ingest[] = [];

beforeEach(async () => {
  internet = await openBadInternet();
  store = await openSqliteStore(':memory:');
  now = start;
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((ingest) => ingest.close()));
  await store.close();
  await internet.close();
});

function ingestOf(more: Partial<IngestOptions> = {}): Ingest {
  const ingest = openIngest({
    store,
    keyValues: store.keyValues,
    analyse: (article: Article) => ({
      article,
      quotes: [],
      statements: [],
      terms: '',
      signature: article.id,
    }),
    userAgent: 'Courant/0 (test)',
    clock: () => now,
    random: () => 0.5,
    sleep: async () => undefined,
    allow: ['127.0.0.1'],
    ...more,
  });
  opened.push(ingest);
  return ingest;
}

async function addFeed(path: string): Promise<Feed> {
  const feed = newFeed({ id: 'feed-1', url: internet.url(path), outlet: 'Courier' }, now);
  await store.feeds.add(feed);
  return feed;
}

type Item = {
  readonly guid: string;
  readonly title: string;
  readonly link?: string;
  readonly text: string;
  readonly date?: string;
};

function serveFeed(path: string, items: readonly Item[]): void {
  const xml = items.map(
    ({ guid, title, link, text, date }) =>
      `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${link ? `<link>${link}</link>` : ''}<pubDate>${date ?? 'Mon, 02 Jun 2025 10:00:00 GMT'}</pubDate><description>&lt;p&gt;${text}&lt;/p&gt;</description></item>`,
  );
  internet.serve(path, (_, response) => {
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(`<rss version="2.0"><channel><title>C</title>${xml.join('')}</channel></rss>`);
  });
}

function servePage(path: string, title: string, text: string): string {
  internet.serve(path, (_, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(
        `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`,
      );
  });
  return internet.url(path);
}

const pathsAsked = () => internet.requests.map(({ path }) => path);
const reload = async () => (await store.feeds.get('feed-1')) as Feed;
const articleAt = (url: string) => store.articles.byCanonicalUrl(url.replace('http:', 'https:'));

describe('a poll', () => {
  it('takes in what is new, once', async () => {
    await addFeed('/news');
    serveFeed('/news', [
      { guid: '1', title: 'One', link: internet.url('/1'), text: prose('The ferry') },
      { guid: '2', title: 'Two', link: internet.url('/2'), text: prose('The crane') },
    ]);
    const ingest = ingestOf();
    const outcomes: number[] = [];
    expect(await ingest.pollDue({ concurrency: 4, onPolled: ({ added }) => outcomes.push(added) })).toBe(1);
    expect(outcomes).toEqual([2]);
    expect(await store.articles.count()).toBe(2);
    expect(await ingest.pollDue({ concurrency: 4 })).toBe(0);

    now = (await reload()).nextPollAt;
    expect(now).toBeGreaterThan(start);
    expect(await ingest.pollDue({ concurrency: 4, onPolled: ({ added }) => outcomes.push(added) })).toBe(1);
    expect(outcomes).toEqual([2, 0]);
    expect(await store.articles.count()).toBe(2);
  });

  it('fetches the page where the feed has only a teaser, unless robots.txt forbids', async () => {
    await addFeed('/news');
    const open = servePage('/open', 'Open', prose('The pier'));
    serveFeed('/news', [
      {
        guid: '1',
        title: 'Open',
        link: open,
        text: 'The pier is open again, said the harbour master on Monday, after nine nights.',
      },
      {
        guid: '2',
        title: 'Private',
        link: internet.url('/private/page'),
        text: 'The yacht club is open again, said its chairman on Monday, after nine long nights.',
      },
    ]);
    await ingestOf().pollDue({ concurrency: 1 });
    expect((await articleAt(open))?.text).toBe(prose('The pier'));
    expect(pathsAsked()).toContain('/robots.txt');
    expect(pathsAsked()).not.toContain('/private/page');
    expect((await articleAt(internet.url('/private/page')))?.text).toContain('yacht club');
  });

  it('is not led by a redirect where robots.txt forbids to go', async () => {
    await addFeed('/news');
    internet.serve('/short', (_, response) => response.writeHead(302, { location: '/private/page' }).end());
    const text = 'The yacht club is open again, said its chairman on Monday, after nine long nights.';
    serveFeed('/news', [{ guid: '1', title: 'Short', link: internet.url('/short'), text }]);
    await ingestOf().pollDue({ concurrency: 1 });
    expect(pathsAsked()).toContain('/short');
    expect(pathsAsked()).not.toContain('/private/page');
    expect((await articleAt(internet.url('/short')))?.text).toBe(text);
  });

  it('takes an edited article in again, under the same name', async () => {
    const feed = await addFeed('/news');
    const link = internet.url('/1');
    serveFeed('/news', [{ guid: '1', title: 'One', link, text: prose('The ferry') }]);
    const ingest = ingestOf();
    await ingest.poll(feed);
    const before = await articleAt(link);
    serveFeed('/news', [{ guid: '1', title: 'One', link, text: prose('The late ferry') }]);
    expect(await ingest.poll(await reload())).toMatchObject({ added: 0, updated: 1 });
    const after = await articleAt(link);
    expect(after?.id).toBe(before?.id);
    expect(after?.text).toContain('late ferry');
  });

  it('asks for no page twice where guids and pixels are new each time', async () => {
    const feed = await addFeed('/news');
    const link = servePage('/1', 'One', prose('The ferry'));
    const text = 'The ferry came up on Monday after nine nights of work in the harbour, with all her crew.';
    const ingest = ingestOf();
    for (const poll of ['a', 'b', 'c']) {
      const pixel = `${text}&lt;img src="https://count.example/?${poll}"&gt;`;
      serveFeed('/news', [{ guid: poll, title: 'One', link: `${link}?utm_term=${poll}`, text: pixel }]);
      await ingest.poll(poll === 'a' ? feed : await reload());
    }
    expect(pathsAsked().filter((path) => path === '/1')).toHaveLength(1);
    expect(await store.articles.count()).toBe(1);
  });

  it('keeps what an edited article said before, so that its quotes still stand where they were read', async () => {
    const feed = await addFeed('/news');
    const link = internet.url('/1');
    const said = '“We had one chance to lift the crane, and we took it,” said Maren Holt, the engineer.';
    serveFeed('/news', [{ guid: '1', title: 'One', link, text: `${prose('The ferry')} ${said}` }]);
    const ingest = openIngest({
      store,
      keyValues: store.keyValues,
      userAgent: 'Courant/0 (test)',
      clock: () => now,
      sleep: async () => undefined,
      allow: ['127.0.0.1'],
    });
    opened.push(ingest);
    await ingest.poll(feed);
    const { id = '' } = (await articleAt(link)) ?? {};
    const [quoted] = (await store.articles.analyses([id]))[0]?.quotes ?? [];
    expect(quoted?.speaker?.name).toBe('Maren Holt');
    now += 60_000;
    serveFeed('/news', [{ guid: '1', title: 'One', link, text: `Corrected. ${prose('The late ferry')}` }]);
    expect(await ingest.poll(await reload())).toMatchObject({ updated: 1 });
    const [before] = await store.articles.revisions(id);
    expect(before?.text.slice(quoted?.start, quoted?.end)).toBe(quoted?.text);
    expect((await store.articles.analyses([id]))[0]?.quotes).toEqual([]);
  });

  it('goes on when its feed is removed meanwhile', async () => {
    const feed = await addFeed('/news');
    internet.serve('/news', (_, response) => {
      void store.feeds
        .remove(feed.id)
        .then(() =>
          response.end(
            '<rss version="2.0"><channel><title>C</title><item><guid>1</guid><title>One</title></item></channel></rss>',
          ),
        );
    });
    expect(await ingestOf().pollDue({ concurrency: 2 })).toBe(0);
    expect(await store.feeds.list()).toEqual([]);
  });

  it('polls whether or not anybody listens', async () => {
    await addFeed('/feed');
    expect(await ingestOf().pollDue({ concurrency: 1 })).toBe(1);
    expect((await reload()).health.lastFetchedAt).toBe(now);
  });

  it('stops with the reason when the store can’t serve, and resumes', async () => {
    const feed = await addFeed('/news');
    serveFeed('/news', [{ guid: '1', title: 'One', link: internet.url('/1'), text: prose('The ferry') }]);
    const full = {
      ...store,
      articles: {
        ...store.articles,
        add: async () => {
          throw new CourantError('unavailable', 'The database can’t grow: the disk is full.');
        },
      },
    };
    await expect(ingestOf({ store: full }).pollDue({ concurrency: 2 })).rejects.toThrow('disk is full');
    expect(await ingestOf().poll(feed)).toMatchObject({ added: 1 });
  });

  it('does not let a teaser take the place of the whole text', async () => {
    const feed = await addFeed('/news');
    const link = servePage('/1', 'One', prose('The ferry'));
    serveFeed('/news', [{ guid: '1', title: 'One', link, text: prose('The ferry') }]);
    const ingest = ingestOf();
    await ingest.poll(feed);
    internet.serve('/1', (_, response) => response.writeHead(404).end());
    serveFeed('/news', [
      {
        guid: '1',
        title: 'One',
        link,
        text: 'The ferry came up on Monday after nine nights of work in the harbour.',
      },
    ]);
    await ingest.poll(await reload());
    expect((await articleAt(link))?.text).toBe(prose('The ferry'));
  });

  it('tries a page again that could not be had, and gives up in the end', async () => {
    const feed = await addFeed('/news');
    const link = internet.url('/broken');
    serveFeed('/news', [
      {
        guid: '1',
        title: 'One',
        link,
        text: 'The ferry came up on Monday after nine nights of work in the harbour, with all her crew.',
      },
    ]);
    const ingest = ingestOf();
    await ingest.poll(feed);
    for (let poll = 0; poll < 4; poll++) await ingest.poll(await reload());
    expect(pathsAsked().filter((path) => path === '/broken')).toHaveLength(3);
    expect((await articleAt(link))?.text).toContain('nine nights');
  });

  it('leaves a host alone that asks to wait, and takes its pages in later', async () => {
    const feed = await addFeed('/news');
    const text = 'The ferry came up on Monday after nine nights of work in the harbour, with all her crew.';
    const guids = ['1', '2', '3'];
    serveFeed(
      '/news',
      guids.map((guid) => ({
        guid,
        title: `Ship ${guid}`,
        link: internet.url(`/${guid}`),
        text: `${guid}: ${text}`,
      })),
    );
    for (const guid of guids)
      internet.serve(`/${guid}`, (_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
    const ingest = ingestOf();
    await ingest.poll(feed);
    expect(pathsAsked().filter((path) => /^\/\d$/.test(path))).toEqual(['/1']);
    for (const guid of guids) servePage(`/${guid}`, `Ship ${guid}`, prose(`Ship ${guid}`));
    now += 121_000;
    expect(await ingest.poll(await reload())).toMatchObject({ updated: 3 });
  });

  it('takes in what was cut off, and the rest with the next poll', async () => {
    const feed = await addFeed('/news');
    const item = (guid: string) =>
      `<item><guid>${guid}</guid><title>Ship ${guid}</title><description>${prose(`Ship ${guid}`)}</description></item>`;
    const whole = `<rss version="2.0"><channel><title>C</title>${item('1')}${item('2')}</channel></rss>`;
    internet.serve('/news', (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') return response.writeHead(304).end();
      response.writeHead(200, { etag: '"v1"', 'content-length': String(whole.length) });
      if (internet.requests.length > 1) return response.end(whole);
      response.write(whole.slice(0, whole.indexOf('</item>') + 7));
      return setImmediate(() => response.destroy());
    });
    const ingest = ingestOf();
    expect(await ingest.poll(feed)).toMatchObject({ added: 1 });
    expect(await ingest.poll(await reload())).toMatchObject({ added: 1, known: 1 });
  });

  it('loses nothing when it is killed between storing and remembering', async () => {
    const feed = await addFeed('/news');
    serveFeed(
      '/news',
      ['1', '2', '3'].map((guid) => ({
        guid,
        title: guid,
        link: internet.url(`/${guid}`),
        text: prose(`Ship ${guid}`),
      })),
    );
    let writes = 0;
    const dying = {
      ...store,
      feeds: {
        ...store.feeds,
        rememberGuids: async (...args: Parameters<Store['feeds']['rememberGuids']>) => {
          if (++writes === 2) throw new Error('killed');
          return store.feeds.rememberGuids(...args);
        },
      },
    };
    await expect(ingestOf({ store: dying }).poll(feed)).rejects.toThrow('killed');
    expect(await ingestOf().poll(await reload())).toMatchObject({ added: 1, known: 2 });
    expect(await store.articles.count()).toBe(3);
  });
});

describe('the health of a feed', () => {
  it('counts faults, says what the last was, and waits longer each time', async () => {
    let feed = await addFeed('/broken');
    const ingest = ingestOf();
    const waits: number[] = [];
    for (let n = 1; n <= 3; n++) {
      feed = (await ingest.poll(feed)).feed;
      waits.push(feed.nextPollAt - now);
    }
    expect(feed.health).toMatchObject({
      faults: 3,
      lastFault: expect.stringContaining('500'),
      lastFaultReason: '500',
    });
    expect(waits).toEqual([15, 30, 60].map((minutes) => minutes * 60_000));
    internet.serve('/broken', (_, response) =>
      response.end('<rss version="2.0"><channel><title>C</title></channel></rss>'),
    );
    expect((await ingest.poll(feed)).feed.health).toMatchObject({ faults: 0, lastFault: null });
  });

  it.each(['/too-often', '/broken-until'])('waits as long as a server asks with %s', async (path) => {
    expect((await ingestOf().poll(await addFeed(path))).feed.nextPollAt).toBe(Date.UTC(2025, 5, 2, 13));
  });

  it('a feed that has ended is not asked again', async () => {
    const ingest = ingestOf();
    expect((await ingest.poll(await addFeed('/gone'))).feed.state).toBe('gone');
    now += 86_400_000;
    expect(await ingest.pollDue({ concurrency: 2 })).toBe(0);
  });

  it('a feed that stays as it is, is asked more and more rarely, for as long as it does', async () => {
    let feed = await addFeed('/feed');
    const ingest = ingestOf();
    const waits: number[] = [];
    for (let n = 0; n < 15; n++) {
      feed = (await ingest.poll(feed)).feed;
      waits.push(feed.nextPollAt - now);
      now = feed.nextPollAt;
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b));
    expect(waits.at(-1)).toBe(12 * 3_600_000);
  });

  it('a feed that has moved for good is asked there', async () => {
    const feed = await addFeed('/moved');
    const ingest = ingestOf();
    await ingest.poll(feed);
    expect((await reload()).url).toBe(internet.url('/feed'));
    await ingest.poll(await reload());
    expect(internet.requests.at(-1)?.headers['if-none-match']).toBe('"v1"');
  });

  it('a feed that has moved to one we have ends, and does not hold up the others', async () => {
    const feed = await addFeed('/moved');
    await store.feeds.add({ ...feed, id: 'feed-2', url: internet.url('/feed') });
    expect(await ingestOf().pollDue({ concurrency: 1 })).toBe(2);
    expect(await reload()).toMatchObject({
      state: 'gone',
      health: { lastFault: expect.stringContaining('read already') },
    });
    expect((await store.feeds.get('feed-2'))?.health.lastFetchedAt).toBe(now);
  });

  it('a page in place of a feed is a fault, and no crash', async () => {
    expect(await ingestOf().poll(await addFeed('/page'))).toMatchObject({
      fault: expect.stringContaining('not a feed'),
    });
  });
});

describe('an address that a person gives', () => {
  it("may be a feed's, or that of a page which leads to one", async () => {
    internet.serve('/', (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<link rel="alternate" type="application/rss+xml" href="/feed">'),
    );
    const ingest = ingestOf();
    expect((await ingest.findFeed(internet.url('/feed'))).feed.title).toBe('Courier');
    expect(await ingest.findFeed(internet.url('/'))).toMatchObject({ url: internet.url('/feed') });
    await expect(ingest.findFeed(internet.url('/page'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is not looked for beside an address that holds a broken one', async () => {
    internet.serve('/atom.xml', (_, response) => response.end('<feed xmlns="http://www.w3.org/2005/Atom"/>'));
    internet.serve('/broken.json', (_, response) =>
      response.setHeader('content-type', 'application/json').end('{"version": '),
    );
    await expect(ingestOf().findFeed(internet.url('/broken.json'))).rejects.toMatchObject({
      message: 'This is not a feed: it is JSON, but no JSON Feed.',
    });
  });

  it('never leads into our own network', async () => {
    const ingest = ingestOf({ allow: [] });
    for (const address of [
      internet.url('/feed'),
      `localhost:${internet.port}/feed`,
      'http://169.254.169.254/',
      'http://[::1]/',
    ])
      await expect(ingest.findFeed(address)).rejects.toMatchObject({ code: 'forbidden' });
    expect(internet.requests).toHaveLength(0);
  });

  it('may be an article', async () => {
    const article = await ingestOf().readArticle(servePage('/story', 'Story', prose('The pier')));
    expect(article).toMatchObject({ title: 'Story', text: prose('The pier') });
  });
});
