import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect as inspectValue } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertArticles } from '../../../src/store/postgres/articles.ts';
import { openDatabase } from '../../../src/store/postgres/database.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';
import { migrations } from '../../../src/store/postgres/migrations.ts';
import { newestRows } from '../../../src/store/postgres/newest-rows.ts';
import { openPostgresStore } from '../../../src/store/postgres/store.ts';
import { integer } from '../../../src/store/reading/columns.ts';
import { rowsASecond, rowWindow } from '../../../src/store/reading/row-time.ts';
import { type Databases, postgresServer } from '../../chaos/databases.ts';
import { root, startNode } from '../../cli/running.ts';
import { keyvContract } from '../../contracts/keyv.contract.ts';
import { storeContract } from '../../contracts/store.contract.ts';
import { goOnFromBefore, partsOfBefore } from '../parts-of-before.ts';
import { goOnAtNewRows, rowsOfBefore } from '../rows-of-before.ts';
import { someNews } from '../some-news.ts';
import { inspect, whole } from '../sqlite/inspect.ts';

const cli = join(root, 'bin/cli.js');

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

  it('refuses an address that is none before it connects, without repeating it', async () => {
    const opened = openPostgresStore('postgres://courant:hunter#2secret@host/news');
    await expect(opened).rejects.toMatchObject({ code: 'invalid', mend: expect.stringContaining('%23') });
    await expect(opened.catch((error: Error) => inspectValue(error))).resolves.not.toContain('hunter');
  });

  it('that breaks off a connection between two statements fails that transaction and nothing else', async () => {
    const url = await server.fresh();
    const [database, other] = [openDatabase(url), openDatabase(url)];
    await database.run('create table kept (n integer)');
    const broken = database.transaction(async (queries) => {
      await queries.run('insert into kept values (1)');
      const ours = await queries.get('select pg_backend_pid() as process');
      await other.get('select pg_terminate_backend($1::integer)', integer(ours ?? {}, 'process'));
      await expect
        .poll(() => queries.run('insert into kept values (2)').catch(({ code }) => code))
        .toBe('unavailable');
      throw new Error('given up');
    });
    await expect(broken).rejects.toThrow('given up');
    expect(await database.all('select n from kept')).toEqual([]);
    await Promise.all([database.close(), other.close()]);
  });

  it('that is gone without a word is not waited for for ever', async () => {
    const far = await farServer(new URL(await server.fresh()));
    const database = openDatabase(`${far.url}?query_timeout=300`);
    await database.get('select 1');
    far.falls(silent);
    const late = { code: 'unavailable', message: expect.stringContaining('did not answer in time') };
    await expect(database.get('select 1')).rejects.toMatchObject(late);
    far.falls(talking);
    const broken = database.transaction((queries) => {
      far.falls(silent);
      return queries.get('select 1');
    });
    await expect(broken).rejects.toMatchObject(late);
    far.falls(talking);
    expect(await database.get('select 1 as n')).toEqual({ n: 1 });
    await database.close();
    await far.end();
  });

  it('lets a step of the schema take longer than any other statement may', async () => {
    const url = `${await server.fresh()}?statement_timeout=100&query_timeout=200`;
    const database = openDatabase(url);
    await migrate(database);
    await expect(database.run('select pg_sleep(0.3)')).rejects.toMatchObject({ code: 'unavailable' });
    expect(await migrate(database, [...migrations, 'select pg_sleep(0.3)'])).toBe(migrations.length + 1);
    await database.close();
  });

  it('that can only be read, like a standby, is opened and read', async () => {
    const url = await server.fresh();
    await (await openPostgresStore(url)).close();
    const store = await openPostgresStore(`${url}?options=-c%20default_transaction_read_only%3Don`);
    expect(await store.articles.count()).toBe(0);
    await expect(store.keyValues.set('a', 'b')).rejects.toMatchObject({
      message: expect.stringContaining('is read-only'),
    });
    await store.close();
  });

  it('of before payloads were shared goes on where it was', async () => {
    const url = await server.fresh();
    const database = openDatabase(url);
    await migrate(database, migrations.slice(0, 1));
    for (const statement of partsOfBefore) await database.run(statement);
    await database.close();
    const store = await openPostgresStore(url);
    await goOnFromBefore(store.deliveries);
    await store.close();
  });

  it('of before rows were counted by 2^12 a second has them so', async () => {
    const url = await server.fresh();
    const database = openDatabase(url);
    await migrate(database, migrations.slice(0, 2));
    await database.transaction(async (queries) => {
      await insertArticles(queries, rowsOfBefore);
    });
    await database.close();
    const store = await openPostgresStore(url);
    await goOnAtNewRows(store);
    await store.close();
  }, 30_000);

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

  it('finds the newest rows that match, however common the word and however uneven the hours', async () => {
    const url = await server.fresh();
    const store = await openPostgresStore(url);
    const database = openDatabase(url);
    // Ten thousand articles in bursts; a word in all, in every third, seventieth and two-thousandth, and in old ones only.
    await database.run(`
      insert into articles
        (row, id, canonical_url, outlet, published_at, article, body, quotes, statements, terms, signature, words)
      select n * 4096 + (n / 100) * 40960000, n::text, null, '', 0, '', '', '', '', '', '',
        ('''all'':1B'
          || case when n % 3 = 0 then ' ''third'':2A' else '' end
          || case when n % 70 = 0 then ' ''few'':3B' else '' end
          || case when n % 2000 = 0 then ' ''rare'':4B' else '' end
          || case when n < 900 then ' ''old'':5B' else '' end
          || case when n % 5 = 0 then ' ''outlet'':6C' else '' end)::tsvector
      from generate_series(1, 10000::bigint) as n`);
    const rows = await database.all('select row from articles order by row desc');
    const newest = integer(rows[0] ?? {}, 'row');
    const oldest = integer(rows[9_999] ?? {}, 'row');
    const second = (row: number) => Math.floor(row / rowsASecond) * 1000;
    const windows = [
      { from: 0, to: second(newest) + 1000 },
      { from: second((newest + oldest) / 2), to: second(newest) },
      { from: second(newest) + 1000, to: second(newest) + 2000 },
    ];
    const expressions = ['all', 'third', 'few', 'rare', 'old', 'nowhere'].map((word) => `'${word}':AB`);
    for (const expression of [...expressions, "'outlet':AB", "!'third':AB", "'third':A & 'few':B"]) {
      for (const window of windows) {
        for (const candidates of [1, 60, 500, 20_000]) {
          const { from, to } = rowWindow(window);
          const expected = await database.all(
            'select row from articles where words @@ $1::tsquery and row >= $2 and row < $3 order by row desc limit $4',
            expression,
            from,
            to,
            candidates,
          );
          expect(await newestRows(database, { window, candidates }, expression), expression).toEqual(
            expected.map((row) => integer(row, 'row')),
          );
        }
      }
    }
    await Promise.all([store.close(), database.close()]);
  }, 60_000);

  it('goes forward by a step, whole or not at all, and the program from before refuses it then', async () => {
    const url = await server.fresh();
    const store = await openPostgresStore(url);
    await store.keyValues.set('kept', '1');
    const database = openDatabase(url);
    const broken = [
      ...migrations,
      'create table later (n integer not null); insert into later values (null)',
    ];
    await expect(migrate(database, broken)).rejects.toThrow();
    expect(await migrate(database)).toBe(migrations.length);
    const later = [...migrations, 'create table later (n integer not null); insert into later values (1)'];
    expect(await Promise.all([migrate(database, later), migrate(database, later)])).toEqual([
      later.length,
      later.length,
    ]);
    expect(await database.all('select n from later')).toEqual([{ n: 1 }]);
    expect(await store.keyValues.get('kept')).toBe('1');
    await expect(openPostgresStore(url)).rejects.toMatchObject({
      code: 'too-new',
      message: `The database has schema ${later.length}; this program knows up to ${migrations.length}.`,
    });
    await Promise.all([store.close(), database.close()]);
  });

  it('is backed up to a file by migrate-store, and restored from it, by the program as it is run', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-restore-'));
    const [lost, restored, file] = [await server.fresh(), await server.fresh(), join(folder, 'backup.db')];
    const courant = (database: string, ...words: readonly string[]) =>
      startNode([cli, ...words], { folder, environment: { DATABASE_URL: database } });
    const adding = courant(lost, 'add', '-');
    adding.process.stdin?.end(someNews(60));
    expect(await adding.ended).toMatchObject({ code: 0, errors: '' });
    for (const [from, to] of [
      [lost, file],
      [file, restored],
    ] as const) {
      const { code, output, errors } = await courant('', 'migrate-store', '--from', from, '--to', to).ended;
      expect({ code, errors }).toEqual({ code: 0, errors: '' });
      expect(output).toMatch(/^articles: 60$/m);
      expect(output).not.toContain('courant:courant@');
    }
    expect(await inspect(file)).toEqual(whole(60));
    const { code, output } = await courant(restored, 'doctor').ended;
    expect(code).toBe(0);
    expect(output).toMatch(/^✓ Database: postgres at .*, 60 articles, /m);
    rmSync(folder, { recursive: true });
  }, 60_000);
});

type State = 'talking' | 'silent';
const [talking, silent]: readonly [State, State] = ['talking', 'silent'];

/** The server as if far away: it can fall silent, which a connection does not notice. */
async function farServer(near: URL) {
  let state: State = talking;
  const sockets: Socket[] = [];
  const relay = createServer((socket) => {
    const on = connect(Number(near.port), near.hostname);
    sockets.push(socket, on);
    const pass = (from: Socket, to: Socket) =>
      from.on('data', (bytes) => state === talking && to.write(bytes)).on('error', () => undefined);
    pass(socket, on);
    pass(on, socket);
  });
  relay.listen(0, '127.0.0.1');
  await once(relay, 'listening');
  const url = new URL(near);
  url.port = String((relay.address() as AddressInfo).port);
  return {
    url: url.href,
    falls(next: State) {
      state = next;
    },
    async end() {
      for (const socket of sockets) socket.destroy();
      relay.close();
      await once(relay, 'close');
    },
  };
}
