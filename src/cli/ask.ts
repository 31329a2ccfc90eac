import type { Reply } from '../../adapters/message/message.ts';
import type { Requester } from '../../adapters/platform-adapter.ts';
import { type App, loadEnvironment, openApp } from '../app.ts';
import { commandContext } from '../command-context.ts';
import { createHandlers } from '../commands/handlers.ts';
import type { ChannelRef } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';
import type { Io } from './io.ts';
import { type Format, showMessage } from './show.ts';

/** The terminal's own channel. */
export const consoleChannel: ChannelRef = { platform: 'console', workspace: 'local', channel: 'terminal' };

/** Asks a command the way Slack does, and shows the answer. */
export async function ask(io: Io, command: string, text: string, format: Format): Promise<number> {
  const app = await openApp(loadEnvironment());
  try {
    await showMessage(io, (await answer(app, command, text)).message, format);
    return 0;
  } finally {
    await app.store.close();
  }
}

/**
 * The answer to a command line of the bot, as this machine's operator asking in `channel`.
 * @throws CourantError where the command could not be carried out, so that the exit code says so.
 */
export async function answer(
  app: App,
  command: string,
  text: string,
  channel = consoleChannel,
): Promise<Reply> {
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
  const reply = await handlers.command({ command, subcommand: null, text, options: {}, requester });
  if (fault) throw fault;
  if ('kind' in reply) throw new CourantError('invalid', 'This needs a form, which a terminal has not.');
  return reply;
}
