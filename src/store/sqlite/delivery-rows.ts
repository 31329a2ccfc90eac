import type { Delivery } from '../../domain/delivery.ts';
import type { Row } from '../reading/columns.ts';
import { deliveryOf, payloadIdsOf, payloadsById } from '../reading/delivery-row.ts';
import { payloadId } from '../reading/payload-id.ts';
import type { Database } from './database.ts';

export function deliveriesOf(database: Database, rows: readonly Row[]): readonly Delivery[] {
  const payloads = payloadsOf(database, rows);
  return rows.map((row) => deliveryOf(row, payloads));
}

export function payloadsOf(database: Database, rows: readonly Row[]): ReadonlyMap<string, string> {
  const ids = payloadIdsOf(rows);
  if (ids.length === 0) return new Map();
  const found = 'select id, payload from payloads where id in (select value from json_each(?))';
  return payloadsById(database.all(found, JSON.stringify(ids)));
}

export function savePayload(database: Database, payload: string): void {
  database.run('insert into payloads values (?, ?) on conflict do nothing', payloadId(payload), payload);
}
