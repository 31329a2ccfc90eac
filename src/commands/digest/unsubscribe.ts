import type { Reply } from '../../../adapters/message/message.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import { isCourantError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { Refusal } from '../refusal.ts';
import { inChannelOf, record, subscribedAlready, subscriptionHere } from './subscriptions-here.ts';
import { sayingSchedule } from './when-words.ts';

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
  await record(context, asked, 'unsubscribed', saying('changeUnsubscribed', { topic: subscription.topic }));
  return privately({
    title: asked.say.text('unsubscribed', { topic: subscription.topic }),
    blocks: [asked.say.paragraph('comesNoMore', { topic: subscription.topic })],
    actions: [{ name: 'undo-unsubscribe', label: asked.say.text('undo'), value: subscription.id }],
    locale: asked.locale,
  });
}

/** Undo of the above: hour, zone and settings are those from before. */
export async function undoUnsubscribe(context: CommandContext, asked: Asked, id: string): Promise<Reply> {
  const kept = await context.store.keyValues.get(undoKey(id));
  const subscription: Subscription | null = kept === undefined ? null : JSON.parse(kept);
  if (subscription?.channel.workspace !== asked.channel.workspace) {
    throw new Refusal('not-found', saying('undoTooLate'), { mend: saying('subscribeAgain') });
  }
  const there = inChannelOf(subscription, asked);
  await requireManager(there);
  const next = nextDue(subscription.schedule, context.clock());
  await addBack(
    context,
    subscription.pausedBecause === null
      ? { ...subscription, nextDueAt: next.at, nextPeriod: next.period }
      : subscription,
  );
  await record(context, there, 'subscribed', saying('changeTakenBack', { topic: subscription.topic }));
  return privately({
    title: asked.say.text('subscribedAgain', { topic: subscription.topic }),
    blocks: [
      asked.say.paragraph('comesHereAsBefore', {
        schedule: sayingSchedule(subscription.schedule),
      }),
    ],
    actions: [{ name: 'settings', label: asked.say.text('settings'), value: subscription.id }],
    locale: asked.locale,
  });
}

/** Pressed twice, or subscribed anew meanwhile: there it is again already. */
async function addBack({ store }: CommandContext, subscription: Subscription): Promise<void> {
  const { topic } = subscription;
  await store.subscriptions.add(subscription).catch((error: unknown) => {
    throw isCourantError(error, 'exists') ? subscribedAlready({ title: topic, slug: topic }) : error;
  });
}

function undoKey(id: string): string {
  return `courant:unsubscribed:${id}`;
}
