import type { Form, Reply } from '../../adapters/message/message.ts';
import type { Handlers, Requester } from '../../adapters/platform-adapter.ts';
import type { App } from '../app.ts';
import { commandContext } from '../command-context.ts';
import { createHandlers } from '../commands/handlers.ts';
import { commandSpecs } from '../commands/specs.ts';
import type { ChannelRef } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';
import { consoleChannel, readChannel } from './channels.ts';
import { filledIn, formLines } from './forms.ts';
import { type Io, say } from './io.ts';
import { type Format, showMessage } from './show.ts';
import { faultAsTyped, messageAsTyped } from './terminal-words.ts';
import { withApp } from './with-app.ts';

export type AskOptions = {
  readonly format: Format;
  /** As if asked there; the terminal's own where none is given. */
  readonly channel?: string;
  /** Fields of the form that the command asks with: "length=full". */
  readonly set?: readonly string[];
};

/** Asks a command the way Slack does, and shows the answer. */
export async function ask(io: Io, command: string, text: string, options: AskOptions): Promise<number> {
  const channel = options.channel === undefined ? consoleChannel : readChannel(options.channel);
  return withApp(io, async (app) => {
    const answers = answersIn(io, app, channel);
    const first = await answers((handlers, requester) =>
      handlers.command({ command, subcommand: null, text, options: {}, requester }),
    );
    if (isForm(first) && options.set === undefined) {
      for (const line of formLines(first)) say(io, line);
      return 0;
    }
    const reply = isForm(first) ? await submit(answers, first, options.set ?? []) : first;
    const { message } = reply;
    await showMessage(io, options.format === 'text' ? { ...message, actions: [] } : message, options.format);
    return 0;
  });
}

/** `courant ask /digest why riyadh`: the first word names the command, with or without its slash. */
export async function askLine(io: Io, words: readonly string[], options: AskOptions): Promise<number> {
  const [word = '', ...rest] = words.join(' ').trim().split(/\s+/);
  const command = word.replace(/^\//, '');
  if (!commandSpecs.some(({ name }) => name === command)) {
    throw new CourantError('invalid', `There is no command “${word}”.`, {
      mend: `There are ${commandSpecs.map(({ name }) => `/${name}`).join(', ')}.`,
    });
  }
  return ask(io, command, rest.join(' '), options);
}

type Answers = (
  work: (handlers: Handlers, requester: Requester) => Promise<Reply | Form | null>,
) => Promise<Reply | Form>;

/**
 * What the bot answers this machine's operator in a channel, in the words of a terminal.
 * It throws what kept a command from being carried out, so that the exit code says so.
 */
function answersIn({ calledAs }: Io, app: App, channel: ChannelRef): Answers {
  let fault: unknown = null;
  const handlers = createHandlers(commandContext(app), (answered) => {
    fault = answered.error;
  });
  const requester: Requester = {
    channel,
    user: 'cli',
    locale: app.config.locale,
    zone: app.config.zone,
    mayManage: async () => true,
  };
  return async (work) => {
    const answer = await work(handlers, requester);
    if (fault) throw faultAsTyped(fault, calledAs, channel);
    if (answer === null) throw new Error('no answer to a command');
    return isForm(answer)
      ? answer
      : { ...answer, message: messageAsTyped(answer.message, calledAs, channel) };
  };
}

async function submit(answers: Answers, form: Form, settings: readonly string[]): Promise<Reply> {
  const { name, value } = form;
  const fields = filledIn(form, settings);
  const reply = await answers((handlers, requester) =>
    handlers.action({ name, value, fields, messageId: null, requester }),
  );
  if (isForm(reply)) throw new Error('a form answered with a form');
  return reply;
}

function isForm(answer: Reply | Form): answer is Form {
  return 'kind' in answer;
}
