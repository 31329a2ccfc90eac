/** Discord's events about where we may post. */
import type { Client, GuildBasedChannel } from 'discord.js';
import { Events } from 'discord.js';
import type { AdapterLog } from '../adapter-deps.ts';
import type { Handlers } from '../platform-adapter.ts';
import { missingToPost } from './permissions.ts';

export function watchReach(client: Client, handlers: Handlers, log: AdapterLog): void {
  function tell(workspace: string, channel: string | null, reachable: boolean, reason: string): void {
    const place =
      channel === null
        ? ({ platform: 'discord', workspace, channel: null } as const)
        : ({ platform: 'discord', workspace, channel } as const);
    handlers.reach({ channel: place, reachable, reason }).catch((error: unknown) => {
      log.error({ err: error, workspace, channel }, 'a change of reach on Discord could not be noted');
    });
  }

  // discord.js tells an outage apart: then it emits guildUnavailable and guildAvailable.
  client.on(Events.GuildDelete, ({ id }) => tell(id, null, false, 'The bot was removed from the server.'));
  client.on(Events.GuildCreate, ({ id }) => tell(id, null, true, 'The bot was added to the server.'));
  client.on(Events.ChannelDelete, (channel) => {
    if ('guildId' in channel) tell(channel.guildId, channel.id, false, 'The channel was deleted.');
  });
  client.on(Events.ChannelUpdate, (before, now) => {
    if (!('guildId' in now) || !('guildId' in before)) return;
    const [could, missing] = [missingIn(before), missingIn(now)];
    if (could.length === 0 && missing.length > 0) {
      tell(now.guildId, now.id, false, `The bot lost permissions in the channel: ${missing.join(', ')}.`);
    } else if (could.length > 0 && missing.length === 0) {
      tell(now.guildId, now.id, true, 'The bot may post in the channel again.');
    }
  });
  client.on(Events.ThreadDelete, ({ guildId, id }) => tell(guildId, id, false, 'The thread was deleted.'));
  client.on(Events.ThreadUpdate, (before, now) => {
    const [wasShut, isShut] = [before.locked === true, now.locked === true];
    if (!wasShut && isShut) tell(now.guildId, now.id, false, 'The thread was locked.');
    if (wasShut && !isShut) tell(now.guildId, now.id, true, 'The thread was unlocked.');
  });
}

function missingIn(channel: GuildBasedChannel): readonly string[] {
  const me = channel.guild.members.me;
  const granted = me === null ? null : channel.permissionsFor(me);
  // What can't be told is no loss: a post will find out.
  return granted ? missingToPost(granted.bitfield.toString(), channel.type) : [];
}
