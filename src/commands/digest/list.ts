import type { Reply, Run } from '../../../adapters/message/message.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { paragraph, privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { sayMoment, saySchedule } from './when-words.ts';

/** `/digest list`: what this channel gets and when it comes next. */
export async function list(context: CommandContext, asked: Asked): Promise<Reply> {
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  if (here.length === 0) {
    return privately({
      title: 'No subscriptions here yet',
      blocks: [
        paragraph('Start one with `/digest subscribe ukraine at 08:00`.'),
        paragraph('`/topics list` shows the topics; any search works too.'),
      ],
      locale: asked.locale,
    });
  }
  return privately({
    title: `${here.length} ${here.length === 1 ? 'subscription' : 'subscriptions'} in this channel`,
    blocks: [{ kind: 'list', items: here.map((subscription) => lineOf(subscription, asked.locale)) }],
    footer: 'Change one with /digest settings <topic>.',
    locale: asked.locale,
  });
}

export function lineOf(subscription: Subscription, locale: string): readonly Run[] {
  const { topic, schedule, nextDueAt, pausedBecause } = subscription;
  const next =
    nextDueAt === null
      ? `paused: ${pausedBecause ?? 'no reason given'}`
      : `next ${sayMoment(nextDueAt, schedule.zone, locale)}`;
  return [{ text: topic, style: 'bold' }, { text: ` ${saySchedule(schedule, locale)} · ${next}` }];
}
