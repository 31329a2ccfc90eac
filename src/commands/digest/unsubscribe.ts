import type { Reply } from '../../../adapters/message/message.ts';
import { paragraph, privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { record, subscriptionHere } from './subscriptions-here.ts';

/** `/digest unsubscribe <topic>`. */
export async function unsubscribe(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Reply> {
  const subscription = await subscriptionHere(context, asked, topic, 'unsubscribe');
  await requireManager(asked);
  await context.store.subscriptions.remove(subscription.id);
  await record(context, asked, 'unsubscribed', `Stopped the digest of ${subscription.topic}.`);
  return privately({
    title: `Unsubscribed from ${subscription.topic}`,
    blocks: [paragraph(`This channel gets no digest of *${subscription.topic}* any more.`)],
    actions: [{ name: 'subscribe-topic', label: 'Undo', value: subscription.topic }],
    locale: asked.locale,
  });
}
