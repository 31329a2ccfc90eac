import type { Reply } from '../../../adapters/message/message.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { pausedByPerson } from './pause-reason.ts';
import { record, saveSubscription, subscriptionHere } from './subscriptions-here.ts';

/** `/digest pause [topic]`: nothing comes until somebody resumes it. */
export async function pause(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Reply> {
  const subscription = await subscriptionHere(context, asked, topic, 'pause');
  await requireManager(asked);
  if (subscription.pausedBecause === null) {
    await saveSubscription(context, {
      ...subscription,
      nextDueAt: null,
      nextPeriod: null,
      pausedBecause: pausedByPerson,
    });
    await record(context, asked, 'paused', saying('changePaused', { topic: subscription.topic }));
  }
  return privately({
    title: asked.say.text('paused', { topic: subscription.topic }),
    blocks: [asked.say.paragraph('pausedUntil', { command: `/digest resume ${subscription.topic}` })],
    actions: [{ name: 'resume', label: asked.say.text('resume'), value: subscription.id }],
    locale: asked.locale,
  });
}

/** `/digest resume [topic]`: the next digest covers the time from now on, not the pause. */
export async function resume(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Reply> {
  const subscription = await subscriptionHere(context, asked, topic, 'resume');
  await requireManager(asked);
  const now = context.clock();
  const next = nextDue(subscription.schedule, now);
  if (subscription.pausedBecause !== null) {
    const day = 86_400_000;
    await saveSubscription(context, {
      ...subscription,
      pausedBecause: null,
      nextDueAt: next.at,
      nextPeriod: next.period,
      coveredUntil: Math.max(subscription.coveredUntil, now - day),
    });
    await record(context, asked, 'resumed', saying('changeResumed', { topic: subscription.topic }));
  }
  return privately({
    title: asked.say.text('resumed', { topic: subscription.topic }),
    blocks: [
      asked.say.paragraph('nextDigest', {
        moment: { at: next.at, zone: subscription.schedule.zone },
      }),
    ],
    locale: asked.locale,
  });
}
