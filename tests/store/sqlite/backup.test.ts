import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupSqlite } from '../../../src/store/sqlite/backup.ts';
import { root, startNode } from '../../cli/running.ts';
import { newsLine, someNews } from '../some-news.ts';
import { inspect, whole } from './inspect.ts';

const cli = join(root, 'bin/cli.js');

// Each test is several processes.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let path: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-backup-'));
  path = join(folder, 'courant.db');
  copy = join(folder, 'copy.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const courant = (...words: readonly string[]) =>
  startNode([cli, ...words], { folder, environment: { DATABASE_URL: path } });

describe('a backup', () => {
  it('made while another process writes holds what was accepted before, and takes its place', async () => {
    const adding = courant('add', '-');
    const { stdin } = adding.process;
    if (!stdin) throw new Error('it has no standard input');
    // It is killed as it reads.
    stdin.on('error', () => {});
    let line = 0;
    const feed = () => {
      while (stdin.write(`${newsLine(line++)}\n`));
    };
    stdin.on('drain', feed);
    feed();
    const accepted = await vi.waitFor(
      () => {
        const urls = urlsIn(path);
        expect(urls.length).toBeGreaterThanOrEqual(100);
        return urls;
      },
      { timeout: 40_000, interval: 20 },
    );
    expect(await courant('backup', copy).ended).toEqual({
      code: 0,
      output: `Copied ${path} to ${copy}.\n`,
      errors: '',
    });
    adding.process.kill('SIGKILL');
    await adding.ended;

    // As docs/operation.md says.
    copyFileSync(copy, path);
    for (const beside of ['-wal', '-shm']) rmSync(`${path}${beside}`, { force: true });
    const { code, output } = await courant('doctor').ended;
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/All is well\.\n$/) });
    const restored = urlsIn(path);
    expect(accepted.filter((url) => !restored.includes(url))).toEqual([]);
    expect(await inspect(path)).toEqual(whole(restored.length));
  });

  it('ends though other processes never cease to write', async () => {
    const database = new DatabaseSync(path);
    database.exec('pragma journal_mode = wal; pragma synchronous = off; create table pages (page blob)');
    const write = database.prepare('insert into pages values (zeroblob(4000))');
    for (let page = 0; page < 1000; page += 1) write.run();
    let done = false;
    const copied = backupSqlite(path, copy).finally(() => {
      done = true;
    });
    while (!done) {
      write.run();
      await new Promise(setImmediate);
    }
    await copied;
    database.close();
    const held = new DatabaseSync(copy);
    expect(held.prepare('select count(*) as n from pages').get()).toEqual({ n: 1000 });
    held.close();
  });

  it('that cannot be finished leaves nothing that looks like one', async () => {
    writeFileSync(path, someNews(20));
    await expect(backupSqlite(path, copy)).rejects.toMatchObject({
      code: 'unavailable',
      message: `The database ${path} is not an SQLite database.`,
    });
    rmSync(path);
    new DatabaseSync(path).close();
    await expect(backupSqlite(path, join(folder, 'nowhere', 'copy.db'))).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('can’t be opened'),
    });
    expect(existsSync(copy)).toBe(false);
    expect(readdirSync(folder)).toEqual(['courant.db']);
  });
});

function urlsIn(database: string): readonly unknown[] {
  const opened = new DatabaseSync(database, { readOnly: true });
  try {
    return opened
      .prepare('select canonical_url from articles')
      .all()
      .map((row) => row.canonical_url);
  } finally {
    opened.close();
  }
}
