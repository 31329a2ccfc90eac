import { loadEnvironment, openApp } from '../app.ts';
import { saySchedule } from '../commands/digest/when-words.ts';
import { type ChannelRef, channelKey } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';
import { answer, consoleChannel } from './ask.ts';
import { type Io, say } from './io.ts';
import { showMessage } from './show.ts';

export async function subscribe(io: Io, where: string, text: string): Promise<number> {
  return tell(io, 'subscribe', where, text);
}

export async function unsubscribe(io: Io, where: string, text: string): Promise<number> {
  return tell(io, 'unsubscribe', where, text);
}

async function tell(io: Io, command: string, where: string, text: string): Promise<number> {
  const channel = readChannel(where);
  const app = await openApp(loadEnvironment());
  try {
    const { message } = await answer(app, command, text, channel);
    await showMessage(io, { ...message, actions: [] }, 'text');
    return 0;
  } finally {
    await app.store.close();
  }
}

/** `courant subscriptions`: one line each, or one JSON object each. */
export async function list(io: Io, options: { readonly json?: boolean }): Promise<number> {
  const app = await openApp(loadEnvironment());
  try {
    const subscriptions = await app.store.subscriptions.list();
    for (const subscription of subscriptions) {
      const { channel, topic, schedule, nextDueAt, pausedBecause } = subscription;
      const next =
        nextDueAt === null ? `paused: ${pausedBecause}` : `next ${new Date(nextDueAt).toISOString()}`;
      say(
        io,
        options.json
          ? JSON.stringify(subscription)
          : `${channelKey(channel)}  ${topic}  ${saySchedule(schedule, 'en')}  ${next}`,
      );
    }
    if (subscriptions.length === 0 && !options.json)
      say(io, 'No subscriptions yet: courant subscribe console ukraine at 08:00');
    return 0;
  } finally {
    await app.store.close();
  }
}

/** "slack:T123/C456" -> where that is. */
export function readChannel(text: string): ChannelRef {
  if (text === 'console') return consoleChannel;
  const [, platform, workspace, channel] =
    /^(slack|discord):([A-Za-z0-9]+)\/([A-Za-z0-9]+)$/.exec(text) ?? [];
  if ((platform === 'slack' || platform === 'discord') && workspace && channel)
    return { platform, workspace, channel };
  throw new CourantError('invalid', `“${text}” is not a channel.`, {
    mend: 'Write slack:T0123/C0456, discord:<server id>/<channel id>, or console.',
  });
}
