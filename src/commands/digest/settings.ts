import { labelLanguage } from '../../../adapters/message/labels/labels.ts';
import type { Form, FormField, Reply } from '../../../adapters/message/message.ts';
import type { Voice } from '../../../adapters/message/phrases/say.ts';
import { languages } from '../../domain/languages.ts';
import type { DigestLength, Subscription, SubscriptionOptions } from '../../domain/subscription.ts';
import { parseSchedule, scheduleWords } from '../../schedule/parse-schedule.ts';
import type { Asked, CommandContext } from '../context.ts';
import { requireManager } from '../permission.ts';
import { refuse } from '../refusal.ts';
import { changeSubscription } from './change-subscription.ts';
import { asTheyAreCalled, furtherExample, readFurtherOptions, sayFurtherOptions } from './further-options.ts';
import { sayScheduleFault } from './schedule-fault.ts';
import { subscriptionHere } from './subscriptions-here.ts';

const lengths = [
  { label: 'headlinesOnly', value: 'headlines' },
  { label: 'shortLength', value: 'short' },
  { label: 'fullLength', value: 'full' },
] as const satisfies readonly { label: string; value: DigestLength }[];
const layouts = [
  { label: 'quotesSingle', value: 'quotes,single' },
  { label: 'quotesThread', value: 'quotes,thread' },
  { label: 'plainSingle', value: 'plain,single' },
  { label: 'plainThread', value: 'plain,thread' },
] as const;
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
  return settingsForm(subscription, asked);
}

/** Five fields, Discord's most; the rarer options share the last one. */
export function settingsForm({ id, schedule, options }: Subscription, { say }: Asked): Form {
  return {
    kind: 'form',
    name: 'save-settings',
    value: id,
    title: say.text('settingsTitle'),
    submit: say.text('save'),
    fields: [
      text('when', say.text('when'), say.text('whenHint'), scheduleWords(schedule)),
      select('length', say.text('length'), said(lengths, say), options.length),
      select(
        'layout',
        say.text('layout'),
        said(layouts, say),
        `${options.quotes ? 'quotes' : 'plain'},${options.thread ? 'thread' : 'single'}`,
      ),
      select('locale', say.text('language'), languageChoices, labelLanguage(options.locale)),
      text('further', say.text('furtherOptions'), furtherExample, sayFurtherOptions(options)),
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
  if (!read.ok) refuse(sayScheduleFault(read), read.example);
  const further = readFurtherOptions(fields.further ?? '');
  const outlets = await context.store.articles.outlets({ from: 0, to: context.clock() });
  const options: SubscriptionOptions = {
    ...subscription.options,
    length: lengths.find(({ value }) => value === fields.length)?.value ?? subscription.options.length,
    quotes: fields.layout ? fields.layout.startsWith('quotes') : subscription.options.quotes,
    thread: fields.layout ? fields.layout.endsWith('thread') : subscription.options.thread,
    locale: localeChosen(fields.locale, subscription.options.locale),
    ...further,
    mutedOutlets: asTheyAreCalled(
      further.mutedOutlets,
      outlets.map(({ outlet }) => outlet),
    ),
  };
  return changeSubscription(context, asked, subscription, { schedule: read.schedule, options });
}

/** The language chosen; with the region it had where it stays the same. */
function localeChosen(language: string | undefined, before: string): string {
  const chosen = languageChoices.find(({ value }) => value === language)?.value;
  return chosen === undefined || chosen === labelLanguage(before) ? before : chosen;
}

type Choices = typeof lengths | typeof layouts;

function said(choices: Choices, say: Voice): readonly { readonly label: string; readonly value: string }[] {
  return choices.map(({ label, value }) => ({ label: say.text(label), value }));
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
