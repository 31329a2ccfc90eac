import type { ChannelRef } from './channel.ts';
import type { Instant, Window } from './time.ts';

/**
 * - pending: nothing sent yet, or every part known to have failed; may be claimed at `nextAttemptAt`
 * - sending: a worker holds the lease; after it runs out, parts in `sending` are *unknown* and looked up first
 * - posted: all parts are there
 * - unknown: it can't be found out whether a part got through; waits for the operator (or the `on unknown` setting)
 * - skipped: missed by more than its grace, or nothing to post
 * - dead: given up; the reason stands in `error`
 */
export type DeliveryState = (typeof deliveryStates)[number];

export const deliveryStates = ['pending', 'sending', 'posted', 'unknown', 'skipped', 'dead'] as const;

type PartState = 'pending' | 'sending' | 'posted' | 'unknown';

/** One message of a delivery. Its payload is frozen before the first send: every try sends the same bytes. */
export type DeliveryPart = {
  readonly index: number;
  readonly state: PartState;
  /** The rendered payload as JSON, as the adapter made it. */
  readonly payload: string;
  /** The platform's id of the message, once known: Slack ts, Discord snowflake. */
  readonly messageId: string | null;
  readonly sendingAt: Instant | null;
};

export type Lease = { readonly owner: string; readonly until: Instant };

/** One row a (subscription, period): unique by both, so that nothing is ever posted twice. */
export type Delivery = {
  readonly id: string;
  readonly subscriptionId: string;
  /** Intended local date and time and their zone, "2026-03-29T08:00 Europe/Kyiv"; never the instant it fired. */
  readonly period: string;
  readonly channel: ChannelRef;
  readonly digestId: string | null;
  readonly window: Window;
  readonly dueAt: Instant;
  readonly state: DeliveryState;
  readonly lease: Lease | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant;
  readonly error: string | null;
  readonly parts: readonly DeliveryPart[];
  readonly postedAt: Instant | null;
};

type Planned = Pick<
  Delivery,
  'id' | 'subscriptionId' | 'period' | 'channel' | 'digestId' | 'window' | 'dueAt'
>;

/** A delivery as it is planned: nobody has claimed it. @param from when it may be, if not as soon as it is due */
export function untried(planned: Planned, from: Instant = planned.dueAt): Delivery {
  return {
    ...planned,
    state: 'pending',
    lease: null,
    attempts: 0,
    nextAttemptAt: from,
    error: null,
    parts: [],
    postedAt: null,
  };
}
