/** Discord's events about where we may post. */
import type { Client, GuildBasedChannel } from 'discord.js';
import { Events } from 'discord.js';
import type { AdapterLog } from '../adapter-deps.ts';
import { faults } from '../message/phrases/faults/en.ts';
import type { Handlers } from '../platform-adapter.ts';
import { missingToPost, type PermissionName } from './permissions.ts';

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
  client.on(Events.GuildDelete, ({ id }) => tell(id, null, false, faults.removedFromServer));
  client.on(Events.GuildCreate, ({ id }) => tell(id, null, true, faults.addedToServer));
  client.on(Events.ChannelDelete, (channel) => {
    if ('guildId' in channel) tell(channel.guildId, channel.id, false, faults.wasDeleted);
  });
  client.on(Events.ChannelUpdate, (before, now) => {
    if (!('guildId' in now) || !('guildId' in before)) return;
    const [could, missing] = [missingIn(before), missingIn(now)];
    if (could.length === 0 && missing.length > 0) {
      tell(now.guildId, now.id, false, permissionsLost(missing));
    } else if (could.length > 0 && missing.length === 0) {
      tell(now.guildId, now.id, true, faults.mayPostAgain);
    }
  });
  client.on(Events.ThreadDelete, ({ guildId, id }) => tell(guildId, id, false, faults.threadDeleted));
  client.on(Events.ThreadUpdate, (before, now) => {
    const [wasShut, isShut] = [before.locked === true, now.locked === true];
    if (!wasShut && isShut) tell(now.guildId, now.id, false, faults.threadLocked);
    if (wasShut && !isShut) tell(now.guildId, now.id, true, faults.threadUnlocked);
  });
}

function permissionsLost(names: readonly PermissionName[]): string {
  const list = names.map((name) => faults[name]).join(', ');
  return faults.permissionsLost.replace('{permissions}', list);
}

function missingIn(channel: GuildBasedChannel): readonly PermissionName[] {
  const me = channel.guild.members.me;
  const granted = me === null ? null : channel.permissionsFor(me);
  // What can't be told is no loss: a post will find out.
  return granted ? missingToPost(granted.bitfield.toString(), channel.type) : [];
}
