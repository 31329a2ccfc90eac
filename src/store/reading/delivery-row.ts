import type { Platform } from '../../domain/channel.ts';
import type { Delivery, DeliveryPart, DeliveryState } from '../../domain/delivery.ts';
import { integer, integerOrNull, type Row, text, textOrNull } from './columns.ts';

const deliveryStates: readonly DeliveryState[] = [
  'pending',
  'sending',
  'posted',
  'unknown',
  'skipped',
  'dead',
];

/** How many there are in each state, of rows with `state` and `n`. */
export function stateCounts(rows: readonly Row[]): Readonly<Record<DeliveryState, number>> {
  const found = new Map(rows.map((row) => [text(row, 'state'), integer(row, 'n')]));
  return Object.fromEntries(deliveryStates.map((state) => [state, found.get(state) ?? 0])) as Record<
    DeliveryState,
    number
  >;
}

export function partOf(row: Row): DeliveryPart {
  return {
    index: integer(row, 'part'),
    state: text(row, 'state') as DeliveryPart['state'],
    payload: text(row, 'payload'),
    messageId: textOrNull(row, 'message_id'),
    sendingAt: integerOrNull(row, 'sending_at'),
  };
}

export function deliveryOf(row: Row, parts: readonly DeliveryPart[]): Delivery {
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
    parts,
  };
}
