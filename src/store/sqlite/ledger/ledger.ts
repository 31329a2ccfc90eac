import type { Delivery } from '../../../domain/delivery.ts';
import type { DeliveryStore } from '../../store.ts';
import type { Database, Value } from '../database.ts';
import { deliveriesOf, savePayload } from '../delivery-rows.ts';

export type Claim = Parameters<DeliveryStore['claim']>[0];

/** A write that touches a delivery only while its owner holds the lease: plain data, so that it may go to a thread. */
export type HeldWrite = {
  readonly statement: keyof typeof statements;
  readonly values: readonly Value[];
  /** Payloads it names that may not be stored yet. */
  readonly payloads?: readonly string[];
};

/** What is done of deliveries under way, by the thousand in a burst. */
export type Ledger = {
  claim(claim: Claim): Promise<readonly Delivery[]>;
  /** All in one transaction, and on the disk when it resolves: of each whether its lease was still held. */
  commit(writes: readonly HeldWrite[]): Promise<readonly boolean[]>;
};

/** Earliest deliveries among which the fair order is made. */
const fairPool = 500;
/** Many deliveries at once write the same pages again and again: those are brought home four times as seldom. */
const burstLogPages = 1000;

export function ledgerOn(database: Database): Ledger {
  const transaction = <T>(work: () => T): T => database.lightTransaction(work, burstLogPages);
  return {
    // Lost with the machine, a lease was nobody's: before anything is sent a `freeze` or `savePart` waits for the disk,
    // and takes what was written before it along.
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
          fair.map(({ id }) => String(id)),
          owner,
          now + leaseFor,
        );
      }),

    async commit(writes) {
      const held = transaction(() => writes.map((write) => carryOut(database, write)));
      await database.toDisk();
      return held;
    },
  };
}

/** Takes the leases and gives the deliveries, in the order of the ids. */
export function lease(
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

function carryOut(database: Database, { statement, values, payloads = [] }: HeldWrite): boolean {
  const isHeld = database.run(statements[statement], ...values) > 0;
  if (isHeld) for (const payload of payloads) savePayload(database, payload);
  return isHeld;
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

export const ifHeld = `where id = ? and lease_owner = ? and state = 'sending'`;
/** The parts with one of them changed; its payload stays. */
const withPart = `json_set(parts, ? || 'state', ?, ? || 'messageId', ?, ? || 'sendingAt', ?)`;
const outcome = `state = ?, error = ?, next_attempt_at = ?, posted_at = ?, attempts = coalesce(?, attempts),
  lease_owner = null, lease_until = null`;
/** Whole, so that a prepared statement is found by its text at once. */
const statements = {
  renew: `update deliveries set lease_until = ? ${ifHeld}`,
  freeze: `update deliveries set parts = ? ${ifHeld} and parts = '[]'`,
  savePart: `update deliveries set parts = ${withPart} ${ifHeld}`,
  finish: `update deliveries set ${outcome} ${ifHeld}`,
  finishWithPart: `update deliveries set parts = ${withPart}, ${outcome} ${ifHeld}`,
};
