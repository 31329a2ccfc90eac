/** The digest of a subscription: its topic, its wishes, and what its channel has had. */
import { createHash } from 'node:crypto';
import { channelKey } from '../domain/channel.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant, Window } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { digestSize, type EditionRequest, feedbackMemory } from './edition-request.ts';
import { TopicRemoved } from './topic-removed.ts';

/** Digests a channel is taken to remember: a week of daily ones. */
const remembered = 7;

/** @throws TopicRemoved */
export async function editionRequest(
  store: Store,
  subscription: Subscription,
  window: Window,
): Promise<EditionRequest> {
  const topic = await store.topics.get(subscription.topic);
  if (!topic) throw new TopicRemoved(subscription.topic);
  return {
    topic,
    window,
    seen: await store.digests.postedTo(subscription.id, remembered),
    mutedOutlets: subscription.options.mutedOutlets,
    minOutlets: subscription.options.minOutlets,
    feedbackOf: subscription.channel,
    size: digestSize,
  };
}

/**
 * What sets a subscription's readers apart from others of the same topic and hours: what they have had before, and
 * what they said of it. Channels that have had the same digests and said nothing share the next one.
 */
export async function readersVariant(
  store: Store,
  subscription: Subscription,
  now: Instant,
): Promise<string> {
  const voices = await store.feedback.ofChannel(subscription.channel, now - feedbackMemory);
  const seen: readonly string[] = await store.digests.idsPostedTo(subscription.id, remembered);
  const readers = voices.length > 0 ? channelKey(subscription.channel) : '';
  return seen.length === 0
    ? readers
    : createHash('sha256')
        .update(JSON.stringify([readers, seen]))
        .digest('base64url');
}
