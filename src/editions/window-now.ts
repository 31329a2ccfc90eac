import type { Subscription } from '../domain/subscription.ts';
import type { Instant, Window } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * What a digest made at this moment, outside its hours, would cover: everything since the last one; the last 24 hours
 * for a channel that has not had any.
 */
export async function windowNow(store: Store, subscription: Subscription, now: Instant): Promise<Window> {
  const [posted] = await store.digests.idsPostedTo(subscription.id, 1);
  const { coveredUntil } = subscription;
  return { from: posted === undefined ? Math.min(coveredUntil, now - DAY_MS) : coveredUntil, to: now };
}
