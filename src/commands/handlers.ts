import { labelLocale } from '../../adapters/message/labels/labels.ts';
import type { Form, Reply } from '../../adapters/message/message.ts';
import { textOf, voiceIn } from '../../adapters/message/phrases/say.ts';
import type { ActionRequest, CommandRequest, Handlers, Requester } from '../../adapters/platform-adapter.ts';
import { isLanguage } from '../domain/languages.ts';
import { act } from './actions.ts';
import { privately } from './answer.ts';
import { asRefusal } from './as-refusal.ts';
import { brief } from './brief.ts';
import { briefOnPage } from './brief-on-page.ts';
import type { Asked, CommandContext } from './context.ts';
import { help } from './digest/help.ts';
import { history } from './digest/history.ts';
import { list } from './digest/list.ts';
import { pause, resume } from './digest/pause.ts';
import { now, preview } from './digest/preview.ts';
import { settings } from './digest/settings.ts';
import { subscribe } from './digest/subscribe.ts';
import { unsubscribe } from './digest/unsubscribe.ts';
import { why } from './digest/why.ts';
import { home } from './home.ts';
import { quotes } from './quotes.ts';
import { reach } from './reach.ts';
import { type ReadRequest, readRequest } from './read-request.ts';
import { Refusal } from './refusal.ts';
import { addSource, listSources, removeSource, testSource } from './sources.ts';
import { commandSpecs } from './specs.ts';
import { suggest } from './suggest.ts';
import { addTopic, editTopic, listTopics, showTopic } from './topics.ts';
import { translated } from './translations/translated.ts';

/** What main wants to know of each answer: for logs and metrics. */
export type Answered = {
  readonly name: string;
  readonly milliseconds: number;
  /** What it failed with, or null. */
  readonly error: unknown;
  /** True when the failure is ours, not the asker's. */
  readonly ourFault: boolean;
};

type Answer = (
  context: CommandContext,
  asked: Asked,
  options: ReadRequest['options'],
) => Promise<Reply | Form>;

/** "command subcommand" -> what answers it. Every entry of `commandSpecs` has one here; a test says so. */
export const answers: Readonly<Record<string, Answer>> = {
  brief: (context, asked, options) => brief(context, asked, options),
  quotes: (context, asked, options) => quotes(context, asked, options),
  subscribe: (context, asked, options) => subscribe(context, asked, options),
  unsubscribe: (context, asked, { topic }) => unsubscribe(context, asked, topic),
  'digest subscribe': (context, asked, options) => subscribe(context, asked, options),
  'digest unsubscribe': (context, asked, { topic }) => unsubscribe(context, asked, topic),
  'digest list': (context, asked) => list(context, asked),
  'digest now': (context, asked, { topic }) => now(context, asked, topic),
  'digest preview': (context, asked, { topic }) => preview(context, asked, topic),
  'digest settings': (context, asked, { topic }) => settings(context, asked, topic),
  'digest pause': (context, asked, { topic }) => pause(context, asked, topic),
  'digest resume': (context, asked, { topic }) => resume(context, asked, topic),
  'digest why': (context, asked, { story }) => why(context, asked, story),
  'digest history': (context, asked) => history(context, asked),
  'digest help': async (_context, asked) => help(asked, translated(commandSpecs)),
  'sources list': (context, asked) => listSources(context, asked),
  'sources add': (context, asked, { address }) => addSource(context, asked, address),
  'sources remove': (context, asked, { address }) => removeSource(context, asked, address),
  'sources test': (context, asked, { address }) => testSource(context, asked, address),
  'topics list': (context, asked) => listTopics(context, asked),
  'topics show': (context, asked, { name }) => showTopic(context, asked, name),
  'topics add': (context, asked, options) => addTopic(context, asked, options),
  'topics edit': (context, asked, options) => editTopic(context, asked, options),
};

/** The handlers every adapter is started with. They never throw: a fault becomes a reply that says what to do. */
export function createHandlers(
  context: CommandContext,
  answered: (answer: Answered) => void,
): Required<Handlers> {
  async function reply<T>(name: string, asked: Asked, work: () => Promise<T>): Promise<T | Reply> {
    const began = context.clock();
    try {
      const result = await work();
      answered({ name, milliseconds: context.clock() - began, error: null, ourFault: false });
      return result;
    } catch (fault) {
      const error = asRefusal(fault, asked.channel.platform);
      answered({ name, milliseconds: context.clock() - began, error, ourFault: !(error instanceof Refusal) });
      return apology(asked, error);
    }
  }

  return {
    command(request: CommandRequest) {
      const asked = askedBy(context, request.requester);
      return reply(request.command, asked, () => {
        const read = readRequest(request, commandSpecs);
        const answer = answers[[read.command, read.subcommand].filter(Boolean).join(' ')];
        if (!answer) throw new Error(`no answer for ${read.command} ${read.subcommand}`);
        return answer(context, asked, read.options);
      });
    },
    action(request: ActionRequest) {
      const asked = askedBy(context, request.requester);
      return reply(`action ${request.name}`, asked, () => act(context, asked, request));
    },
    page({ addresses, requester }) {
      const asked = askedBy(context, requester);
      return reply('page', asked, () => briefOnPage(context, asked, addresses));
    },
    suggest: (request) => suggest(context, request),
    reach: (change) => reach(context, change),
    home: (requester) => home(context, askedBy(context, requester)),
  };
}

function askedBy(context: CommandContext, requester: Requester): Asked {
  const locale = supportedLocale(requester.locale, context.locale);
  return {
    channel: requester.channel,
    user: requester.user,
    locale,
    say: voiceIn(locale),
    zone: requester.zone ?? context.zone,
    zoneKnown: requester.zone !== null,
    mayManage: (channel) => requester.mayManage(channel),
    mayKeep: () => requester.mayKeep?.() ?? requester.mayManage(),
  };
}

/** With its region, where hours and dates are the region's. Slack calls Latin America's Spanish that of Laos. */
function supportedLocale(wanted: string, fallback: string): string {
  if (wanted === 'es-LA') return 'es-419';
  return isLanguage(wanted.slice(0, 2).toLowerCase()) ? labelLocale(wanted) : fallback;
}

function apology({ say, locale }: Asked, error: unknown): Reply {
  return error instanceof Refusal
    ? privately({
        title: say.text(error.isQuestion ? 'oneQuestion' : 'didNotWork'),
        blocks: error.paragraphs(locale),
        actions: error.offers.map(({ label, ...offer }) => ({
          ...offer,
          label: typeof label === 'string' ? label : textOf(label, locale),
        })),
        locale,
      })
    : privately({ title: say.text('broke'), blocks: [say.paragraph('brokeMend')], locale });
}
