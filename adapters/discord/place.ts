/** Which channel somebody means who asks in one. */
import type { APIInteraction } from 'discord.js';
import { ChannelType, Routes } from 'discord.js';
import Keyv from 'keyv';
import type { ChannelRef } from '../../src/domain/channel.ts';
import type { KeyValues } from '../adapter-deps.ts';
import { within } from '../in-flight.ts';
import type { PatientDiscordCaller } from './patient-call.ts';
import { channelOf } from './read-interaction.ts';

/** `kind` is Discord's channel type. */
export type Place = { readonly channel: ChannelRef; readonly kind: number | undefined };
export type FindPlace = (interaction: APIInteraction) => Promise<Place>;

/** Discord wants an answer within three seconds; this is asked before it. */
const patience = 1_000;
const forums = new Set<number | undefined>([ChannelType.GuildForum, ChannelType.GuildMedia]);

/**
 * Nobody can type in a forum itself, only in its posts: what is asked there is meant for the forum. Anywhere else,
 * and where Discord does not say in time, the channel itself is meant.
 */
export function createPlaces(call: PatientDiscordCaller, keyValues: KeyValues): FindPlace {
  // What a channel is, it stays (but for text and announcement, which are no forums).
  const kinds = new Keyv<number>({ store: keyValues, namespace: 'discord-channel-kinds' });

  async function kindOf(channel: string): Promise<number> {
    const known = await kinds.get(channel);
    if (known !== undefined) return known;
    const { type } = await call<{ readonly type: number }>('get', Routes.channel(channel));
    // A database that can't be written now costs another call, not the place.
    kinds.set(channel, type).catch(() => undefined);
    return type;
  }

  return async (interaction) => {
    const own: Place = { channel: channelOf(interaction), kind: interaction.channel?.type };
    const parent = parentOf(interaction.channel);
    if (own.kind !== ChannelType.PublicThread || parent === null) return own;
    const kind = await within(
      patience,
      kindOf(parent).catch(() => undefined),
      undefined,
    );
    return forums.has(kind) ? { channel: { ...own.channel, channel: parent }, kind } : own;
  };
}

function parentOf(channel: unknown): string | null {
  if (typeof channel !== 'object' || channel === null || !('parent_id' in channel)) return null;
  return typeof channel.parent_id === 'string' ? channel.parent_id : null;
}
