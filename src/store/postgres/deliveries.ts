import type { Delivery, DeliveryPart } from '../../domain/delivery.ts';
import { integer, integerOrNull, type Row, text } from '../reading/columns.ts';
import {
  deliveryColumns,
  deliveryOf,
  deliveryValues,
  partsOf,
  payloadIdsOf,
  payloadsById,
  stateCounts,
  storedParts,
} from '../reading/delivery-row.ts';
import { payloadId, storedPayloads } from '../reading/payload-id.ts';
import type { DeliveryStore } from '../store.ts';
import type { Database, Queries, Value } from './database.ts';
import { saveDigest } from './digests.ts';
import { advanceAll } from './subscriptions.ts';

/** Earliest deliveries among which the fair order is made. */
const fairPool = 500;

export function deliveryStore(database: Database): DeliveryStore {
  const payloads = storedPayloads();
  /** One statement that touches the delivery only while this owner holds its lease: false when it was lost. */
  const holding = async (sql: string, ...values: readonly Value[]): Promise<boolean> =>
    (await database.run(sql, ...values)) > 0;

  return {
    plan: ({ digests, deliveries, advances }) =>
      database.transaction(async (queries) => {
        for (const digest of digests) await saveDigest(queries, digest);
        const written = await insertAll(queries, deliveries);
        await advanceAll(queries, advances);
        return written;
      }),

    claim: ({ owner, now, leaseFor, limit, platforms, exceptWorkspaces }) =>
      database.transaction(async (queries) => {
        const fair = await queries.all(
          fairOrder,
          now,
          platforms,
          exceptWorkspaces,
          Math.max(fairPool, limit),
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

    renew: (id, owner, until) =>
      holding(`update deliveries set lease_until = $3 ${ifHeld}`, id, owner, until),

    async freeze(id, owner, parts) {
      // Stored before a delivery names them; if none comes to, they do no harm. So this needs no transaction.
      await savePayloads(database, payloads.missing(parts));
      payloads.remember(parts);
      const stored = storedParts(parts, payloadId);
      if (await holding(`update deliveries set parts = $3 ${ifHeld} and parts = '[]'`, id, owner, stored)) {
        return parts;
      }
      const row = await database.get(`select parts from deliveries ${ifHeld}`, id, owner);
      return row ? partsOf(row, await payloadsOf(database, [row])) : [];
    },

    savePart: (id, owner, part) =>
      holding(`update deliveries set parts = ${withPart} ${ifHeld}`, id, owner, ...partValues(part)),

    finish: (id, owner, { state, error, nextAttemptAt, postedAt, attempts, part }) => {
      const outcome = [state, error, nextAttemptAt, postedAt, attempts ?? null];
      const first = part ? 7 : 3;
      const [ofState, ofError, ofNext, ofPosted, ofAttempts] = outcome.map((_, at) => `$${first + at}`);
      return holding(
        `update deliveries set ${part ? `parts = ${withPart},` : ''} state = ${ofState}, error = ${ofError},
           next_attempt_at = ${ofNext}, posted_at = ${ofPosted}, attempts = coalesce(${ofAttempts}::integer, attempts),
           lease_owner = null, lease_until = null ${ifHeld}`,
        id,
        owner,
        ...(part ? partValues(part) : []),
        ...outcome,
      );
    },

    async get(id) {
      const rows = await database.all('select * from deliveries where id = $1', id);
      return (await deliveriesOf(database, rows))[0] ?? null;
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
      return deliveriesOf(database, rows);
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
  const leased = new Map((await deliveriesOf(queries, rows)).map((delivery) => [delivery.id, delivery]));
  return ids.flatMap((id) => leased.get(id) ?? []);
}

/** Of the columns that `deliveryColumns` names. One array a column: the statement is the same for any number of rows. */
const columnArrays = `$1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[],
  $9::bigint[], $10::bigint[], $11::text[], $12::text[], $13::bigint[], $14::integer[], $15::bigint[], $16::text[],
  $17::bigint[], $18::text[]`;

/** Returns the ids of those that were not there yet, in the order given. */
async function insertAll(queries: Queries, deliveries: readonly Delivery[]): Promise<readonly string[]> {
  if (deliveries.length === 0) return [];
  const rows = deliveries.map((delivery) => deliveryValues(delivery, payloadId));
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));
  const found = await queries.all(
    `insert into deliveries (${deliveryColumns}) select * from unnest(${columnArrays})
     on conflict do nothing returning id`,
    ...columns,
  );
  const added = new Set(found.map((row) => text(row, 'id')));
  const written = deliveries.filter(({ id }) => added.has(id));
  await savePayloads(
    queries,
    written.flatMap(({ parts }) => parts),
  );
  return written.map(({ id }) => id);
}

const ifHeld = `where id = $1 and lease_owner = $2 and state = 'sending'`;

/** The parts with one of them changed; its payload stays. */
const withPart = `jsonb_set(parts::jsonb, array[$3::text], (parts::jsonb -> $3::integer) || jsonb_build_object(
  'state', $4::text, 'messageId', $5::text, 'sendingAt', $6::bigint))::text`;

function partValues({ index, state, messageId, sendingAt }: DeliveryPart): readonly Value[] {
  return [index, state, messageId, sendingAt];
}

/** In the order of their ids, so that no two who store the same wait for each other. */
async function savePayloads(queries: Queries, parts: readonly DeliveryPart[]): Promise<void> {
  const payloads = new Map(parts.map(({ payload }) => [payloadId(payload), payload]));
  for (const id of [...payloads.keys()].toSorted()) {
    const payload = payloads.get(id) ?? '';
    await queries.run('insert into payloads values ($1, $2) on conflict do nothing', id, payload);
  }
}

async function deliveriesOf(queries: Queries, rows: readonly Row[]): Promise<readonly Delivery[]> {
  const payloads = await payloadsOf(queries, rows);
  return rows.map((row) => deliveryOf(row, payloads));
}

async function payloadsOf(queries: Queries, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const ids = payloadIdsOf(rows);
  if (ids.length === 0) return new Map();
  return payloadsById(await queries.all('select id, payload from payloads where id = any($1)', ids));
}
