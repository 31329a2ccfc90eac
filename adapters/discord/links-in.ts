import type { APIMessage } from 'discord.js';
import { webAddressesIn } from '../message/web-addresses.ts';

type Said = Partial<Pick<APIMessage, 'content' | 'embeds' | 'message_snapshots'>>;

/** The links of a message, each once: those of its text first, then of its embeds, then of what it forwards. */
export function linksIn(message: Said): readonly string[] {
  const { content = '', embeds = [], message_snapshots = [] } = message;
  const ofEmbeds = embeds.flatMap(({ url, description }) => [
    ...(url ? webAddressesIn(url) : []),
    ...webAddressesIn(description ?? ''),
  ]);
  const forwarded = message_snapshots.flatMap((snapshot) => linksIn(snapshot.message));
  return [...new Set([...webAddressesIn(content), ...ofEmbeds, ...forwarded])];
}
