import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../src/store/sqlite/database.ts';
import { deliveryStore } from '../../../src/store/sqlite/deliveries.ts';
import { startLedgerThread } from '../../../src/store/sqlite/ledger/beside.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { keyvContract } from '../../contracts/keyv.contract.ts';
import { storeContract } from '../../contracts/store.contract.ts';

storeContract('SQLite in memory', (clock) => openSqliteStore(':memory:', { clock }));
storeContract('SQLite in a file', (clock) =>
  openSqliteStore(join(mkdtempSync(join(tmpdir(), 'courant-store-')), 'courant.db'), { clock }),
);
storeContract('SQLite in a file, the ledger in a thread', async (clock) => {
  const path = join(mkdtempSync(join(tmpdir(), 'courant-store-')), 'courant.db');
  const store = await openSqliteStore(path, { clock });
  const [database, thread] = [openDatabase(path), startLedgerThread(path, 1000, () => {})];
  return {
    ...store,
    deliveries: deliveryStore(database, thread),
    async close() {
      await thread.close();
      database.close();
      await store.close();
    },
  };
});
keyvContract('SQLite', (clock) => openSqliteStore(':memory:', { clock }));
