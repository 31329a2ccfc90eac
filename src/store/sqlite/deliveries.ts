import { type Delivery, type DeliveryPart, deliveryStates } from '../../domain/delivery.ts';
import { integer, integerOrNull, type Row, text } from '../reading/columns.ts';
import {
  deliveryColumns,
  deliveryValues,
  partsOf,
  stateCounts,
  storedParts,
} from '../reading/delivery-row.ts';
import { payloadId, storedPayloads } from '../reading/payload-id.ts';
import type { DeliveryStore } from '../store.ts';
import type { Database, Value } from './database.ts';
import { deliveriesOf, payloadsOf, savePayload } from './delivery-rows.ts';
import { saveDigest } from './digests.ts';
import { gather } from './gathered-writes.ts';
import { ifHeld, type Ledger, lease } from './ledger/ledger.ts';
import { advance } from './subscriptions.ts';

/** @param ledger writes what is under way */
export function deliveryStore(database: Database, ledger: Ledger): DeliveryStore {
  const payloads = storedPayloads();
  const write = gather(ledger.commit);

  return {
    plan: async ({ digests, deliveries, advances }) =>
      database.transaction(() => {
        for (const digest of digests) saveDigest(database, digest);
        const written = deliveries.filter((delivery) => insert(database, delivery));
        for (const one of advances) advance(database, one);
        return written.map(({ id }) => id);
      }),

    claim: ledger.claim,

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

    renew: (id, owner, until) => write({ statement: 'renew', values: [until, id, owner] }),

    async freeze(id, owner, parts) {
      const isFirst = await write({
        statement: 'freeze',
        values: [storedParts(parts, payloadId), id, owner],
        payloads: payloads.missing(parts).map(({ payload }) => payload),
      });
      const row = isFirst ? null : database.get(`select parts from deliveries ${ifHeld}`, id, owner);
      const frozen = isFirst ? parts : row ? partsOf(row, payloadsOf(database, [row])) : [];
      payloads.remember(frozen);
      return frozen;
    },

    savePart: (id, owner, part) => write({ statement: 'savePart', values: [...partValues(part), id, owner] }),

    finish: (id, owner, { state, error, nextAttemptAt, postedAt, attempts, part }) =>
      write({
        statement: part ? 'finishWithPart' : 'finish',
        values: [
          ...(part ? partValues(part) : []),
          state,
          error,
          nextAttemptAt,
          postedAt,
          attempts ?? null,
          id,
          owner,
        ],
      }),

    async get(id) {
      const rows = database.all('select * from deliveries where id = ?', id);
      return deliveriesOf(database, rows)[0] ?? null;
    },

    async list({ state, subscriptionId, limit }) {
      const newest = (where: string, ...values: readonly Value[]) =>
        database.all(
          `select * from deliveries where ${where} order by due_at desc, id limit ?`,
          ...values,
          limit,
        );
      if (subscriptionId !== undefined)
        return deliveriesOf(
          database,
          newest('subscription_id = ?1 and (?2 is null or state = ?2)', subscriptionId, state ?? null),
        );
      // State by state, as the index has them: of all together SQLite would sort every delivery there is.
      const rows = (state ? [state] : deliveryStates).flatMap((one) => newest('state = ?', one));
      return deliveriesOf(database, rows.sort(newestFirst).slice(0, limit));
    },

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

function newestFirst(a: Row, b: Row): number {
  return integer(b, 'due_at') - integer(a, 'due_at') || (text(a, 'id') < text(b, 'id') ? -1 : 1);
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

function partValues({ index, state, messageId, sendingAt }: DeliveryPart): readonly Value[] {
  const path = `$[${index}].`;
  return [path, state, path, messageId, path, sendingAt];
}
