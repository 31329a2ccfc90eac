import type { ChannelRef } from '../../domain/channel.ts';
import { CourantError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { integerOrNull, json, text } from '../reading/columns.ts';
import { gatherReads } from '../reading/gathered-reads.ts';
import type { Advance, SubscriptionStore } from '../store.ts';
import type { Database, Queries, Value } from './database.ts';

export function subscriptionStore(database: Database): SubscriptionStore {
  const list = async (where: string, ...values: readonly Value[]) =>
    (await database.all(`select subscription from subscriptions ${where}`, ...values)).map((row) =>
      json<Subscription>(row, 'subscription'),
    );
  return {
    async add(subscription) {
      const { id, topic, channel } = subscription;
      const added = await database.run(
        `insert into subscriptions (id, platform, workspace, channel, topic, next_due_at, subscription)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        id,
        ...place(channel),
        topic,
        subscription.nextDueAt,
        JSON.stringify(subscription),
      );
      if (added === 0)
        throw new CourantError('exists', `This channel has a subscription to ${topic} already.`);
    },
    get: gatherReads((ids) => list('where id = any($1)', ids)),
    async save(subscription) {
      const { id, topic, channel } = subscription;
      const saved = await database.run(
        `update subscriptions set platform = $1, workspace = $2, channel = $3, topic = $4, next_due_at = $5,
           subscription = $6 where id = $7`,
        ...place(channel),
        topic,
        subscription.nextDueAt,
        JSON.stringify(subscription),
        id,
      );
      if (saved === 0) throw new CourantError('not-found', `There is no subscription ${id}.`);
    },
    async remove(id) {
      await database.run('delete from subscriptions where id = $1', id);
    },
    ofChannel: (channel) =>
      list('where platform = $1 and workspace = $2 and channel = $3 order by topic', ...place(channel)),
    ofWorkspace: (platform, workspace) =>
      list('where platform = $1 and workspace = $2 order by channel, topic', platform, workspace),
    list: () => list('order by platform, workspace, channel, topic'),
    due: (now, limit) => list('where next_due_at <= $1 order by next_due_at, id limit $2', now, limit),
  };
}

/** Moves those on that are still where the heartbeat found them. To be called within a transaction. */
export async function advanceAll(queries: Queries, advances: readonly Advance[]): Promise<void> {
  // In the order of their ids, so that no two who move the same wait for each other.
  const rows = await queries.all(
    'select id, next_due_at, subscription from subscriptions where id = any($1) order by id for update',
    advances.map(({ subscriptionId }) => subscriptionId),
  );
  const standing = new Map(rows.map((row) => [text(row, 'id'), row]));
  const moved = advances.flatMap(({ subscriptionId: id, expectedDueAt, ...to }) => {
    const row = standing.get(id);
    if (row === undefined || integerOrNull(row, 'next_due_at') !== expectedDueAt) return [];
    return { id, dueAt: to.nextDueAt, subscription: { ...json<Subscription>(row, 'subscription'), ...to } };
  });
  await queries.run(
    `update subscriptions set next_due_at = moved.due_at, subscription = moved.subscription
     from unnest($1::text[], $2::bigint[], $3::text[]) as moved (id, due_at, subscription)
     where subscriptions.id = moved.id`,
    moved.map(({ id }) => id),
    moved.map(({ dueAt }) => dueAt),
    moved.map(({ subscription }) => JSON.stringify(subscription)),
  );
}

function place({ platform, workspace, channel }: ChannelRef): readonly [string, string, string] {
  return [platform, workspace, channel];
}
