import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord.js';

/** One Discord message, ready for `POST /channels/:id/messages` without `inThread` and `title`, once nonce and mark are added. */
export type DiscordPayload = {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** Nothing we post pings anybody, whatever stands in it. */
  readonly allowed_mentions: { readonly parse: [] };
  /** True: post it in the thread of the first payload of the list; false: after it, in the channel. */
  readonly inThread: boolean;
  /** Plain text of 1 to 100 characters: the name of a thread or forum post made for it. */
  readonly title: string;
};
