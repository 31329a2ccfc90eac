/** A database in a folder where nothing may be written, as on a disk mounted read-only. */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { loadSamples } from '../../../src/samples.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { root, startNode } from '../../cli/running.ts';

vi.setConfig({ testTimeout: 60_000 });

const nobody = 65_534;
let folder: string;
let path: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'courant read-only #'));
  path = join(folder, 'courant.db');
  const store = await openSqliteStore(path);
  await loadSamples(store, Date.now);
  await store.close();
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

/** Root may write everywhere, whatever the folder says. */
const courant = (...words: readonly string[]) => {
  chmodSync(path, 0o444);
  chmodSync(folder, 0o555);
  const user = process.getuid?.() === 0 ? { user: nobody } : {};
  const environment = { DATABASE_URL: path };
  return startNode([join(root, 'bin/cli.js'), ...words], { folder, environment, ...user }).ended;
};

it('is read: briefs, quotes, lists', async () => {
  const brief = await courant('brief', 'ukraine');
  expect(brief).toMatchObject({ code: 0, errors: '' });
  expect(brief.output).toContain('Riyadh');
  expect(await courant('quotes', 'lavrov')).toMatchObject({ code: 0, errors: '' });
  expect(await courant('topics')).toMatchObject({ code: 0, errors: '' });
});

it('is read though an empty log was left beside it', async () => {
  writeFileSync(`${path}-wal`, '');
  expect(await courant('topics')).toMatchObject({ code: 0, errors: '' });
});

it('is copied', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'courant-copy-'));
  chmodSync(elsewhere, 0o777);
  const copy = join(elsewhere, 'copy.db');
  expect(await courant('backup', copy)).toMatchObject({ code: 0, errors: '' });
  const store = await openSqliteStore(copy);
  expect(await store.articles.count()).toBe(14);
  await store.close();
  rmSync(elsewhere, { recursive: true });
});

it('is a finding of the doctor', async () => {
  const { code, output } = await courant('doctor');
  expect(code).toBe(1);
  expect(output).toContain(`✗ The database ${path} can’t be written. Give this user the right`);
});

it('is not written, and says so in one line', async () => {
  expect(await courant('subscribe', 'console', 'ukraine')).toEqual({
    code: 1,
    output: '',
    errors: `courant: The database ${path} can’t be written. Give this user the right to write it and its folder.\n`,
  });
});

it('is not read without the changes that only its log has', async () => {
  writeFileSync(`${path}-wal`, 'what somebody wrote last');
  chmodSync(`${path}-wal`, 0o444);
  expect(await courant('topics')).toEqual({
    code: 1,
    output: '',
    errors: `courant: The newest changes of the database ${path} are in ${path}-wal, which can’t be read in a folder that may not be written. Copy both files to one that may.\n`,
  });
});
