import { afterEach, describe, expect, it } from 'vitest';
import type { Source } from '../../../src/ingest/readers/jobs.ts';
import { type ReaderLimits, ReaderPool } from '../../../src/ingest/readers/reader-pool.ts';

const pools: ReaderPool[] = [];
const poolOf = (limits: Partial<ReaderLimits> = {}) => {
  const pool = new ReaderPool(limits);
  pools.push(pool);
  return pool;
};
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

const source = (text: string): Source => ({
  body: new TextEncoder().encode(text),
  contentType: 'text/html',
  url: 'https://courier.example/a',
});
const prose = 'The harbour reopened on Monday after nine nights of work. '.repeat(10);
const page = source(`<title>Harbour</title><article><h1>Harbour reopens</h1><p>${prose}</p></article>`);
const feed = source(
  '<rss version="2.0"><channel><title>Courier</title><item><title>One</title></item></channel></rss>',
);

describe('readers', () => {
  it('read pages, feeds and the feeds of a site in their threads, one after another', async () => {
    const pool = poolOf();
    const [article, parsed, links] = await Promise.all([
      pool.read('page', page),
      pool.read('feed', feed),
      pool.read('feed-links', source('<link rel="alternate" type="application/rss+xml" href="/rss">')),
    ]);
    expect(article.text).toBe(prose.trim());
    expect(parsed.entries).toHaveLength(1);
    expect(links[0]).toMatchObject({ url: 'https://courier.example/rss', found: 'declared' });
  });

  it('read a page of plain text as that, unless it is none', async () => {
    const pool = poolOf();
    const plain = (text: string) => ({ ...source(text), contentType: 'text/plain; charset=utf-8' });
    expect(await pool.read('page', plain(`Harbour reopens\n\n${prose}\n\n${prose}`))).toMatchObject({
      url: 'https://courier.example/a',
      title: 'Harbour reopens',
      text: `${prose.trim()}\n\n${prose.trim()}`,
    });
    const markup = `<title>Harbour</title><p>${prose}</p>`;
    expect(await pool.read('page', plain(markup))).toMatchObject({ title: 'Harbour', text: prose.trim() });
  });

  it('say what is wrong with a document, and go on', async () => {
    const pool = poolOf();
    await expect(pool.read('feed', page)).rejects.toMatchObject({
      code: 'invalid',
      mend: expect.any(String),
    });
    await expect(pool.read('feed', feed)).resolves.toMatchObject({ title: 'Courier' });
  });

  it('end a document that takes too long, and only that', async () => {
    const pool = poolOf({ threads: 1, timeoutMs: 1 });
    await expect(pool.read('page', source(`<p>${'<b>a</b> '.repeat(50_000)}`))).rejects.toMatchObject({
      code: 'refused',
      reason: 'reading-timeout',
    });
  });

  it('survive a document that uses up its memory', async () => {
    const pool = poolOf({ threads: 1, heapMb: 48, timeoutMs: 60_000 });
    const explosive = source('<p>x</p>'.repeat(200_000));
    await expect(pool.read('page', explosive)).rejects.toMatchObject({ code: 'refused' });
    await expect(pool.read('feed', feed)).resolves.toMatchObject({ title: 'Courier' });
  });

  it('fail what is left when they are closed', async () => {
    const pool = poolOf();
    const left = pool.read('page', page);
    await pool.close();
    await expect(left).rejects.toMatchObject({ name: 'CourantError' });
    await expect(pool.read('page', page)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('hostile documents are read or refused in bounded time', () => {
  const pool = new ReaderPool({ timeoutMs: 15_000 });
  it.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['deep inline nesting', `<p>${'<b>'.repeat(100_000)}x`],
    ['many attributes', `<div ${'a=1 '.repeat(20_000)}>x`],
    ['nothing but angles', '<'.repeat(60_000)],
    ['nested tables', '<table>'.repeat(20_000)],
    ['quotation marks', '“'.repeat(100_000)],
    ['line breaks', '<br>'.repeat(20_000)],
    ['links', '<a href=x>y</a> '.repeat(10_000)],
    ['list entries that stand in each other', '<li><p>'.repeat(100_000)],
    ['table heads that stand in each other', '<thead>'.repeat(100_000)],
    ['roots', '<html>'.repeat(100_000)],
    ['commas behind a name', `<div class="byline">By Jo ${','.repeat(100_000)}x</div>`],
    ['spaces in JSON-LD', `<script type="application/ld+json">{${' '.repeat(100_000)}}</script>`],
    ['spaces before JSON-LD', `<script type="application/ld+json">${' '.repeat(100_000)}{}</script>`],
  ])('a page of %s', async (_, html) => {
    await expect(pool.read('page', source(html))).resolves.toMatchObject({
      url: 'https://courier.example/a',
    });
  });

  it.each([
    ['deep nesting', `<rss><channel>${'<a>'.repeat(100_000)}`],
    ['breaks that nobody closes', `<rss><channel><item><description>${'<br>'.repeat(100_000)}`],
    ['an author without end', `<rss><channel><item><title>x</title><author>${'a'.repeat(200_000)}</author>`],
    ['unclosed CDATA', `<rss>${'<![CDATA['.repeat(50_000)}`],
    ['comments', `<rss>${'<!--'.repeat(30_000)}`],
    ['instructions', `${'<?'.repeat(60_000)}<rss>`],
    ['a document type', `<!DOCTYPE ${'['.repeat(100_000)}`],
    [
      'unclosed constructs',
      `<feed version="0.3">${'<title type="application/xhtml+xml">'.repeat(200)}${'<title '.repeat(50_000)}`,
    ],
  ])('a feed of %s', async (_, xml) => {
    const outcome = await pool.read('feed', source(xml)).catch((error: Error) => error.name);
    expect(outcome === 'CourantError' || typeof outcome === 'object').toBe(true);
    // The same pool goes on.
    expect((await pool.read('feed', feed)).title).toBe('Courier');
  });
});
