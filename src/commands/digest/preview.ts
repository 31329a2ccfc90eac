import { digestMessage } from '../../../adapters/message/digest-message.ts';
import type { Reply } from '../../../adapters/message/message.ts';
import { runsOf, textOf } from '../../../adapters/message/phrases/say.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import type { Digest } from '../../domain/digest.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { editionRequest } from '../../editions/subscription-edition.ts';
import { windowNow } from '../../editions/window-now.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { nameOf } from '../topics-by-name.ts';
import { record, subscriptionHere } from './subscriptions-here.ts';

/** `/digest preview [topic]`: the next digest as it stands now, to the asker alone. */
export async function preview(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Reply> {
  return previewOf(context, asked, await subscriptionHere(context, asked, topic, 'preview'));
}

export async function previewOf(
  context: CommandContext,
  asked: Asked,
  subscription: Subscription,
): Promise<Reply> {
  const digest = await editionOf(context, subscription);
  const { say, locale } = asked;
  const { nextDueAt, schedule } = subscription;
  const due =
    nextDueAt === null
      ? saying('isPaused')
      : saying('comesAt', { moment: { at: nextDueAt, zone: schedule.zone } });
  if (digest.stories.length === 0) {
    return privately({
      title: say.text('previewTitle', { topic: nameOf(digest.topic) }),
      blocks: [say.paragraph('nothingNewYet'), { kind: 'text', runs: runsOf(due, locale) }],
      locale,
    });
  }
  const message = digestMessage(digest, {
    zone: subscription.schedule.zone,
    locale: subscription.options.locale,
    length: subscription.options.length,
    quotes: subscription.options.quotes,
    thread: false,
    feedback: false,
    kind: 'preview',
  });
  return { message: { ...message, footer: textOf(due, locale) }, visibility: 'asker' };
}

/** `/digest now [topic]`: posts it to the channel, outside its hours. */
export async function now(context: CommandContext, asked: Asked, topic: string | undefined): Promise<Reply> {
  const subscription = await subscriptionHere(context, asked, topic, 'now');
  await requireManager(asked);
  const posted = await context.deliverNow(subscription);
  if (posted) await record(context, asked, 'posted', saying('changePosted', { topic: subscription.topic }));
  const { topic: about, pausedBecause } = subscription;
  const onItsWay = pausedBecause === null ? 'onItsWayMeans' : 'onItsWayPaused';
  return privately({
    title: asked.say.text(posted ? 'onItsWay' : 'nothingNewOn', { topic: about }),
    blocks: [asked.say.paragraph(posted ? onItsWay : 'nothingToPost')],
    locale: asked.locale,
  });
}

async function editionOf(context: CommandContext, subscription: Subscription): Promise<Digest> {
  const window = await windowNow(context.store, subscription, context.clock());
  return context.makeEdition(await editionRequest(context.store, subscription, window));
}
