import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/store.ts';
import { type Databases, postgresServer } from '../../chaos/databases.ts';
import { keyvContract } from '../../contracts/keyv.contract.ts';
import { storeContract } from '../../contracts/store.contract.ts';

let server: Databases;
beforeAll(async () => {
  server = await postgresServer();
}, 60_000);
afterAll(() => server.end(), 60_000);

storeContract('PostgreSQL', async (clock) => openPostgresStore(await server.fresh(), { clock }));
keyvContract('PostgreSQL', async (clock) => openPostgresStore(await server.fresh(), { clock }));

describe('PostgreSQL', () => {
  it('names the fault and the mend where it does not answer, and never the password', async () => {
    const opened = openPostgresStore('postgres://courant:hunter2secret@127.0.0.1:1/news');
    await expect(opened).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('127.0.0.1:1/news does not answer'),
      mend: expect.stringContaining('DATABASE_URL'),
    });
    await expect(opened).rejects.not.toMatchObject({ message: expect.stringContaining('hunter2secret') });
  });

  it('is opened by several processes at once: one makes the schema, the others wait for it', async () => {
    const url = await server.fresh();
    const stores = await Promise.all([
      openPostgresStore(url),
      openPostgresStore(url),
      openPostgresStore(url),
    ]);
    for (const store of stores) expect((await store.describe()).schemaVersion).toBeGreaterThan(0);
    await Promise.all(stores.map((store) => store.close()));
  });
});
