import type { Delivery, DeliveryPart } from '../../domain/delivery.ts';
import { integer, integerOrNull, text } from '../reading/columns.ts';
import { deliveryOf, partOf, stateCounts } from '../reading/delivery-row.ts';
import type { DeliveryStore } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { saveDigest } from './digests.ts';
import { advance } from './subscriptions.ts';

/** Earliest deliveries among which the fair order is made. */
const fairPool = 500;

export function deliveryStore(database: Database): DeliveryStore {
  /** Runs `work` in a transaction if the lease is still held by this owner; else gives `lost`. */
  const holding = <T>(
    id: string,
    owner: string,
    lost: T,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> =>
    database.transaction(async (queries) => {
      const held = await queries.get(
        `select 1 from deliveries where id = $1 and lease_owner = $2 and state = 'sending' for update`,
        id,
        owner,
      );
      return held ? work(queries) : lost;
    });

  return {
    plan: ({ digests, deliveries, advances }) =>
      database.transaction(async (queries) => {
        for (const digest of digests) await saveDigest(queries, digest);
        const written: string[] = [];
        for (const delivery of deliveries) if (await insert(queries, delivery)) written.push(delivery.id);
        for (const one of advances) await advance(queries, one);
        return written;
      }),

    claim: ({ owner, now, leaseFor, limit, platforms, exceptWorkspaces }) =>
      database.transaction(async (queries) => {
        const fair = await queries.all(
          fairOrder,
          now,
          platforms,
          exceptWorkspaces,
          Math.max(fairPool, limit * 4),
          limit,
        );
        return lease(
          queries,
          fair.map((row) => text(row, 'id')),
          owner,
          now + leaseFor,
        );
      }),

    claimOne: (id, { owner, now, leaseFor }) =>
      database.transaction(async (queries) => {
        const free = await queries.get(
          `select 1 from deliveries where id = $1 and (
             (state = 'pending' and next_attempt_at <= $2) or (state = 'sending' and lease_until <= $2))
           for update skip locked`,
          id,
          now,
        );
        return (free && (await lease(queries, [id], owner, now + leaseFor))[0]) ?? null;
      }),

    renew: async (id, owner, until) => {
      const renewed = await database.run(
        `update deliveries set lease_until = $1 where id = $2 and lease_owner = $3 and state = 'sending'`,
        until,
        id,
        owner,
      );
      return renewed > 0;
    },

    freeze: (id, owner, parts) =>
      holding<readonly DeliveryPart[]>(id, owner, [], async (queries) => {
        for (const part of parts) await savePart(queries, id, part, 'nothing');
        return partsOf(queries, id);
      }),

    savePart: (id, owner, part) =>
      holding<boolean>(id, owner, false, async (queries) => {
        await savePart(queries, id, part, 'replace');
        return true;
      }),

    finish: (id, owner, { state, error, nextAttemptAt, postedAt, attempts, part }) =>
      holding<boolean>(id, owner, false, async (queries) => {
        if (part) await savePart(queries, id, part, 'replace');
        await queries.run(
          `update deliveries set state = $1, error = $2, next_attempt_at = $3, posted_at = $4,
             attempts = coalesce($5::integer, attempts), lease_owner = null, lease_until = null where id = $6`,
          state,
          error,
          nextAttemptAt,
          postedAt,
          attempts ?? null,
          id,
        );
        return true;
      }),

    async get(id) {
      const row = await database.get('select * from deliveries where id = $1', id);
      return row ? deliveryOf(row, await partsOf(database, id)) : null;
    },

    async list({ state, subscriptionId, limit }) {
      const rows = await database.all(
        `select * from deliveries
         where ($1::text is null or state = $1) and ($2::text is null or subscription_id = $2)
         order by due_at desc, id limit $3`,
        state ?? null,
        subscriptionId ?? null,
        limit,
      );
      const parts = await partsOfAll(
        database,
        rows.map((row) => text(row, 'id')),
      );
      return rows.map((row) => deliveryOf(row, parts.get(text(row, 'id')) ?? []));
    },

    retry: (ids, now) =>
      database.run(
        `update deliveries set state = 'pending', attempts = 0, next_attempt_at = $1, error = null
         where id = any($2) and state in ('dead', 'unknown')`,
        now,
        ids,
      ),

    counts: async () =>
      stateCounts(await database.all('select state, count(*) as n from deliveries group by state')),

    async nextAttemptAt() {
      const row = await database.get(
        `select min(at) as at from (
           select min(next_attempt_at) as at from deliveries where state = 'pending'
           union all select min(lease_until) from deliveries where state = 'sending') as waiting`,
      );
      return row ? integerOrNull(row, 'at') : null;
    },

    async workers(platform, now) {
      const row = await database.get(
        `select count(distinct split_part(lease_owner, '#', 1)) as n from deliveries
         where state = 'sending' and lease_until > $1 and platform = $2`,
        now,
        platform,
      );
      return row ? integer(row, 'n') : 0;
    },
  };
}

/**
 * One of each workspace before a second of any, among the earliest; each kind by its own index. What another worker is
 * claiming at this moment is passed over.
 */
const fairOrder = `
  with pending as (
    select id, platform, workspace, next_attempt_at as at from deliveries
    where state = 'pending' and next_attempt_at <= $1
      and platform = any($2) and platform || '/' || workspace <> all($3)
    order by next_attempt_at limit $4 for update skip locked
  ), abandoned as (
    select id, platform, workspace, lease_until as at from deliveries
    where state = 'sending' and lease_until <= $1
      and platform = any($2) and platform || '/' || workspace <> all($3)
    order by lease_until limit $4 for update skip locked
  ), earliest as (
    select * from pending union all select * from abandoned
  )
  select id from earliest
  order by row_number() over (partition by platform, workspace order by at, id), at, id
  limit $5`;

/** Takes the leases and gives the deliveries, in the order of the ids. */
async function lease(
  queries: Queries,
  ids: readonly string[],
  owner: string,
  until: number,
): Promise<readonly Delivery[]> {
  const rows = await queries.all(
    `update deliveries set state = 'sending', lease_owner = $1, lease_until = $2, attempts = attempts + 1
     where id = any($3) returning *`,
    owner,
    until,
    ids,
  );
  const parts = await partsOfAll(queries, ids);
  const leased = new Map(
    rows.map((row) => [text(row, 'id'), deliveryOf(row, parts.get(text(row, 'id')) ?? [])]),
  );
  return ids.flatMap((id) => leased.get(id) ?? []);
}

async function insert(queries: Queries, delivery: Delivery): Promise<boolean> {
  const { channel, window, lease } = delivery;
  const added = await queries.run(
    `insert into deliveries (id, subscription_id, period, platform, workspace, channel, digest_id, window_from, window_to,
       due_at, state, lease_owner, lease_until, attempts, next_attempt_at, error, posted_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict do nothing`,
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
  for (const part of delivery.parts) await savePart(queries, delivery.id, part, 'nothing');
  return true;
}

async function savePart(
  queries: Queries,
  id: string,
  part: DeliveryPart,
  ifThere: 'nothing' | 'replace',
): Promise<void> {
  const conflict =
    ifThere === 'nothing'
      ? 'do nothing'
      : `do update set state = excluded.state, message_id = excluded.message_id, sending_at = excluded.sending_at`;
  await queries.run(
    `insert into delivery_parts values ($1, $2, $3, $4, $5, $6) on conflict (delivery_id, part) ${conflict}`,
    id,
    part.index,
    part.state,
    part.payload,
    part.messageId,
    part.sendingAt,
  );
}

async function partsOf(queries: Queries, id: string): Promise<readonly DeliveryPart[]> {
  return (await partsOfAll(queries, [id])).get(id) ?? [];
}

async function partsOfAll(
  queries: Queries,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DeliveryPart[]>> {
  const rows = await queries.all(
    'select * from delivery_parts where delivery_id = any($1) order by delivery_id, part',
    ids,
  );
  return new Map(
    [...Map.groupBy(rows, (row) => text(row, 'delivery_id'))].map(([id, parts]) => [id, parts.map(partOf)]),
  );
}
