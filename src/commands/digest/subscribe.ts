import type { Block, Reply } from '../../../adapters/message/message.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import { directMessages } from '../../domain/channel.ts';
import { isCourantError } from '../../domain/errors.ts';
import { everyDay, type Schedule } from '../../domain/schedule.ts';
import { defaultOptions, type Subscription } from '../../domain/subscription.ts';
import type { Topic } from '../../domain/topic.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { refuse } from '../refusal.ts';
import { nameOf } from '../topics-by-name.ts';
import { changeSubscription } from './change-subscription.ts';
import { type Order, readOrder } from './read-order.ts';
import { record, subscribedAlready } from './subscriptions-here.ts';
import { sayingSchedule } from './when-words.ts';

const day = 86_400_000;
const defaultTime = '08:00';

/**
 * `/digest subscribe <topic> [at 08:00] [days] [zone]`. A search nobody stored becomes a topic of its own; a topic the
 * channel has already gets the hours that are named.
 */
export async function subscribe(
  context: CommandContext,
  asked: Asked,
  options: { readonly topic?: string; readonly when?: string },
): Promise<Reply> {
  const words = options.topic?.trim() ?? '';
  if (words === '') refuse(saying('whichTopic'), '/digest subscribe ukraine at 08:00');
  const here = await inZoneOfWorkspace(context, asked);
  const order = await readOrder(context, here, words, {
    when: options.when,
    defaults: defaultSchedule(here),
  });
  await requireManager(asked);
  const before = (await context.store.subscriptions.ofChannel(asked.channel)).find(
    (other) => other.topic === order.topic.slug,
  );
  if (before && Object.values(order.named).some(Boolean)) {
    return changeSubscription(context, asked, before, {
      ...before,
      schedule: changed(before.schedule, order),
    });
  }
  const { topic, schedule, named } = order;
  const subscription = await addSubscription(context, asked, topic, schedule);
  const { say } = asked;
  const example = schedule.zone === 'Europe/Kyiv' ? 'Europe/Berlin' : 'Europe/Kyiv';
  const command = `/digest subscribe ${topic.slug} at ${schedule.times[0]} ${example}`;
  const zoneHint =
    here.zoneKnown || named.zone ? [] : [say.paragraph('zoneUnknown', { zone: schedule.zone, command })];
  return privately({
    title: say.text('subscribed', { topic: nameOf(topic) }),
    blocks: [...firstWords(subscription, asked), ...zoneHint],
    actions: [
      { name: 'preview', label: say.text('preview'), value: subscription.id },
      { name: 'settings', label: say.text('settings'), value: subscription.id },
      { name: 'unsubscribe', label: say.text('undo'), value: subscription.id, style: 'danger' },
    ],
    locale: asked.locale,
  });
}

/** A subscription that is asked for again, at another time: what was not said of it stays. */
function changed(before: Schedule, { schedule, named }: Order): Schedule {
  return {
    times: named.times ? schedule.times : before.times,
    days: named.days ? schedule.days : before.days,
    zone: named.zone ? schedule.zone : before.zone,
  };
}

/** When a new subscription comes, and when first. */
export function firstWords({ schedule, nextDueAt }: Subscription, { say }: Asked): readonly Block[] {
  return [
    say.paragraph('comesHere', { schedule: sayingSchedule(schedule) }),
    say.paragraph('firstDigest', { moment: { at: nextDueAt ?? 0, zone: schedule.zone } }),
  ];
}

/** Stores the subscription, and its topic where that is new, and writes down who did it. */
export async function addSubscription(
  context: CommandContext,
  asked: Asked,
  topic: Topic,
  schedule: Schedule,
): Promise<Subscription> {
  const now = context.clock();
  const next = nextDue(schedule, now);
  const subscription: Subscription = {
    id: context.newId(),
    channel: asked.channel,
    topic: topic.slug,
    schedule,
    options: { ...defaultOptions, locale: asked.locale },
    createdBy: asked.user,
    createdAt: now,
    nextDueAt: next.at,
    nextPeriod: next.period,
    // The first digest covers what the ones after it will: a week for a weekly one, and never less than a day.
    coveredUntil: next.at - Math.max(day, nextDue(schedule, next.at).at - next.at),
    pausedBecause: null,
  };
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  if (here.some((other) => other.topic === topic.slug)) {
    throw subscribedAlready(topic);
  }
  if (!(await context.store.topics.get(topic.slug))) await context.store.topics.save(topic);
  await context.store.subscriptions.add(subscription).catch((error: unknown) => {
    // Somebody else asked for it in the same moment.
    throw isCourantError(error, 'exists') ? subscribedAlready(topic) : error;
  });
  await record(
    context,
    asked,
    'subscribed',
    saying('changeSubscribed', { topic: topic.slug, schedule: sayingSchedule(schedule) }),
  );
  return subscription;
}

/**
 * Discord tells nobody's time zone: the one that the workspace's last subscription named is taken for its own, so
 * that people are asked once.
 */
export async function inZoneOfWorkspace(context: CommandContext, asked: Asked): Promise<Asked> {
  if (asked.zoneKnown) return asked;
  const { platform, workspace } = asked.channel;
  const { subscriptions } = context.store;
  const all = await (workspace === directMessages
    ? subscriptions.ofChannel(asked.channel)
    : subscriptions.ofWorkspace(platform, workspace));
  const newest = all.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  return newest ? { ...asked, zone: newest.schedule.zone, zoneKnown: true } : asked;
}

/** A default schedule for buttons, where nobody can say when: eight o'clock, every day. */
export function defaultSchedule(asked: Asked): Schedule {
  return { times: [defaultTime], days: everyDay, zone: asked.zone };
}
