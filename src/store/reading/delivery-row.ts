import type { Platform } from '../../domain/channel.ts';
import {
  type Delivery,
  type DeliveryPart,
  type DeliveryState,
  deliveryStates,
} from '../../domain/delivery.ts';
import { integer, integerOrNull, json, type Row, text, textOrNull } from './columns.ts';

/** How many there are in each state, of rows with `state` and `n`. */
export function stateCounts(rows: readonly Row[]): Readonly<Record<DeliveryState, number>> {
  const found = new Map(rows.map((row) => [text(row, 'state'), integer(row, 'n')]));
  return Object.fromEntries(deliveryStates.map((state) => [state, found.get(state) ?? 0])) as Record<
    DeliveryState,
    number
  >;
}

/** How `deliveries.parts` holds them, in their order: each payload by its id in `payloads`. */
type StoredPart = Omit<DeliveryPart, 'index'>;

/** @param idOf the id its payload is kept under */
export function storedParts(parts: readonly DeliveryPart[], idOf: (payload: string) => string): string {
  return JSON.stringify(
    parts.map(
      ({ state, payload, messageId, sendingAt }): StoredPart => ({
        state,
        payload: idOf(payload),
        messageId,
        sendingAt,
      }),
    ),
  );
}

/** What both stores write of a delivery, in this order; `deliveryValues` gives what stands there. */
export const deliveryColumns = `id, subscription_id, period, platform, workspace, channel, digest_id, window_from,
  window_to, due_at, state, lease_owner, lease_until, attempts, next_attempt_at, error, posted_at, parts`;

/** @param idOf the id a payload is kept under */
export function deliveryValues(
  delivery: Delivery,
  idOf: (payload: string) => string,
): readonly (string | number | null)[] {
  const { channel, window, lease } = delivery;
  return [
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
    storedParts(delivery.parts, idOf),
  ];
}

function partsIn(row: Row): readonly StoredPart[] {
  // What most rows hold that are claimed.
  return row.parts === '[]' ? [] : json<readonly StoredPart[]>(row, 'parts');
}

/** The ids of all payloads of these rows. */
export function payloadIdsOf(rows: readonly Row[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => partsIn(row).map(({ payload }) => payload)))];
}

/** Rows of `payloads` by their id. */
export function payloadsById(rows: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(rows.map((row) => [text(row, 'id'), text(row, 'payload')]));
}

export function partsOf(row: Row, payloads: ReadonlyMap<string, string>): readonly DeliveryPart[] {
  return partsIn(row).map((part, index) => {
    const payload = payloads.get(part.payload);
    if (payload === undefined) throw new TypeError(`payload ${part.payload} is gone`);
    return { index, ...part, payload };
  });
}

export function deliveryOf(row: Row, payloads: ReadonlyMap<string, string>): Delivery {
  const owner = textOrNull(row, 'lease_owner');
  return {
    id: text(row, 'id'),
    subscriptionId: text(row, 'subscription_id'),
    period: text(row, 'period'),
    channel: {
      platform: text(row, 'platform') as Platform,
      workspace: text(row, 'workspace'),
      channel: text(row, 'channel'),
    },
    digestId: textOrNull(row, 'digest_id'),
    window: { from: integer(row, 'window_from'), to: integer(row, 'window_to') },
    dueAt: integer(row, 'due_at'),
    state: text(row, 'state') as DeliveryState,
    lease: owner === null ? null : { owner, until: integer(row, 'lease_until') },
    attempts: integer(row, 'attempts'),
    nextAttemptAt: integer(row, 'next_attempt_at'),
    error: textOrNull(row, 'error'),
    postedAt: integerOrNull(row, 'posted_at'),
    parts: partsOf(row, payloads),
  };
}
