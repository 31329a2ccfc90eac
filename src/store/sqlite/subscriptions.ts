import type { ChannelRef } from '../../domain/channel.ts';
import { CourantError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { json, type Row } from '../reading/columns.ts';
import { gatherReads } from '../reading/gathered-reads.ts';
import type { Advance, SubscriptionStore } from '../store.ts';
import type { Database, Value } from './database.ts';

export function subscriptionStore(database: Database): SubscriptionStore {
  const list = (where: string, ...values: readonly Value[]) =>
    database.all(`select subscription from subscriptions ${where}`, ...values).map(subscriptionOf);
  return {
    async add(subscription) {
      const { id, topic, channel } = subscription;
      const added = database.run(
        `insert into subscriptions (id, platform, workspace, channel, topic, next_due_at, subscription)
         values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
        id,
        ...place(channel),
        topic,
        subscription.nextDueAt,
        JSON.stringify(subscription),
      );
      if (added === 0)
        throw new CourantError('exists', `This channel has a subscription to ${topic} already.`);
    },
    get: gatherReads(async (ids) =>
      list('where id in (select value from json_each(?))', JSON.stringify(ids)),
    ),
    async save(subscription) {
      const { id, topic, channel } = subscription;
      const saved = database.run(
        `update subscriptions set platform = ?, workspace = ?, channel = ?, topic = ?, next_due_at = ?, subscription = ?
         where id = ?`,
        ...place(channel),
        topic,
        subscription.nextDueAt,
        JSON.stringify(subscription),
        id,
      );
      if (saved === 0) throw new CourantError('not-found', `There is no subscription ${id}.`);
    },
    async remove(id) {
      database.run('delete from subscriptions where id = ?', id);
    },
    ofChannel: async (channel) =>
      list('where platform = ? and workspace = ? and channel = ? order by topic', ...place(channel)),
    ofWorkspace: async (platform, workspace) =>
      list('where platform = ? and workspace = ? order by channel, topic', platform, workspace),
    list: async () => list('order by platform, workspace, channel, topic'),
    due: async (now, limit) => list('where next_due_at <= ? order by next_due_at, id limit ?', now, limit),
  };
}

/** True when the subscription was still where the heartbeat found it. To be called within a transaction. */
export function advance(database: Database, { subscriptionId, expectedDueAt, ...moved }: Advance): boolean {
  const row = database.get(
    'select subscription from subscriptions where id = ? and next_due_at = ?',
    subscriptionId,
    expectedDueAt,
  );
  if (!row) return false;
  database.run(
    'update subscriptions set next_due_at = ?, subscription = ? where id = ?',
    moved.nextDueAt,
    JSON.stringify({ ...subscriptionOf(row), ...moved }),
    subscriptionId,
  );
  return true;
}

function subscriptionOf(row: Row): Subscription {
  return json<Subscription>(row, 'subscription');
}

function place({ platform, workspace, channel }: ChannelRef): readonly [string, string, string] {
  return [platform, workspace, channel];
}
