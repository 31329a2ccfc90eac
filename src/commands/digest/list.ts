import type { Reply, Run } from '../../../adapters/message/message.ts';
import { textOf } from '../../../adapters/message/phrases/say.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { sayingPause } from './pause-reason.ts';
import { sayingSchedule } from './when-words.ts';

/** `/digest list`: what this channel gets and when it comes next. */
export async function list(context: CommandContext, asked: Asked): Promise<Reply> {
  const { say, locale } = asked;
  const here = await context.store.subscriptions.ofChannel(asked.channel);
  if (here.length === 0) {
    return privately({
      title: say.text('noneHereYet'),
      blocks: [say.paragraph('startOne'), say.paragraph('anySearchWorks')],
      locale,
    });
  }
  return privately({
    title: say.text('subscriptionsHere', { n: here.length }),
    blocks: [
      { kind: 'list', items: here.map((subscription) => lineOf(subscription, asked)) },
      say.paragraph('changeOne'),
    ],
    locale,
  });
}

/** "ukraine every day at 8:00 AM (Europe/Kyiv) · next Tuesday, November 24 at 8:00 AM". */
export function lineOf(subscription: Subscription, { say, locale }: Asked): readonly Run[] {
  const { topic, schedule, nextDueAt, pausedBecause } = subscription;
  const next =
    nextDueAt === null
      ? say.text('pausedWhy', { reason: sayingPause(pausedBecause) })
      : say.text('nextAt', { moment: { at: nextDueAt, zone: schedule.zone } });
  return [{ text: topic, style: 'bold' }, { text: ` ${textOf(sayingSchedule(schedule), locale)} · ${next}` }];
}
