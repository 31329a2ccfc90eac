import type { Reply } from '../../../adapters/message/message.ts';
import type { PhraseName } from '../../../adapters/message/phrases/phrase-set.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import type { DigestLength, Subscription } from '../../domain/subscription.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { privately } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { sayFurtherOptions } from './further-options.ts';
import { record, saveSubscription } from './subscriptions-here.ts';
import { sayingSchedule } from './when-words.ts';

const lengthNames = {
  headlines: 'headlinesLength',
  short: 'briefLength',
  full: 'wholeLength',
} as const satisfies Readonly<Record<DigestLength, PhraseName>>;

/** Gives a subscription other hours or options, writes down who did it, and says when it comes from now on. */
export async function changeSubscription(
  context: CommandContext,
  asked: Asked,
  before: Subscription,
  { schedule, options }: Pick<Subscription, 'schedule' | 'options'>,
): Promise<Reply> {
  const paused = before.pausedBecause !== null;
  const next = nextDue(schedule, context.clock());
  const due = paused
    ? { nextDueAt: null, nextPeriod: null }
    : { nextDueAt: next.at, nextPeriod: next.period };
  await saveSubscription(context, { ...before, schedule, options, ...due });
  await record(
    context,
    asked,
    'settings',
    saying('changeSettings', {
      topic: before.topic,
      schedule: sayingSchedule(schedule),
      length: saying(lengthNames[options.length]),
      further: sayFurtherOptions(options),
    }),
  );
  const { say, locale } = asked;
  return privately({
    title: say.text('saved', { topic: before.topic }),
    blocks: [
      say.paragraph('comesWhen', { schedule: sayingSchedule(schedule) }),
      paused
        ? say.paragraph('stillPaused')
        : say.paragraph('nextDigest', { moment: { at: next.at, zone: schedule.zone } }),
    ],
    actions: [{ name: 'preview', label: say.text('preview'), value: before.id }],
    locale,
  });
}
