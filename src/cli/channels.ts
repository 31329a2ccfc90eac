/** How channels are written on the command line. */
import { type ChannelRef, channelKey } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';

/** The terminal's own channel. */
export const consoleChannel: ChannelRef = { platform: 'console', workspace: 'local', channel: 'terminal' };

/** "slack:T123/C456" -> where that is. @throws CourantError `invalid` */
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

/** What `readChannel` reads. */
export function writeChannel(channel: ChannelRef): string {
  if (channelKey(channel) === channelKey(consoleChannel)) return 'console';
  return `${channel.platform}:${channel.workspace}/${channel.channel}`;
}
