/** What is to be done for one subscription whose hour has come: a digest of which window, and which hours were missed. */
import type { Subscription } from '../domain/subscription.ts';
import type { Instant, Window } from '../domain/time.ts';
import { type DueTime, latestDue, nextDue } from './due-time.ts';

export type Duty = {
  readonly subscription: Subscription;
  /** The one to send; null when it is too late for it. */
  readonly due: { readonly at: Instant; readonly period: string; readonly window: Window } | null;
  /** The first that was missed and will not be sent; its news goes into the next digest. */
  readonly missed: DueTime | null;
  readonly next: DueTime;
};

/**
 * After downtime only the latest hour missed is made up for, once, and only while it is younger than `grace`:
 * latest means that its successor has not come yet, so it is always younger than its own period.
 * @returns null when nothing is due
 */
export function dutyOf(subscription: Subscription, now: Instant, grace: number): Duty | null {
  const { nextDueAt, nextPeriod, schedule, coveredUntil } = subscription;
  if (nextDueAt === null || nextPeriod === null || nextDueAt > now) return null;
  const first: DueTime = { at: nextDueAt, period: nextPeriod };
  const next = nextDue(schedule, now);
  const latest = nextDue(schedule, nextDueAt).at > now ? first : latestDue(schedule, now);
  const tooLate = now - latest.at > grace;
  return {
    subscription,
    // A window never begins after its end: somebody may have had a digest by hand since.
    due: tooLate ? null : { ...latest, window: { from: Math.min(coveredUntil, latest.at), to: latest.at } },
    missed: tooLate || latest.period !== first.period ? first : null,
    next,
  };
}
