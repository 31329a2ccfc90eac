import type { Queue } from '../delivery/queue.ts';
import { untried } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { deliveryId } from './ledger-rows.ts';

/**
 * Puts a digest that somebody asked for on its way, beside the subscription's hours: those stay as they are.
 * Asked twice in a minute it is posted once. False when there is nothing to post.
 */
export async function deliverNow(
  parts: { readonly store: Pick<Store, 'deliveries'>; readonly queue: Pick<Queue, 'announce'> },
  subscription: Subscription,
  digest: Digest,
  now: Instant,
): Promise<boolean> {
  if (digest.stories.length === 0) return false;
  const { id, channel } = subscription;
  const period = `now ${new Date(now).toISOString().slice(0, 16)}`;
  const delivery = untried({
    id: deliveryId(id, period),
    subscriptionId: id,
    period,
    channel,
    digestId: digest.id,
    window: digest.window,
    dueAt: now,
  });
  const written = await parts.store.deliveries.plan({
    digests: [digest],
    deliveries: [delivery],
    advances: [],
  });
  await parts.queue.announce(written.map((one) => ({ id: one, channel, at: now })));
  return true;
}
