import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import { keyvContract } from '../../contracts/keyv.contract.ts';
import { storeContract } from '../../contracts/store.contract.ts';

storeContract('SQLite in memory', (clock) => openSqliteStore(':memory:', { clock }));
storeContract('SQLite in a file', (clock) =>
  openSqliteStore(join(mkdtempSync(join(tmpdir(), 'courant-store-')), 'courant.db'), { clock }),
);
keyvContract('SQLite', (clock) => openSqliteStore(':memory:', { clock }));
