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
import type { Database, Value } from './database.ts';
import { saveDigest } from './digests.ts';
import { gatherWrites } from './gathered-writes.ts';
import { advance } from './subscriptions.ts';

/** Earliest deliveries among which the fair order is made. */
const fairPool = 500;
/** Many deliveries at once write the same pages again and again: those are brought home four times as seldom. */
const burstLogPages = 1000;

export function deliveryStore(database: Database): DeliveryStore {
  const payloads = storedPayloads();
  const transaction = <T>(work: () => T): T => database.lightTransaction(work, burstLogPages);
  const gathered = gatherWrites({ transaction, toDisk: database.toDisk });
  /** One statement that touches the delivery only while this owner holds its lease: false when it was lost. */
  const holding = (sql: string, ...values: readonly Value[]): Promise<boolean> =>
    gathered(() => database.run(sql, ...values) > 0);

  return {
    plan: async ({ digests, deliveries, advances }) =>
      database.transaction(() => {
        for (const digest of digests) saveDigest(database, digest);
        const written = deliveries.filter((delivery) => insert(database, delivery));
        for (const one of advances) advance(database, one);
        return written.map(({ id }) => id);
      }),

    // Lost with the machine, a lease was nobody's: before anything is sent `freeze` or `savePart` wait for the disk,
    // and take what was written before them along.
    claim: async ({ owner, now, leaseFor, limit, platforms, exceptWorkspaces }) =>
      transaction(() => {
        const fair = database.all(
          fairOrder,
          now,
          now,
          JSON.stringify(platforms),
          JSON.stringify(exceptWorkspaces),
          Math.max(fairPool, limit),
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

    renew: (id, owner, until) => holding(statements.renew, until, id, owner),

    async freeze(id, owner, parts) {
      const frozen = await gathered(() => {
        if (database.run(statements.freeze, storedParts(parts, payloadId), id, owner) > 0) {
          for (const { payload } of payloads.missing(parts)) savePayload(database, payload);
          return parts;
        }
        const row = database.get(statements.parts, id, owner);
        return row ? partsOf(row, payloadsOf(database, [row])) : [];
      });
      payloads.remember(frozen);
      return frozen;
    },

    savePart: (id, owner, part) => holding(statements.savePart, ...partValues(part), id, owner),

    finish: (id, owner, { state, error, nextAttemptAt, postedAt, attempts, part }) =>
      holding(
        part ? statements.finishWithPart : statements.finish,
        ...(part ? partValues(part) : []),
        state,
        error,
        nextAttemptAt,
        postedAt,
        attempts ?? null,
        id,
        owner,
      ),

    async get(id) {
      const rows = database.all('select * from deliveries where id = ?', id);
      return deliveriesOf(database, rows)[0] ?? null;
    },

    list: async ({ state, subscriptionId, limit }) =>
      deliveriesOf(
        database,
        database.all(
          `select * from deliveries where (?1 is null or state = ?1) and (?2 is null or subscription_id = ?2)
           order by due_at desc, id limit ?3`,
          state ?? null,
          subscriptionId ?? null,
          limit,
        ),
      ),

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
           select min(next_attempt_at) as at from deliveries indexed by deliveries_waiting where state = 'pending'
           union all select min(lease_until) from deliveries indexed by deliveries_leased where state = 'sending')`,
      );
      return row ? integerOrNull(row, 'at') : null;
    },

    async workers(platform, now) {
      const row = database.get(
        `select count(distinct substr(lease_owner, 1, instr(lease_owner || '#', '#') - 1)) as n
         from deliveries indexed by deliveries_leased where state = 'sending' and lease_until > ? and platform = ?`,
        now,
        platform,
      );
      return row ? integer(row, 'n') : 0;
    },
  };
}

/**
 * One of each workspace before a second of any, among the earliest; each kind by its own index, only as far as needed.
 * The indexes are named: left to itself SQLite reads all that is pending by its state, and sorts it, at each claim.
 */
const fairOrder = `
  with pending as (
    select id, platform, workspace, next_attempt_at as at from deliveries indexed by deliveries_waiting
    where state = 'pending' and next_attempt_at <= ?1
      and platform in (select value from json_each(?3))
      and platform || '/' || workspace not in (select value from json_each(?4))
    order by next_attempt_at limit ?5
  ), abandoned as (
    select id, platform, workspace, lease_until as at from deliveries indexed by deliveries_leased
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
  const rows = database.all(
    `update deliveries set state = 'sending', lease_owner = ?, lease_until = ?, attempts = attempts + 1
     where id in (select value from json_each(?)) returning *`,
    owner,
    until,
    JSON.stringify(ids),
  );
  const leased = new Map(deliveriesOf(database, rows).map((delivery) => [delivery.id, delivery]));
  return ids.flatMap((id) => leased.get(id) ?? []);
}

function insert(database: Database, delivery: Delivery): boolean {
  const added = database.run(
    `insert into deliveries (${deliveryColumns})
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing`,
    ...deliveryValues(delivery, payloadId),
  );
  if (added === 0) return false;
  for (const { payload } of delivery.parts) savePayload(database, payload);
  return true;
}

const ifHeld = `where id = ? and lease_owner = ? and state = 'sending'`;
/** The parts with one of them changed; its payload stays. */
const withPart = `json_set(parts, ? || 'state', ?, ? || 'messageId', ?, ? || 'sendingAt', ?)`;
const outcome = `state = ?, error = ?, next_attempt_at = ?, posted_at = ?, attempts = coalesce(?, attempts),
  lease_owner = null, lease_until = null`;
/** Whole, so that a prepared statement is found by its text at once. */
const statements = {
  renew: `update deliveries set lease_until = ? ${ifHeld}`,
  freeze: `update deliveries set parts = ? ${ifHeld} and parts = '[]'`,
  parts: `select parts from deliveries ${ifHeld}`,
  savePart: `update deliveries set parts = ${withPart} ${ifHeld}`,
  finish: `update deliveries set ${outcome} ${ifHeld}`,
  finishWithPart: `update deliveries set parts = ${withPart}, ${outcome} ${ifHeld}`,
};

function partValues({ index, state, messageId, sendingAt }: DeliveryPart): readonly Value[] {
  const path = `$[${index}].`;
  return [path, state, path, messageId, path, sendingAt];
}

function savePayload(database: Database, payload: string): void {
  database.run('insert into payloads values (?, ?) on conflict do nothing', payloadId(payload), payload);
}

function deliveriesOf(database: Database, rows: readonly Row[]): readonly Delivery[] {
  const payloads = payloadsOf(database, rows);
  return rows.map((row) => deliveryOf(row, payloads));
}

function payloadsOf(database: Database, rows: readonly Row[]): ReadonlyMap<string, string> {
  const ids = payloadIdsOf(rows);
  if (ids.length === 0) return new Map();
  const found = 'select id, payload from payloads where id in (select value from json_each(?))';
  return payloadsById(database.all(found, JSON.stringify(ids)));
}
