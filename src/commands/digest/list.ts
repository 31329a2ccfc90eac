import type { Reply, Run } from '../../../adapters/message/message.ts';
import { type Saying, saying } from '../../../adapters/message/phrases/saying.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { pausedByPerson } from './pause.ts';
import { sayMoment, saySchedule } from './when-words.ts';

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

export function lineOf(subscription: Subscription, { say, locale }: Asked): readonly Run[] {
  const { topic, schedule, nextDueAt, pausedBecause } = subscription;
  const next =
    nextDueAt === null
      ? say.text('pausedWhy', { reason: reasonOf(pausedBecause) })
      : say.text('nextAt', { moment: sayMoment(nextDueAt, schedule.zone, locale) });
  return [{ text: topic, style: 'bold' }, { text: ` ${saySchedule(schedule, locale)} · ${next}` }];
}

function reasonOf(pausedBecause: string | null): string | Saying {
  if (pausedBecause === null) return saying('noReason');
  return pausedBecause === pausedByPerson ? saying('pausedBySomebody') : pausedBecause;
}
