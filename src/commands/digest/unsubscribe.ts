import type { Reply } from '../../../adapters/message/message.ts';
import { CourantError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { paragraph, privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { inChannelOf, record, subscriptionHere } from './subscriptions-here.ts';
import { saySchedule } from './when-words.ts';

/** Milliseconds for which Undo gives a subscription back as it was. */
const undoFor = 24 * 3_600_000;

/** `/digest unsubscribe <topic>`. */
export async function unsubscribe(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Reply> {
  const subscription = await subscriptionHere(context, asked, topic, 'unsubscribe');
  await requireManager(asked);
  await context.store.keyValues.set(undoKey(subscription.id), JSON.stringify(subscription), undoFor);
  await context.store.subscriptions.remove(subscription.id);
  await record(context, asked, 'unsubscribed', `Stopped the digest of ${subscription.topic}.`);
  return privately({
    title: `Unsubscribed from ${subscription.topic}`,
    blocks: [paragraph(`This channel gets no digest of *${subscription.topic}* any more.`)],
    actions: [{ name: 'undo-unsubscribe', label: 'Undo', value: subscription.id }],
    locale: asked.locale,
  });
}

/** Undo of the above: hour, zone and settings are those from before. */
export async function undoUnsubscribe(context: CommandContext, asked: Asked, id: string): Promise<Reply> {
  const kept = await context.store.keyValues.get(undoKey(id));
  if (kept === undefined) {
    throw new CourantError('not-found', 'This can’t be undone any more.', {
      mend: 'Subscribe again with `/digest subscribe`.',
    });
  }
  const subscription: Subscription = JSON.parse(kept);
  const there = inChannelOf(subscription, asked);
  await requireManager(there);
  const next = nextDue(subscription.schedule, context.clock());
  await context.store.subscriptions.add(
    subscription.pausedBecause === null
      ? { ...subscription, nextDueAt: next.at, nextPeriod: next.period }
      : subscription,
  );
  await record(context, there, 'subscribed', `Took back the end of ${subscription.topic}.`);
  return privately({
    title: `Subscribed to ${subscription.topic} again`,
    blocks: [
      paragraph(`This channel gets it ${saySchedule(subscription.schedule, asked.locale)}, as before.`),
    ],
    actions: [{ name: 'settings', label: 'Settings', value: subscription.id }],
    locale: asked.locale,
  });
}

function undoKey(id: string): string {
  return `courant:unsubscribed:${id}`;
}
