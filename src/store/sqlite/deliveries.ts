import type { Delivery, DeliveryPart } from '../../domain/delivery.ts';
import { integer, integerOrNull, text } from '../reading/columns.ts';
import { deliveryOf, partOf, stateCounts } from '../reading/delivery-row.ts';
import type { DeliveryStore } from '../store.ts';
import type { Database } from './database.ts';
import { saveDigest } from './digests.ts';
import { gatherWrites } from './gathered-writes.ts';
import { advance } from './subscriptions.ts';

/** Earliest deliveries among which the fair order is made. */
const fairPool = 500;

export function deliveryStore(database: Database): DeliveryStore {
  const get = (id: string): Delivery | null => {
    const row = database.get('select * from deliveries where id = ?', id);
    return row ? deliveryOf(row, partsOf(database, id)) : null;
  };
  const gathered = gatherWrites(database);
  /** Runs `work` in a transaction if the lease is still held by this owner; else gives `lost`. */
  const holding = <T>(id: string, owner: string, lost: T, work: () => T): Promise<T> =>
    gathered(() =>
      database.get(
        `select 1 from deliveries where id = ? and lease_owner = ? and state = 'sending'`,
        id,
        owner,
      )
        ? work()
        : lost,
    );

  return {
    plan: async ({ digests, deliveries, advances }) =>
      database.transaction(() => {
        for (const digest of digests) saveDigest(database, digest);
        const written = deliveries.filter((delivery) => insert(database, delivery));
        for (const one of advances) advance(database, one);
        return written.map(({ id }) => id);
      }),

    claim: async ({ owner, now, leaseFor, limit, platforms, exceptWorkspaces }) =>
      database.transaction(() => {
        const fair = database.all(
          fairOrder,
          now,
          now,
          JSON.stringify(platforms),
          JSON.stringify(exceptWorkspaces),
          Math.max(fairPool, limit * 4),
          limit,
        );
        return lease(
          database,
          fair.map((row) => text(row, 'id')),
          owner,
          now + leaseFor,
        );
      }),

    claimOne: async (id, { owner, now, leaseFor }) =>
      database.transaction(() => {
        const free = database.get(
          `select 1 from deliveries where id = ? and (
             (state = 'pending' and next_attempt_at <= ?) or (state = 'sending' and lease_until <= ?))`,
          id,
          now,
          now,
        );
        return (free && lease(database, [id], owner, now + leaseFor)[0]) ?? null;
      }),

    renew: (id, owner, until) =>
      holding(id, owner, false, () => {
        database.run('update deliveries set lease_until = ? where id = ?', until, id);
        return true;
      }),

    freeze: (id, owner, parts) =>
      holding(id, owner, [], () => {
        for (const part of parts) savePart(database, id, part, 'nothing');
        return partsOf(database, id);
      }),

    savePart: (id, owner, part) =>
      holding(id, owner, false, () => {
        savePart(database, id, part, 'replace');
        return true;
      }),

    finish: (id, owner, { state, error, nextAttemptAt, postedAt, attempts, part }) =>
      holding(id, owner, false, () => {
        if (part) savePart(database, id, part, 'replace');
        database.run(
          `update deliveries set state = ?, error = ?, next_attempt_at = ?, posted_at = ?,
             attempts = coalesce(?, attempts), lease_owner = null, lease_until = null where id = ?`,
          state,
          error,
          nextAttemptAt,
          postedAt,
          attempts ?? null,
          id,
        );
        return true;
      }),

    get: async (id) => get(id),

    list: async ({ state, subscriptionId, limit }) =>
      database
        .all(
          `select * from deliveries where (?1 is null or state = ?1) and (?2 is null or subscription_id = ?2)
           order by due_at desc, id limit ?3`,
          state ?? null,
          subscriptionId ?? null,
          limit,
        )
        .map((row) => deliveryOf(row, partsOf(database, text(row, 'id')))),

    retry: async (ids, now) =>
      database.transaction(() =>
        ids.reduce(
          (count, id) =>
            count +
            database.run(
              `update deliveries set state = 'pending', attempts = 0, next_attempt_at = ?, error = null
               where id = ? and state in ('dead', 'unknown')`,
              now,
              id,
            ),
          0,
        ),
      ),

    async counts() {
      return stateCounts(database.all('select state, count(*) as n from deliveries group by state'));
    },

    async nextAttemptAt() {
      const row = database.get(
        `select min(at) as at from (
           select min(next_attempt_at) as at from deliveries where state = 'pending'
           union all select min(lease_until) from deliveries where state = 'sending')`,
      );
      return row ? integerOrNull(row, 'at') : null;
    },

    async workers(platform, now) {
      const row = database.get(
        `select count(distinct substr(lease_owner, 1, instr(lease_owner || '#', '#') - 1)) as n from deliveries
         where state = 'sending' and lease_until > ? and platform = ?`,
        now,
        platform,
      );
      return row ? integer(row, 'n') : 0;
    },
  };
}

