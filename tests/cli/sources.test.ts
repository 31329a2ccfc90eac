import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newFeed } from '../../src/domain/feed.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { openTerminal, type Terminal } from './terminal.ts';

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Elmford Times</title><link>https://elmford.example/</link>
<item><title>Ferry runs again</title><guid>ferry</guid><pubDate>Thu, 19 Nov 2026 07:00:00 GMT</pubDate><description>The ferry over the Wend runs again since Thursday, after three weeks in the dock. The town paid for the new engine.</description></item>
<item><title>Owl seen in town hall</title><guid>owl</guid><pubDate>Wed, 18 Nov 2026 16:00:00 GMT</pubDate><description>An owl has lived in the tower of the town hall since October, the caretaker told a school class on Wednesday.</description></item>
</channel></rss>`;
const site =
  '<!doctype html><title>Elmford Times</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">';
const opml = (url: string) => `<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Town"><outline type="rss" text="Elmford Times" xmlUrl="${url}/feed.xml"/></outline>
<outline text="Sport"><outline type="rss" text="Wend Rowing" xmlUrl="https://rowing.example/feed"/></outline></body></opml>`;

describe('courant sources and fetch', () => {
  let server: Server;
  let url: string;
  let terminal: Terminal;
  beforeAll(async () => {
    server = createServer(({ url: path }, response) => {
      const found = { '/': ['text/html', site], '/feed.xml': ['application/rss+xml', rss] }[path ?? ''];
      response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());
  beforeEach(() => {
    terminal = openTerminal({ FETCH_ALLOW_HOSTS: '127.0.0.1' });
  });
  afterEach(() => terminal.close());

  it('try a site without adding it, and add the feed they find there', async () => {
    const tried = await terminal.courant(['sources', 'test', url]);
    expect(tried).toMatchObject({ code: 0, errors: '' });
    expect(tried.output).toBe(
      `Elmford Times: ${url}/feed.xml, 2 entries. The newest:\n  Ferry runs again\n  Owl seen in town hall\n`,
    );
    expect((await terminal.courant(['sources'])).output).toContain('No sources yet.');
    expect((await terminal.courant(['sources', 'add', url])).output).toBe(
      `Added Elmford Times: ${url}/feed.xml (2 entries). A running bot reads it at once.\n`,
    );
    expect((await terminal.courant(['sources'])).output).toContain('not read yet');
    expect(await terminal.courant(['sources', 'add', `${url}/feed.xml`])).toMatchObject({
      code: 1,
      output: '',
      errors: `courant: Elmford Times is read already (${url}/feed.xml). See its health with \`courant sources list\`.\n`,
    });
  });

  it('read what is due, once, and all of it with --now', async () => {
    await terminal.courant(['sources', 'add', url]);
    expect(await terminal.courant(['fetch'])).toMatchObject({
      code: 0,
      output: 'Read 1 feed: 2 new articles, 0 updated.\n',
    });
    expect((await terminal.courant(['fetch'])).output).toBe('No feed is due. With --now all are read.\n');
    expect((await terminal.courant(['fetch', '--now'])).output).toBe(
      'Read 1 feed: 0 new articles, 0 updated.\n',
    );
    expect((await terminal.courant(['brief', 'ferry'])).output).toContain('Ferry runs again');
  });

  it('are not given out where there are none', async () => {
    expect(await terminal.courant(['sources', 'export'])).toEqual({
      code: 1,
      output: '',
      errors: 'No sources yet. Add one: courant sources add https://example.org\n',
    });
  });

  it('named by a feed to command a terminal do not', async () => {
    const store = await openSqliteStore(terminal.file('courant.db'));
    const outlet = 'Wend \u001b]0;owned\u0007\u001b[2J\u009b31mRowing';
    await store.feeds.add(newFeed({ id: 'f', url: 'https://wend.example/feed', outlet }, 0));
    await store.close();
    expect((await terminal.courant(['sources'])).output).toMatch(/^✓ Wend \]0;owned\[2J31mRowing {2}https:/);
  });

  it('take an OPML file in whole or in part, give it out again, and forget a feed', async () => {
    const file = terminal.file('mine.opml', opml(url));
    expect((await terminal.courant(['sources', 'import', file, '--topic', 'town'])).output).toMatch(
      /^Added 1 source\.\n/,
    );
    expect((await terminal.courant(['sources', 'import', file])).output).toMatch(
      /^Added 1 source; 1 already there\.\n/,
    );
    const exported = (await terminal.courant(['sources', 'export'])).output;
    const second = openTerminal();
    expect((await second.courant(['sources', 'import', second.file('again.opml', exported)])).output).toMatch(
      /^Added 2 sources\./,
    );
    second.close();
    expect((await terminal.courant(['sources', 'remove', 'wend rowing'])).output).toContain(
      'Removed Wend Rowing',
    );
    expect((await terminal.courant(['sources', 'remove', 'wend rowing'])).code).toBe(1);
    const wrong = await terminal.courant(['sources', 'import', file, '--topic', 'Weather']);
    expect(wrong).toMatchObject({ code: 2, output: '' });
    expect(wrong.errors).toContain('has no feeds under “Weather”. It has Town, Sport.');
  });

  it('name what an OPML file has that is read by nobody, without its password', async () => {
    const file = terminal.file(
      'mixed.opml',
      `<opml version="2.0"><body><outline text="A" xmlUrl="https://a.example/f"/><outline text="B" xmlUrl="https://me:secret@b.example/f"/></body></opml>`,
    );
    expect(await terminal.courant(['sources', 'import', file])).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Added 1 source\.\n/),
      errors: 'Left out: https://[secret]@b.example/f is no address that is read.\n',
    });
  });

  it('have a list of their own to begin with', async () => {
    const { code, output } = await terminal.courant(['sources', 'import', '--topic', 'World']);
    expect(code).toBe(0);
    expect(output).toMatch(/^Added \d+ sources\.\n/);
  });

  it('say what is wrong with a feed, and end with 1', async () => {
    const file = terminal.file('bad.opml', opml(url).replace('/feed.xml', '/gone.xml'));
    await terminal.courant(['sources', 'import', file, '--topic', 'town']);
    const { code, errors } = await terminal.courant(['fetch']);
    expect(code).toBe(1);
    expect(errors).toContain(`Elmford Times (${url}/gone.xml): `);
    expect((await terminal.courant(['sources'])).output).toMatch(/^✗ Elmford Times/);
  });

  it('fetch nothing of this machine where it is not allowed', async () => {
    const careful = openTerminal();
    const { code, output, errors } = await careful.courant(['sources', 'test', url]);
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(/^courant: .*127\.0\.0\.1/);
    careful.close();
  });
});
