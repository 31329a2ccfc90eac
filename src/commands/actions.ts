/** What buttons and forms do. Their state is in their value or in the store, so they work after a restart. */
import type { Form, Reply } from '../../adapters/message/message.ts';
import { saying } from '../../adapters/message/phrases/saying.ts';
import { channelKey } from '../domain/channel.ts';
import type { Digest } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import { privately } from './answer.ts';
import { briefMessage, briefPage, keyQuotesOf } from './brief.ts';
import type { Asked, CommandContext } from './context.ts';
import { pause, resume } from './digest/pause.ts';
import { now, previewOf } from './digest/preview.ts';
import { saveSettings, settingsForm } from './digest/settings.ts';
import { addSubscription, defaultSchedule, firstWords, inZoneOfWorkspace } from './digest/subscribe.ts';
import { inChannelOf, record, saveSubscription, subscriptionGone } from './digest/subscriptions-here.ts';
import { undoUnsubscribe, unsubscribe } from './digest/unsubscribe.ts';
import { requireManager } from './permission.ts';
import { Refusal } from './refusal.ts';
import { editTopic, saveTopic } from './topics.ts';
import { nameOf, topicFor } from './topics-by-name.ts';

export type Pressed = {
  readonly name: string;
  readonly value: string;
  readonly fields: Readonly<Record<string, string>>;
};

/** Null where acknowledging is enough. */
export async function act(
  context: CommandContext,
  asked: Asked,
  pressed: Pressed,
): Promise<Reply | Form | null> {
  const { name, value } = pressed;
  switch (name) {
    case 'share':
      return share(context, asked, await digestOf(context, value));
    case 'more':
      return more(context, asked, value);
    case 'key-quotes':
      return keyQuotesOf(await digestOf(context, value), asked);
    case 'subscribe':
      return subscribeToBrief(context, asked, await digestOf(context, value));
    case 'unsubscribe': {
      const subscription = await subscriptionOf(context, asked, value);
      return unsubscribe(context, inChannelOf(subscription, asked), subscription.topic);
    }
    case 'pause': {
      const subscription = await subscriptionOf(context, asked, value);
      return pause(context, inChannelOf(subscription, asked), subscription.topic);
    }
    case 'now': {
      const subscription = await subscriptionOf(context, asked, value);
      return now(context, inChannelOf(subscription, asked), subscription.topic);
    }
    case 'undo-unsubscribe':
      return undoUnsubscribe(context, asked, value);
    case 'preview':
      return previewOf(context, asked, await subscriptionOf(context, asked, value));
    case 'resume': {
      const subscription = await subscriptionOf(context, asked, value);
      return resume(context, inChannelOf(subscription, asked), subscription.topic);
    }
    case 'settings': {
      const subscription = await subscriptionOf(context, asked, value);
      await requireManager(inChannelOf(subscription, asked));
      return settingsForm(subscription, asked);
    }
    case 'save-settings': {
      const subscription = await subscriptionOf(context, asked, value);
      return saveSettings(context, inChannelOf(subscription, asked), subscription, pressed.fields).catch(
        orOpenAgain('settings', value),
      );
    }
    case 'save-topic':
      return saveTopic(context, asked, value, pressed.fields).catch(orOpenAgain('edit', value));
    case 'edit':
      return editTopic(context, asked, { name: value });
    case 'useful':
    case 'not-useful':
      return judge(context, asked, value, name === 'useful');
    case 'mute-outlet':
      return muteOutlet(context, asked, value);
    default:
      throw new Refusal('not-found', saying('oldButton'), { mend: saying('askWithCommand') });
  }
}

/** A form that was sent is gone: where something in it was wrong, a button opens it again. */
function orOpenAgain(name: 'settings' | 'edit', value: string): (fault: unknown) => never {
  return (fault) => {
    if (!(fault instanceof Refusal) || fault.code !== 'invalid') throw fault;
    throw fault.offering({ name, value, label: saying('openAgain') });
  };
}

/** Milliseconds within which a second press is a slip of the finger. */
const doublePress = 10_000;

