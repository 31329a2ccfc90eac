import type { Digest } from '../../domain/digest.ts';
import { json, text } from '../reading/columns.ts';
import type { DigestStore } from '../store.ts';
import type { Database, Queries } from './database.ts';

export function digestStore(database: Database): DigestStore {
  const digestOf = (row: Parameters<typeof json>[0]) => json<Digest>(row, 'digest');
  return {
    async get(id) {
      const row = await database.get('select digest from digests where id = $1', id);
      return row ? digestOf(row) : null;
    },
    save: (digest) => database.transaction((queries) => saveDigest(queries, digest)),
    async postedTo(subscriptionId, limit) {
      const rows = await database.all(
        `select digest from deliveries join digests on digests.id = digest_id
         where subscription_id = $1 and state = 'posted' order by due_at desc limit $2`,
        subscriptionId,
        limit,
      );
      return rows.map(digestOf);
    },
    async idsPostedTo(subscriptionId, limit) {
      const rows = await database.all(
        `select digest_id from deliveries
         where subscription_id = $1 and state = 'posted' and digest_id is not null order by due_at desc limit $2`,
        subscriptionId,
        limit,
      );
      return rows.map((row) => text(row, 'digest_id'));
    },
    async recent(limit) {
      const rows = await database.all(
        'select digest from digests order by built_at desc, id limit $1',
        limit,
      );
      return rows.map(digestOf);
    },
  };
}

/** Keeps the first; to be called within a transaction. What it cites is kept from pruning. */
export async function saveDigest(queries: Queries, digest: Digest): Promise<void> {
  const added = await queries.run(
    'insert into digests values ($1, $2, $3) on conflict do nothing',
    digest.id,
    digest.builtAt,
    JSON.stringify(digest),
  );
  if (added === 0) return;
  const cited = new Set(digest.stories.flatMap((story) => story.articles.map(({ id }) => id)));
  await queries.run(
    'insert into citations select unnest($1::text[]), $2 on conflict do nothing',
    [...cited].sort(),
    digest.id,
  );
}
