/** Looking for a post that may have got through: by our mark, in the channel, its thread, or the forum. */
import type {
  APIChannel,
  APIMessage,
  APIThreadChannel,
  ChannelType,
  RESTGetAPIGuildThreadsResult,
} from 'discord.js';
import type { ChannelRef } from '../../src/domain/channel.ts';
import { isCourantError } from '../../src/domain/errors.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import type { DiscordCaller } from './call.ts';
import { deliveryMark } from './delivery-mark.ts';
import { hasReason, unknownChannel } from './errors.ts';
import { nonceOf, snowflakeAt } from './nonce.ts';
import { activeThreadsRoute, channelRoute, messageRoute, messagesRoute } from './routes.ts';

export type FindTools = {
  readonly call: DiscordCaller;
  /** Our own user id: only our messages can be ours. */
  ownId(): Promise<string>;
};

/** Channel types. */
const guildForum: ChannelType.GuildForum = 15;
const guildMedia: ChannelType.GuildMedia = 16;
const skew = 60_000;
const pageSize = 100;
const mostPages = 5;

/** Reads from just before the first send and looks for our mark; absent is said only where all could be read. */
export async function findOnDiscord(
  tools: FindTools,
  { workspace, channel }: ChannelRef,
  context: PostContext,
): Promise<PostedRef | 'absent' | 'unreadable'> {
  const { parent } = context;
  try {
    const { type } = await tools.call<APIChannel>('get', channelRoute(channel));
    const isForum = type === guildForum || type === guildMedia;
    if (isForum && parent === null) return await searchForum(tools, workspace, channel, context);
    const inThread = parent === null ? 'absent' : await searchThread(tools, parent, context);
    return inThread === 'absent' && !isForum ? await search(tools, channel, context) : inThread;
  } catch (error) {
    if (isCourantError(error, 'refused')) return 'unreadable';
    throw error;
  }
}

/** The thread may never have been begun. */
async function searchThread(tools: FindTools, thread: string, context: PostContext) {
  try {
    return await search(tools, thread, context);
  } catch (error) {
    if (hasReason(error, unknownChannel)) return 'absent';
    throw error;
  }
}

async function search(
  tools: FindTools,
  channel: string,
  context: PostContext,
): Promise<PostedRef | 'absent' | 'unreadable'> {
  const me = await tools.ownId();
  let after = snowflakeAt(context.sendingAt - skew);
  for (let page = 0; page < mostPages; page++) {
    const messages = await tools.call<readonly APIMessage[]>('get', messagesRoute(channel), {
      query: { after, limit: String(pageSize) },
    });
    const found = messages.find((message) => message.author.id === me && isMarked(message, context));
    if (found) return { messageId: found.id };
    if (messages.length < pageSize) return 'absent';
    after = newest(messages.map(({ id }) => id));
  }
  return 'unreadable';
}

/** Begun since then in this forum, by us, with our mark in the first message. */
async function searchForum(
  tools: FindTools,
  guild: string,
  forum: string,
  context: PostContext,
): Promise<PostedRef | 'absent' | 'unreadable'> {
  const me = await tools.ownId();
  const since = BigInt(snowflakeAt(context.sendingAt - skew));
  const { threads } = await tools.call<RESTGetAPIGuildThreadsResult>('get', activeThreadsRoute(guild));
  const candidates = (threads as readonly APIThreadChannel[]).filter(
    ({ id, parent_id, owner_id }) => parent_id === forum && owner_id === me && BigInt(id) >= since,
  );
  for (const { id } of candidates) {
    const first = await tools.call<APIMessage>('get', messageRoute(id, id));
    if (isMarked(first, context)) return { messageId: id };
  }
  return 'absent';
}

/** Discord may still tell the nonce of a young message; the mark in the footer stays. */
function isMarked({ nonce, embeds }: APIMessage, { key, part }: PostContext): boolean {
  if (nonce === nonceOf(key, part)) return true;
  const mark = deliveryMark(key, part);
  return embeds.some(({ footer }) => footer?.text.endsWith(mark) ?? false);
}

function newest(ids: readonly string[]): string {
  return ids.reduce((most, id) => (BigInt(id) > BigInt(most) ? id : most), '0');
}
