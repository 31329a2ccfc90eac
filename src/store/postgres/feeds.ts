import { CourantError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Instant } from '../../domain/time.ts';
import { json, text } from '../reading/columns.ts';
import type { FeedStore } from '../store.ts';
import type { Database, Queries, Value } from './database.ts';

export function feedStore(database: Database): FeedStore {
  const list = (where: string, ...values: readonly Value[]) => feedsWhere(database, where, ...values);
  return {
    async add(feed) {
      const added = await database.run(
        'insert into feeds values ($1, $2, $3, $4, $5) on conflict do nothing',
        feed.id,
        feed.url,
        feed.state,
        feed.nextPollAt,
        JSON.stringify(feed),
      );
      if (added === 0) throw new CourantError('exists', `The feed ${feed.url} is there already.`);
    },
    get: async (id) => (await list('where id = $1', id))[0] ?? null,
    byUrl: async (url) => (await list('where url = $1', url))[0] ?? null,
    async save(feed) {
      if (!(await save(database, feed))) throw new CourantError('not-found', `There is no feed ${feed.id}.`);
    },
    async remove(id) {
      await database.run('delete from feeds where id = $1', id);
    },
    list: () => list('order by url'),
    claimDue: ({ now, leaseFor, limit }) =>
      database.transaction(async (queries) => {
        const due = await feedsWhere(
          queries,
          `where state = 'active' and next_poll_at <= $1 order by next_poll_at, id limit $2 for update skip locked`,
          now,
          limit,
        );
        await lease(queries, due, now + leaseFor);
        return due;
      }),
    async knownGuids(feedId, guids) {
      const rows = await database.all(
        'select guid, article_id from feed_entries where feed_id = $1 and guid = any($2)',
        feedId,
        guids,
      );
      return new Map(rows.map((row) => [text(row, 'guid'), text(row, 'article_id')]));
    },
    async rememberGuids(feedId, guids) {
      const sorted = [...guids].sort(([a], [b]) => (a < b ? -1 : 1));
      await database.run(
        `insert into feed_entries select $1::text, * from unnest($2::text[], $3::text[])
         on conflict (feed_id, guid) do update set article_id = excluded.article_id`,
        feedId,
        sorted.map(([guid]) => guid),
        sorted.map(([, articleId]) => articleId),
      );
    },
  };
}

async function feedsWhere(queries: Queries, where: string, ...values: readonly Value[]): Promise<Feed[]> {
  return (await queries.all(`select feed from feeds ${where}`, ...values)).map((row) =>
    json<Feed>(row, 'feed'),
  );
}

async function lease(queries: Queries, feeds: readonly Feed[], until: Instant): Promise<void> {
  await queries.run(
    `update feeds set next_poll_at = $1, feed = leased.feed
     from unnest($2::text[], $3::text[]) as leased (id, feed) where feeds.id = leased.id`,
    until,
    feeds.map(({ id }) => id),
    feeds.map((feed) => JSON.stringify({ ...feed, nextPollAt: until })),
  );
}

async function save(queries: Queries, feed: Feed): Promise<boolean> {
  const saved = await queries.run(
    'update feeds set url = $1, state = $2, next_poll_at = $3, feed = $4 where id = $5',
    feed.url,
    feed.state,
    feed.nextPollAt,
    JSON.stringify(feed),
    feed.id,
  );
  return saved > 0;
}
