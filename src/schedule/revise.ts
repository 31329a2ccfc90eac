import type { Schedule } from '../domain/schedule.ts';
import type { Instant } from '../domain/time.ts';
import type { Advance, Store } from '../store/store.ts';
import { type DueTime, nextDue } from './due-time.ts';

/**
 * Works out anew when subscriptions are due that are not due yet. Stored due times go wrong when a new Node brings
 * new time zone rules, or when the clock once ran ahead and was set back. What is overdue is left alone: it was missed.
 * @returns how many were wrong
 */
export async function reviseDueTimes(
  store: Pick<Store, 'subscriptions' | 'deliveries'>,
  now: Instant,
): Promise<number> {
  const advances: Advance[] = [];
  for (const { id, schedule, nextDueAt, nextPeriod, coveredUntil } of await store.subscriptions.list()) {
    if (nextDueAt === null || nextDueAt <= now) continue;
    const next = readable(schedule, now);
    if (next === null) continue;
    if (next.at === nextDueAt && next.period === nextPeriod && coveredUntil <= now) continue;
    advances.push({
      subscriptionId: id,
      expectedDueAt: nextDueAt,
      nextDueAt: next.at,
      nextPeriod: next.period,
      // Nothing later than now can have been covered.
      coveredUntil: Math.min(coveredUntil, now),
    });
  }
  if (advances.length > 0) await store.deliveries.plan({ digests: [], deliveries: [], advances });
  return advances.length;
}

/** Null for a zone that this Node does not know; the tick says so when it is due. */
function readable(schedule: Schedule, now: Instant): DueTime | null {
  try {
    return nextDue(schedule, now);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
