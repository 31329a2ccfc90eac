import type { Digest } from '../../domain/digest.ts';
import { json, text } from '../reading/columns.ts';
import type { DigestStore } from '../store.ts';
import type { Database } from './database.ts';

/*
 * The index of a channel's deliveries is named: left to itself SQLite takes that of the states, and reads all that was
 * ever posted to others on the way.
 */
export function digestStore(database: Database): DigestStore {
  const digestOf = (row: Parameters<typeof json>[0]) => json<Digest>(row, 'digest');
  return {
    async get(id) {
      const row = database.get('select digest from digests where id = ?', id);
      return row ? digestOf(row) : null;
    },
    async save(digest) {
      database.transaction(() => saveDigest(database, digest));
    },
    postedTo: async (subscriptionId, limit) =>
      database
        .all(
          `select digest from deliveries indexed by deliveries_posted join digests on digests.id = digest_id
           where subscription_id = ? and state = 'posted' order by due_at desc limit ?`,
          subscriptionId,
          limit,
        )
        .map(digestOf),
    idsPostedTo: async (subscriptionId, limit) =>
      database
        .all(
          `select digest_id from deliveries indexed by deliveries_posted
           where subscription_id = ? and state = 'posted' and digest_id is not null order by due_at desc limit ?`,
          subscriptionId,
          limit,
        )
        .map((row) => text(row, 'digest_id')),
    recent: async (limit) =>
      database.all('select digest from digests order by built_at desc, id limit ?', limit).map(digestOf),
  };
}

/** Keeps the first; to be called within a transaction. What it cites is kept from pruning. */
export function saveDigest(database: Database, digest: Digest): void {
  const added = database.run(
    'insert into digests values (?, ?, ?) on conflict do nothing',
    digest.id,
    digest.builtAt,
    JSON.stringify(digest),
  );
  if (added === 0) return;
  const cited = new Set(digest.stories.flatMap((story) => story.articles.map(({ id }) => id)));
  for (const id of cited)
    database.run('insert into citations values (?, ?) on conflict do nothing', id, digest.id);
}
