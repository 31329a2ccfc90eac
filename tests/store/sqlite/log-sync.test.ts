import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { createLogSync } from '../../../src/store/sqlite/log-sync.ts';

const folder = mkdtempSync(join(tmpdir(), 'courant-log-'));

it('what was committed lightly goes to the disk beside the event loop, again and again', async () => {
  const database = openDatabase(join(folder, 'some.db'));
  database.lightTransaction(() => database.exec('create table t (n)'));
  await database.toDisk();
  database.lightTransaction(() => database.run('insert into t values (1)'));
  await database.toDisk();
  expect(database.get('select n from t')).toEqual({ n: 1 });
  database.close();
  rmSync(folder, { recursive: true });
});

it('in memory there is nothing to wait for', async () => {
  const database = openDatabase(':memory:');
  await expect(database.toDisk()).resolves.toBeUndefined();
  database.close();
});

it('a log that can’t be opened is said to be so', async () => {
  await expect(createLogSync(join(folder, 'nowhere', 'some.db')).sync()).rejects.toMatchObject({
    code: 'unavailable',
  });
});