/** One of each workspace before a second of any, among the earliest; each kind by its own index, only as far as needed. */
const fairOrder = `
  with pending as (
    select id, platform, workspace, next_attempt_at as at from deliveries
    where state = 'pending' and next_attempt_at <= ?1
      and platform in (select value from json_each(?3))
      and platform || '/' || workspace not in (select value from json_each(?4))
    order by next_attempt_at limit ?5
  ), abandoned as (
    select id, platform, workspace, lease_until as at from deliveries
    where state = 'sending' and lease_until <= ?2
      and platform in (select value from json_each(?3))
      and platform || '/' || workspace not in (select value from json_each(?4))
    order by lease_until limit ?5
  ), earliest as (
    select * from pending union all select * from abandoned
  )
  select id from earliest
  order by row_number() over (partition by platform, workspace order by at, id), at, id
  limit ?6`;

/** Takes the leases and gives the deliveries, in the order of the ids. */
function lease(
  database: Database,
  ids: readonly string[],
  owner: string,
  until: number,
): readonly Delivery[] {
  const list = JSON.stringify(ids);
  const rows = database.all(
    `update deliveries set state = 'sending', lease_owner = ?, lease_until = ?, attempts = attempts + 1
     where id in (select value from json_each(?)) returning *`,
    owner,
    until,
    list,
  );
  const parts = Map.groupBy(
    database.all(
      'select * from delivery_parts where delivery_id in (select value from json_each(?)) order by delivery_id, part',
      list,
    ),
    (row) => text(row, 'delivery_id'),
  );
  const leased = new Map(
    rows.map((row) => {
      const id = text(row, 'id');
      return [id, deliveryOf(row, (parts.get(id) ?? []).map(partOf))];
    }),
  );
  return ids.flatMap((id) => leased.get(id) ?? []);
}

function insert(database: Database, delivery: Delivery): boolean {
  const { channel, window, lease } = delivery;
  const added = database.run(
    `insert into deliveries (id, subscription_id, period, platform, workspace, channel, digest_id, window_from, window_to,
       due_at, state, lease_owner, lease_until, attempts, next_attempt_at, error, posted_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    delivery.id,
    delivery.subscriptionId,
    delivery.period,
    channel.platform,
    channel.workspace,
    channel.channel,
    delivery.digestId,
    window.from,
    window.to,
    delivery.dueAt,
    delivery.state,
    lease?.owner ?? null,
    lease?.until ?? null,
    delivery.attempts,
    delivery.nextAttemptAt,
    delivery.error,
    delivery.postedAt,
  );
  if (added === 0) return false;
  for (const part of delivery.parts) savePart(database, delivery.id, part, 'nothing');
  return true;
}

function savePart(database: Database, id: string, part: DeliveryPart, ifThere: 'nothing' | 'replace'): void {
  const conflict =
    ifThere === 'nothing'
      ? 'do nothing'
      : `do update set state = excluded.state, message_id = excluded.message_id, sending_at = excluded.sending_at`;
  database.run(
    `insert into delivery_parts values (?, ?, ?, ?, ?, ?) on conflict (delivery_id, part) ${conflict}`,
    id,
    part.index,
    part.state,
    part.payload,
    part.messageId,
    part.sendingAt,
  );
}

function partsOf(database: Database, id: string): DeliveryPart[] {
  return database.all('select * from delivery_parts where delivery_id = ? order by part', id).map(partOf);
}
