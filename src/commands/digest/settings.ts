import type { Form, FormField, Reply } from '../../../adapters/message/message.ts';
import { languages } from '../../domain/languages.ts';
import type { DigestLength, Subscription, SubscriptionOptions } from '../../domain/subscription.ts';
import { nextDue } from '../../schedule/due-time.ts';
import { parseSchedule, scheduleWords } from '../../schedule/parse-schedule.ts';
import { paragraph, privately, refuse } from '../answer.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { readFurtherOptions, sayFurtherOptions } from './further-options.ts';
import { record, subscriptionHere } from './subscriptions-here.ts';
import { sayMoment, saySchedule } from './when-words.ts';

const lengths: readonly { label: string; value: DigestLength }[] = [
  { label: 'Headlines only', value: 'headlines' },
  { label: 'Short: headline, summary, one quote', value: 'short' },
  { label: 'Full: everything', value: 'full' },
];
const layouts = [
  { label: 'Quotes, one message', value: 'quotes,single' },
  { label: 'Quotes, stories in a thread', value: 'quotes,thread' },
  { label: 'No quotes, one message', value: 'plain,single' },
  { label: 'No quotes, stories in a thread', value: 'plain,thread' },
];
/** Each by its own name. */
const languageChoices = languages.map((value) => {
  const name = new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
  return { label: name.charAt(0).toLocaleUpperCase(value) + name.slice(1), value };
});

/** `/digest settings [topic]`: a form with what it is set to now. */
export async function settings(
  context: CommandContext,
  asked: Asked,
  topic: string | undefined,
): Promise<Form> {
  const subscription = await subscriptionHere(context, asked, topic, 'settings');
  await requireManager(asked);
  return settingsForm(subscription);
}

/** Five fields, Discord's most; the rarer options share the last one. */
export function settingsForm({ id, schedule, options }: Subscription): Form {
  return {
    kind: 'form',
    name: 'save-settings',
    value: id,
    title: 'Digest settings',
    submit: 'Save',
    fields: [
      text(
        'when',
        'When',
        'Times, days and zone: 08:00 and 17:30 weekdays Europe/Kyiv',
        scheduleWords(schedule),
      ),
      select('length', 'Length', lengths, options.length),
      select(
        'layout',
        'Quotes and layout',
        layouts,
        `${options.quotes ? 'quotes' : 'plain'},${options.thread ? 'thread' : 'single'}`,
      ),
      select('locale', 'Language of labels', languageChoices, options.locale),
      text(
        'further',
        'Further options',
        'min outlets 2, nothing new on, crosspost off, mute Some Outlet',
        sayFurtherOptions(options),
      ),
    ],
  };
}

/** The sent form; anything wrong is said with an example and nothing is changed. */
export async function saveSettings(
  context: CommandContext,
  asked: Asked,
  subscription: Subscription,
  fields: Readonly<Record<string, string>>,
): Promise<Reply> {
  await requireManager(asked);
  const read = parseSchedule(fields.when ?? '', subscription.schedule);
  if (!read.ok) refuse(read.problem, read.example);
  const options: SubscriptionOptions = {
    ...subscription.options,
    length: lengths.find(({ value }) => value === fields.length)?.value ?? subscription.options.length,
    quotes: fields.layout ? fields.layout.startsWith('quotes') : subscription.options.quotes,
    thread: fields.layout ? fields.layout.endsWith('thread') : subscription.options.thread,
    locale:
      languageChoices.find(({ value }) => value === fields.locale)?.value ?? subscription.options.locale,
    ...readFurtherOptions(fields.further ?? ''),
  };
  const paused = subscription.pausedBecause !== null;
  const next = nextDue(read.schedule, context.clock());
  await context.store.subscriptions.save({
    ...subscription,
    schedule: read.schedule,
    options,
    nextDueAt: paused ? null : next.at,
    nextPeriod: paused ? null : next.period,
  });
  await record(
    context,
    asked,
    'settings',
    `Set ${subscription.topic}: ${saySchedule(read.schedule, 'en')}, ${options.length}, ${sayFurtherOptions(options)}.`,
  );
  return privately({
    title: `Saved: ${subscription.topic}`,
    blocks: [
      paragraph(`It comes ${saySchedule(read.schedule, asked.locale)}.`),
      paragraph(
        paused ? 'It is still paused.' : `Next: *${sayMoment(next.at, read.schedule.zone, asked.locale)}*.`,
      ),
    ],
    actions: [{ name: 'preview', label: 'Preview', value: subscription.id }],
    locale: asked.locale,
  });
}

function text(name: string, label: string, hint: string, initial: string): FormField {
  return { kind: 'text', name, label, hint, required: name === 'when', initial, multiline: false };
}

function select(
  name: string,
  label: string,
  choices: readonly { readonly label: string; readonly value: string }[],
  initial: string,
): FormField {
  return { kind: 'select', name, label, hint: null, required: true, initial, choices };
}