async function share({ store }: CommandContext, asked: Asked, digest: Digest): Promise<Reply> {
  const { channel, say, locale } = asked;
  const key = `courant:shared:${channelKey(channel)}:${digest.id}`;
  if ((await store.keyValues.get(key)) !== undefined) {
    return privately({ title: say.text('sharedAlready'), locale });
  }
  // That it can't be noted now keeps nobody from sharing.
  await store.keyValues.set(key, 'true', doublePress).catch(() => undefined);
  return { message: briefMessage(digest, asked), visibility: 'channel' };
}

async function more(context: CommandContext, asked: Asked, value: string): Promise<Reply> {
  const [id = '', from = '0'] = value.split(':');
  const digest = await digestOf(context, id);
  return briefPage(digest, asked, Number(from), digest.stories.length);
}

async function subscribeToBrief(
  context: CommandContext,
  asked: Asked,
  { topic: about }: Digest,
): Promise<Reply> {
  await requireManager(asked);
  const isStored = (await context.store.topics.get(about.slug)) !== null;
  const { topic } = await topicFor(context.store, isStored ? about.slug : about.title);
  const subscription = await addSubscription(
    context,
    asked,
    topic,
    defaultSchedule(await inZoneOfWorkspace(context, asked)),
  );
  const { say } = asked;
  return privately({
    title: say.text('subscribed', { topic: nameOf(topic) }),
    blocks: firstWords(subscription, asked),
    actions: [{ name: 'settings', label: say.text('settings'), value: subscription.id }],
    locale: asked.locale,
  });
}

/** A voice for or against a story: feeds the ranking of this channel, modestly, and says so. */
async function judge(context: CommandContext, asked: Asked, value: string, useful: boolean): Promise<Reply> {
  const [digestId = '', storyId = ''] = value.split(':');
  const story = (await digestOf(context, digestId)).stories.find(({ id }) => id === storyId);
  if (!story) throw new Refusal('not-found', saying('storyGone'));
  await context.store.feedback.save({
    channel: asked.channel,
    user: asked.user,
    storyId,
    outlets: story.outlets,
    keywords: story.keywords,
    useful,
    at: context.clock(),
  });
  const { say } = asked;
  return privately({
    title: say.text(useful ? 'notedUseful' : 'notedLess'),
    blocks: [say.paragraph(useful ? 'notedUsefulMeans' : 'notedLessMeans')],
    ...(useful
      ? {}
      : {
          actions: story.outlets.slice(0, 3).map((outlet, index) => ({
            name: 'mute-outlet',
            label: say.text('mute', { outlet }).slice(0, 70),
            value: `${digestId}:${storyId}:${index}`,
          })),
        }),
    locale: asked.locale,
  });
}

async function muteOutlet(context: CommandContext, asked: Asked, value: string): Promise<Reply> {
  await requireManager(asked);
  const [digestId = '', storyId = '', index = '0'] = value.split(':');
  const story = (await digestOf(context, digestId)).stories.find(({ id }) => id === storyId);
  const outlet = story?.outlets[Number(index)];
  if (!outlet) throw new Refusal('not-found', saying('storyGone'));
  for (const subscription of await context.store.subscriptions.ofChannel(asked.channel)) {
    const muted = new Set([...subscription.options.mutedOutlets, outlet]);
    await saveSubscription(context, {
      ...subscription,
      options: { ...subscription.options, mutedOutlets: [...muted] },
    });
  }
  await record(context, asked, 'muted', saying('changeMuted', { outlet }));
  return privately({
    title: asked.say.text('muted', { outlet }),
    blocks: [asked.say.paragraph('mutedMeans')],
    locale: asked.locale,
  });
}

async function digestOf(context: CommandContext, id: string): Promise<Digest> {
  const digest = await context.store.digests.get(id);
  if (digest) return digest;
  throw new Refusal('not-found', saying('briefGone'), { mend: saying('askBriefAgain') });
}

/** Those of other workspaces are nothing that anybody here has a button for. */
async function subscriptionOf(
  { store }: CommandContext,
  { channel: { platform, workspace } }: Asked,
  id: string,
): Promise<Subscription> {
  const subscription = await store.subscriptions.get(id);
  const channel = subscription?.channel;
  if (subscription && channel?.platform === platform && channel.workspace === workspace) return subscription;
  throw subscriptionGone();
}
