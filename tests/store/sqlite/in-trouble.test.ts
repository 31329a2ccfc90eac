/** The program as a process of its own, where something goes wrong with its database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadSamples } from '../../../src/samples.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { root, startNode } from '../../cli/running.ts';
import { newsFeed, someNews } from '../some-news.ts';
import { inspect, whole } from './inspect.ts';

const cli = join(root, 'bin/cli.js');
const dieAt = new URL('./die-at.ts', import.meta.url).href;
const smallDisk = new URL('./small-disk.ts', import.meta.url).href;

// Each test is several processes.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-trouble-'));
  path = join(folder, 'courant.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const courant = (
  words: readonly string[],
  environment: NodeJS.Dict<string> = {},
  node: readonly string[] = [],
) => startNode([...node, cli, ...words], { folder, environment: { DATABASE_URL: path, ...environment } });

describe('courant add', () => {
  it('killed at any step and run again has each article once, with its quotes, and finds it', async () => {
    writeFileSync(join(folder, 'news.jsonl'), someNews(150));
    // An article is two rows, itself and its entry in the index; fifty go into one transaction.
    for (const [moment, stored] of [
      ['131 statement', 50],
      ['1 before-commit', 50],
      ['1 after-commit', 100],
    ] as const) {
      const adding = courant(['add', 'news.jsonl'], { DIE_AT: moment }, ['--import', dieAt]);
      expect(await adding.ended).toEqual({ code: null, output: '', errors: '' });
      expect(adding.process.signalCode).toBe('SIGKILL');
      expect(await inspect(path)).toEqual(whole(stored));
    }
    expect(await courant(['add', 'news.jsonl']).ended).toEqual({
      code: 0,
      output: '50 articles added, 100 already there\n',
      errors: '',
    });
    expect(await inspect(path)).toEqual(whole(150));
  });

  it('on a full disk ends with one clear line, and goes on where it was once there is room', async () => {
    writeFileSync(join(folder, 'news.jsonl'), someNews(150));
    const full = await courant(['add', 'news.jsonl'], { DISK_PAGES: '200' }, ['--import', smallDisk]).ended;
    expect(full).toEqual({
      code: 1,
      output: '',
      errors: `courant: The database ${path} can’t grow: the disk is full. Free some space; nothing that was stored is lost.\n`,
    });
    const { articles } = await inspect(path);
    expect(articles).toBeGreaterThan(0);
    expect(articles).toBeLessThan(150);
    expect(await inspect(path)).toEqual(whole(articles));
    expect(await courant(['add', 'news.jsonl']).ended).toMatchObject({
      code: 0,
      output: `${150 - articles} articles added, ${articles} already there\n`,
    });
    expect(await inspect(path)).toEqual(whole(150));
  });
});

describe('courant fetch', () => {
  it('killed at any step, or on a full disk, takes in each entry of the feed once in the end', async () => {
    const server = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(newsFeed(30)),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
    const allowed = { FETCH_ALLOW_HOSTS: '127.0.0.1' };
    expect(await courant(['sources', 'add', url], allowed).ended).toMatchObject({ code: 0, errors: '' });
    let before = 0;
    for (const moment of ['22 statement', '20 after-commit']) {
      const fetching = courant(['fetch', '--now'], { ...allowed, DIE_AT: moment }, ['--import', dieAt]);
      expect(await fetching.ended).toMatchObject({ code: null, errors: '' });
      const { articles, ...rest } = await inspect(path);
      expect(articles).toBeGreaterThan(before);
      expect({ articles, ...rest }).toEqual(whole(articles));
      before = articles;
    }
    expect(before).toBeLessThan(30);
    const small = { ...allowed, DISK_PAGES: String(pagesOf(path)) };
    const full = await courant(['fetch', '--now'], small, ['--import', smallDisk]).ended;
    expect(full).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('the disk is full') });
    expect(full.errors.trim().split('\n')).toHaveLength(1);
    expect(await courant(['fetch', '--now'], allowed).ended).toMatchObject({ code: 0, errors: '' });
    expect(await inspect(path)).toEqual(whole(30));
    server.close();
  });
});

describe('a database', () => {
  it('that another process has locked can be read, says so when written, and is itself once that is gone', async () => {
    await (await openSqliteStore(path)).close();
    const holding = startNode(
      [
        '--eval',
        `const database = new (require('node:sqlite').DatabaseSync)(${JSON.stringify(path)});
         database.exec('begin exclusive');
         process.stdout.write('locked');
         process.stdin.resume();`,
      ],
      { folder },
    );
    await holding.says(/locked/);
    const store = await openSqliteStore(path, { patience: 50 });
    const topic = { slug: 'quays', title: 'Quays', query: 'quay', synonyms: [], exclude: [], outlets: [] };
    expect(await store.topics.list()).toEqual([]);
    for (const write of [
      () => store.topics.save(topic),
      () => loadSamples(store, Date.now),
      () => store.keyValues.set('a', '1'),
    ])
      await expect(write()).rejects.toMatchObject({
        code: 'unavailable',
        message: `The database ${path} is locked by another process.`,
        mend: 'Stop the other process, or wait until it has finished.',
      });
    holding.process.kill('SIGKILL');
    await holding.ended;
    await store.topics.save(topic);
    await store.keyValues.set('a', '1');
    expect(await store.topics.list()).toEqual([topic]);
    expect(await store.keyValues.get('a')).toBe('1');
    await store.close();
  });

  it('that a newer program wrote is refused in one line, and left as it is', async () => {
    await (await openSqliteStore(path)).close();
    const database = new DatabaseSync(path);
    database.exec('pragma user_version = 99');
    const { code, output, errors } = await courant(['topics']).ended;
    expect({ code, output }).toEqual({ code: 1, output: '' });
    expect(errors).toMatch(
      /^courant: The database has schema 99; this program knows up to \d+\. Update Courant, or restore the backup made before the newer one ran\.\n$/,
    );
    expect(database.prepare('pragma user_version').get()?.user_version).toBe(99);
    database.close();
  });
});

function pagesOf(file: string): number {
  const database = new DatabaseSync(file);
  const pages = Number(database.prepare('pragma page_count').get()?.page_count);
  database.close();
  return pages;
}
