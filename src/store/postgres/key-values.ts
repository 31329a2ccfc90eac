import type { Clock } from '../../domain/time.ts';
import { text } from '../reading/columns.ts';
import { entriesInOrder } from '../reading/entries-in-order.ts';
import type { KeyValueStore } from '../store.ts';
import type { Database } from './database.ts';

/** One set in so many takes out what has run its time. */
const sweepEvery = 500;

export function keyValueStore(database: Database, clock: Clock): KeyValueStore {
  let sets = 0;
  const get = async (key: string): Promise<string | undefined> => {
    const row = await database.get(
      'select value from key_values where key = $1 and (expires_at is null or expires_at > $2)',
      key,
      clock(),
    );
    return row && text(row, 'value');
  };
  return {
    get,
    async set(key, value, ttl) {
      sets += 1;
      const now = clock();
      if (sets % sweepEvery === 0) await database.run('delete from key_values where expires_at <= $1', now);
      await database.run(
        `insert into key_values values ($1, $2, $3)
         on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`,
        key,
        value,
        ttl === undefined ? null : now + ttl,
      );
      return true;
    },
    delete: async (key) => (await database.run('delete from key_values where key = $1', key)) > 0,
    has: async (key) => (await get(key)) !== undefined,
    async clear() {
      await database.run('delete from key_values');
    },
    iterator: () =>
      entriesInOrder((key, limit) =>
        database.all(
          `select key, value from key_values where key > $1 and (expires_at is null or expires_at > $2)
           order by key limit $3`,
          key,
          clock(),
          limit,
        ),
      ),
  };
}
