import { inPlainEnglish } from '../../../adapters/message/phrases/say.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import { channelKey } from '../../domain/channel.ts';
import { isCourantError } from '../../domain/errors.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { Topic } from '../../domain/topic.ts';
import type { Asked, CommandContext } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { didYouMean, nameOf, slugOf } from '../topics-by-name.ts';

/** Subcommands that buttons do as well, of the subscription whose id they carry. */
const byButton = new Set(['unsubscribe', 'pause', 'resume', 'preview', 'now']);

/** The channel's subscription to a topic; without a name, the only one there is. */
export async function subscriptionHere(
  context: CommandContext,
  asked: Asked,
  words: string | undefined,
  command: string,
): Promise<Subscription> {
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  if (here.length === 0) {
    throw new Refusal('not-found', saying('channelHasNone'), { mend: saying('startOne') });
  }
  const names = here.map((subscription) => subscription.topic);
  if (!words?.trim()) {
    const [only] = here;
    if (here.length === 1 && only) return only;
    throw new Refusal('invalid', saying('whichOne', { names: names.join(', ') }), {
      mend: saying('tryThis', { example: `/digest ${command} ${names[0]}` }),
      offers: byButton.has(command)
        ? here.map(({ id, topic }) => ({ name: command, value: id, label: topic }))
        : [],
    });
  }
  const found = here.find((subscription) => subscription.topic === slugOf(words));
  if (found) return found;
  const near = didYouMean(slugOf(words), names);
  throw new Refusal('not-found', saying('notSubscribed', { words: words.trim() }), {
    mend: near
      ? saying('didYouMeanCommand', { command: `/digest ${command} ${near}` })
      : saying('channelHas', { names: names.join(', ') }),
  });
}

/** Buttons of the App Home are about other channels: whoever presses them must be allowed to manage those. */
export function inChannelOf({ channel }: Subscription, asked: Asked): Asked {
  if (channelKey(channel) === channelKey(asked.channel)) return asked;
  return { ...asked, channel, mayManage: (other) => asked.mayManage(other ?? channel) };
}

/** Saves a change. @throws CourantError `not-found` where somebody else has ended the subscription meanwhile */
export async function saveSubscription({ store }: CommandContext, changed: Subscription): Promise<void> {
  await store.subscriptions.save(changed).catch((error: unknown) => {
    if (isCourantError(error, 'not-found')) throw subscriptionGone();
    throw error;
  });
}

/** @param topic as the reader knows it */
export function subscribedAlready(topic: Pick<Topic, 'title' | 'slug'>): Refusal {
  return new Refusal('exists', saying('subscribedAlready', { topic: nameOf(topic) }), {
    mend: saying('changeWith', { command: `/digest settings ${topic.slug}` }),
  });
}

export function subscriptionGone(): Refusal {
  return new Refusal('not-found', saying('subscriptionGone'), { mend: saying('seeList') });
}

/** Writes down who changed what; `/digest history` shows it. */
export async function record(
  context: CommandContext,
  asked: Asked,
  action: string,
  said: Saying,
): Promise<void> {
  await context.store.audit.add({
    at: context.clock(),
    actor: asked.user,
    workspace: asked.channel.workspace,
    channel: asked.channel,
    action,
    detail: inPlainEnglish(said),
    said,
  });
}
