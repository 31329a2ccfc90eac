import type { Clock } from '../../domain/time.ts';
import { text } from '../reading/columns.ts';
import { entriesInOrder } from '../reading/entries-in-order.ts';
import type { KeyValueStore } from '../store.ts';
import type { Database } from './database.ts';
import { gatherWrites } from './gathered-writes.ts';

/** One set in so many takes out what has run its time. */
const sweepEvery = 500;

export function keyValueStore(database: Database, clock: Clock): KeyValueStore {
  // What has a lifetime can be had again; what has none (installations) is on the disk before it is said to be kept.
  const passing = gatherWrites({ transaction: database.lightTransaction });
  const lasting = gatherWrites(database);
  let sets = 0;
  const get = (key: string): string | undefined => {
    const row = database.get(
      'select value from key_values where key = ? and (expires_at is null or expires_at > ?)',
      key,
      clock(),
    );
    return row && text(row, 'value');
  };
  return {
    get: async (key) => get(key),
    async set(key, value, ttl) {
      sets += 1;
      const sweeps = sets % sweepEvery === 0;
      const now = clock();
      await (ttl === undefined ? lasting : passing)(() => {
        if (sweeps) database.run('delete from key_values where expires_at <= ?', now);
        database.run(
          `insert into key_values values (?, ?, ?)
           on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`,
          key,
          value,
          ttl === undefined ? null : now + ttl,
        );
      });
      return true;
    },
    delete: async (key) => database.run('delete from key_values where key = ?', key) > 0,
    has: async (key) => get(key) !== undefined,
    async clear() {
      database.run('delete from key_values');
    },
    iterator: () =>
      entriesInOrder((key, limit) =>
        database.all(
          `select key, value from key_values where key > ? and (expires_at is null or expires_at > ?)
           order by key limit ?`,
          key,
          clock(),
          limit,
        ),
      ),
  };
}
