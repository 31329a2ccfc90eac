import { CourantError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import { json, text } from '../reading/columns.ts';
import type { FeedStore } from '../store.ts';
import type { Database, Value } from './database.ts';
import { gatherWrites } from './gathered-writes.ts';

export function feedStore(database: Database): FeedStore {
  // Thousands of feeds may be polled in a minute, and a mark that is lost costs one more request. Marks never outlive
  // the article they stand for: the log they are both in ends at one place.
  const gathered = gatherWrites({ transaction: database.lightTransaction });
  const list = (where: string, ...values: readonly Value[]) =>
    database.all(`select feed from feeds ${where}`, ...values).map((row) => json<Feed>(row, 'feed'));
  return {
    async add(feed) {
      const added = database.run(
        'insert into feeds values (?, ?, ?, ?, ?) on conflict do nothing',
        feed.id,
        feed.url,
        feed.state,
        feed.nextPollAt,
        JSON.stringify(feed),
      );
      if (added === 0) throw new CourantError('exists', `The feed ${feed.url} is there already.`);
    },
    get: async (id) => list('where id = ?', id)[0] ?? null,
    byUrl: async (url) => list('where url = ?', url)[0] ?? null,
    async save(feed) {
      const saved = await gathered(() => save(database, feed));
      if (!saved) throw new CourantError('not-found', `There is no feed ${feed.id}.`);
    },
    async remove(id) {
      database.run('delete from feeds where id = ?', id);
    },
    list: async () => list('order by url'),
    claimDue: async ({ now, leaseFor, limit }) =>
      database.lightTransaction(() => {
        const due = list(
          `where state = 'active' and next_poll_at <= ? order by next_poll_at, id limit ?`,
          now,
          limit,
        );
        for (const feed of due) save(database, { ...feed, nextPollAt: now + leaseFor });
        return due;
      }),
    async knownGuids(feedId, guids) {
      const known = new Map<string, string>();
      for (const guid of guids) {
        const row = database.get(
          'select article_id from feed_entries where feed_id = ? and guid = ?',
          feedId,
          guid,
        );
        if (row) known.set(guid, text(row, 'article_id'));
      }
      return known;
    },
    async rememberGuids(feedId, guids) {
      await gathered(() => {
        for (const [guid, articleId] of guids) {
          database.run(
            'insert into feed_entries values (?, ?, ?) on conflict (feed_id, guid) do update set article_id = excluded.article_id',
            feedId,
            guid,
            articleId,
          );
        }
      });
    },
  };
}

function save(database: Database, feed: Feed): boolean {
  return (
    database.run(
      'update feeds set url = ?, state = ?, next_poll_at = ?, feed = ? where id = ?',
      feed.url,
      feed.state,
      feed.nextPollAt,
      JSON.stringify(feed),
      feed.id,
    ) > 0
  );
}
