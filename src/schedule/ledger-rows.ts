/** What a due hour leaves in the ledger. Pure. */
import { createHash } from 'node:crypto';
import { type Delivery, untried } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import type { Instant, Window } from '../domain/time.ts';
import type { Advance } from '../store/store.ts';
import type { Duty } from './due.ts';
import type { DueTime } from './due-time.ts';

export type LedgerRows = { readonly deliveries: readonly Delivery[]; readonly advance: Advance };

/** Why a row is only there to say that nothing was posted. */
const NOTES = {
  missed: 'Missed while Courant was not running; the next digest covers its time.',
  tooLate: 'Came too late to be sent; the next digest covers its time.',
  nothingNew: 'Nothing new in this time.',
} as const;

/**
 * @param digest what is to be posted; null when there is nothing
 * @param obstacle why there is no digest, where that is no matter of news: "The topic “ukraine” was removed."
 * @param jitter milliseconds the deliveries of one hour are spread over
 */
export function ledgerRows(
  { subscription, due, missed, next }: Duty,
  { digest, obstacle }: { readonly digest: Digest | null; readonly obstacle: string | null },
  now: Instant,
  jitter: number,
): LedgerRows {
  const { id, channel, coveredUntil, nextDueAt, options, schedule } = subscription;
  const row = ({ at, period: local }: DueTime, window: Window): Delivery => {
    // With its zone: a channel that moves to another may see the same hour again, and gets what is new then.
    const period = `${local} ${schedule.zone}`;
    return untried(
      {
        id: deliveryId(id, period),
        subscriptionId: id,
        period,
        channel,
        digestId: null,
        window,
        dueAt: at,
      },
      now + jitterOf(id, jitter),
    );
  };
  const deliveries: Delivery[] = [];
  if (missed) {
    const window = { from: Math.min(coveredUntil, missed.at), to: missed.at };
    deliveries.push(skipped(row(missed, window), due ? NOTES.missed : NOTES.tooLate));
  }
  if (due) {
    const planned = { ...row(due, due.window), digestId: digest?.id ?? null };
    const isEmpty = digest === null || digest.stories.length === 0;
    const silent = obstacle ?? (isEmpty && !options.nothingNew ? NOTES.nothingNew : null);
    deliveries.push(silent === null ? planned : skipped(planned, silent));
  }
  return {
    deliveries,
    advance: {
      subscriptionId: id,
      expectedDueAt: nextDueAt ?? now,
      nextDueAt: next.at,
      nextPeriod: next.period,
      coveredUntil: due && obstacle === null ? Math.max(coveredUntil, due.window.to) : coveredUntil,
    },
  };
}

function skipped(delivery: Delivery, error: string): Delivery {
  return { ...delivery, state: 'skipped', digestId: null, error };
}

/** The same subscription and period always give the same id: 20 hex digits, short enough for a Discord nonce with a part. */
export function deliveryId(subscriptionId: string, period: string): string {
  return createHash('sha256').update(`${subscriptionId}\n${period}`).digest('hex').slice(0, 20);
}

/** A channel's place within the spread: from 0 to below `spread`, always the same, evenly over all channels. */
function jitterOf(subscriptionId: string, spread: number): number {
  if (spread <= 0) return 0;
  return createHash('sha256').update(subscriptionId).digest().readUInt32BE(0) % spread;
}
