import { expect, it } from 'vitest';
import { articleStore, insertArticle } from '../../../src/store/sqlite/articles.ts';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { deliveryStore } from '../../../src/store/sqlite/deliveries.ts';
import { ledgerOn } from '../../../src/store/sqlite/ledger/ledger.ts';
import { migrate } from '../../../src/store/sqlite/migrate.ts';
import { migrations } from '../../../src/store/sqlite/migrations.ts';
import { createPatience } from '../../../src/store/sqlite/patience.ts';
import { storeTransfer } from '../../../src/store/sqlite/transfer.ts';
import { goOnFromBefore, partsOfBefore } from '../parts-of-before.ts';
import { goOnAtNewRows, rowsOfBefore } from '../rows-of-before.ts';

it('an SQLite database goes forward by a step, whole or not at all, and the program from before refuses it then', () => {
  const database = openDatabase(':memory:');
  expect(migrate(database)).toBe(migrations.length);
  database.run(`insert into key_values values ('kept', '1', null)`);
  const broken = [...migrations, 'create table later (n integer not null); insert into later values (null)'];
  expect(() => migrate(database, broken)).toThrow();
  expect(migrate(database)).toBe(migrations.length);
  const later = [...migrations, 'create table later (n integer not null); insert into later values (1)'];
  expect(migrate(database, later)).toBe(later.length);
  expect(migrate(database, later)).toBe(later.length);
  expect(database.all('select n from later')).toEqual([{ n: 1 }]);
  expect(database.all('select key from key_values')).toEqual([{ key: 'kept' }]);
  expect(() => migrate(database)).toThrow(
    `The database has schema ${later.length}; this program knows up to ${migrations.length}.`,
  );
  database.close();
});

it('an SQLite database from before payloads were shared goes on where it was', async () => {
  const database = openDatabase(':memory:');
  migrate(database, migrations.slice(0, 1));
  for (const statement of partsOfBefore) database.exec(statement);
  migrate(database);
  await goOnFromBefore(deliveryStore(database, ledgerOn(database)));
  database.close();
});

it('the index of a database from before merges eight segments too, has short rows, and finds what it found', async () => {
  const database = openDatabase(':memory:');
  migrate(database, migrations.slice(0, 1));
  database.transaction(() => {
    for (const { row, entry } of rowsOfBefore) insertArticle(database, row, entry);
  });
  migrate(database);
  const articles = articleStore(database, createPatience(0));
  await goOnAtNewRows({ articles, transfer: storeTransfer(database) });
  expect(await articles.similarWords('numbr0', 3)).toContain('number0');
  expect(database.get(`select v from articles_index_config where k = 'automerge'`)).toEqual({ v: 8 });
  database.close();
});
