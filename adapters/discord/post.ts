/** Posting one rendered part: into a channel, its thread, or a forum. */
import type { ChannelRef } from '../../src/domain/channel.ts';
import { CourantError, isCourantError } from '../../src/domain/errors.ts';
import type { AdapterLog } from '../adapter-deps.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import { withFields } from '../with-fields.ts';
import { bodyOf } from './body.ts';
import type { DiscordCaller } from './call.ts';
import { hasReason, unknownChannel } from './errors.ts';
import { chooseTags } from './forum-tags.ts';
import { nonceOf } from './nonce.ts';
import { channelRoute, crosspostRoute, forumPostsRoute, messagesRoute, threadRoute } from './routes.ts';

export type PostTools = {
  readonly call: DiscordCaller;
  readonly log: AdapterLog;
};

/** JSON error codes. */
const unknownMessage = 10008;
const missingAccess = 50001;
const missingPermissions = 50013;
const notATextChannel = 50008;
const wrongChannelKind = 50024;
const threadAlreadyThere = 160004;
const tagRequired = 40067;

const aDayInMinutes = 1_440;

export async function postToDiscord(
  tools: PostTools,
  { channel }: ChannelRef,
  payload: string,
  context: PostContext,
): Promise<PostedRef> {
  const { inThread, title, message } = bodyOf(payload, context);
  const body = withFields(message, { nonce: nonceOf(context.key, context.part), enforce_nonce: true });
  const { parent } = context;
  if (parent !== null && inThread) return postInThread(tools, channel, parent, title, body);
  try {
    const posted = await send(tools, channel, body);
    if (context.crosspost && posted.messageId !== null) await crosspost(tools, channel, posted.messageId);
    return posted;
  } catch (error) {
    if (!hasReason(error, notATextChannel)) throw error;
    return parent === null ? postInForum(tools, channel, title, message) : send(tools, parent, body);
  }
}

async function send({ call }: PostTools, channel: string, body: string): Promise<PostedRef> {
  try {
    return refOf(await call('post', messagesRoute(channel), { body }));
  } catch (error) {
    // A message with this nonce was posted minutes ago, and somebody has deleted it.
    if (hasReason(error, unknownMessage)) return { messageId: null };
    throw error;
  }
}

/** A thread begun at a message, and a forum post, have the id of their first message. */
async function postInThread(
  tools: PostTools,
  channel: string,
  parent: string,
  title: string,
  body: string,
): Promise<PostedRef> {
  try {
    return await send(tools, parent, body);
  } catch (error) {
    if (!hasReason(error, unknownChannel)) throw error;
  }
  const begun = await beginThread(tools, channel, parent, title);
  return send(tools, begun ? parent : channel, body);
}

/** False where the channel can have no threads, or the bot may not begin one: then parts follow in the channel. */
async function beginThread(
  { call }: PostTools,
  channel: string,
  message: string,
  title: string,
): Promise<boolean> {
  try {
    await call('post', threadRoute(channel, message), {
      body: { name: title, auto_archive_duration: aDayInMinutes },
    });
    return true;
  } catch (error) {
    if (hasReason(error, threadAlreadyThere)) return true;
    if (hasReason(error, missingAccess, missingPermissions, wrongChannelKind)) return false;
    // Beginning a thread twice begins it once: nothing of this part is anywhere yet.
    if (isCourantError(error, 'unknown-outcome')) {
      throw new CourantError('not-sent', error.message, { reason: error.reason ?? 'thread', cause: error });
    }
    throw error;
  }
}

/** Forum posts know no nonce: an unknown outcome needs a look at the forum's threads (`findOnDiscord` does it). */
async function postInForum(
  { call }: PostTools,
  forum: string,
  title: string,
  message: string,
): Promise<PostedRef> {
  const begin = (tags: readonly string[]) => {
    const body = withFields(`{"message":${message}}`, {
      name: title,
      auto_archive_duration: aDayInMinutes,
      ...(tags.length > 0 ? { applied_tags: tags } : {}),
    });
    return call('post', forumPostsRoute(forum), { body });
  };
  try {
    return refOf(await begin([]));
  } catch (error) {
    if (!hasReason(error, tagRequired)) throw error;
    return refOf(await begin(chooseTags(await call('get', channelRoute(forum)))));
  }
}

/** Best effort: ten an hour and channel, and only announcement channels have followers. */
async function crosspost({ call, log }: PostTools, channel: string, message: string): Promise<void> {
  try {
    await call('post', crosspostRoute(channel, message));
  } catch (error) {
    log.warn({ err: error, channel }, 'The digest is posted, but could not be published to followers');
  }
}

function refOf(answer: unknown): PostedRef {
  if (typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string') {
    return { messageId: answer.id };
  }
  throw new CourantError('unknown-outcome', 'Discord’s answer could not be read.', { reason: 'unreadable' });
}
