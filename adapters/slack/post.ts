/** Posting one rendered part, and looking for one that may have got through. */
import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { ChannelRef } from '../../src/domain/channel.ts';
import { CourantError, isCourantError } from '../../src/domain/errors.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import type { SlackAnswer, SlackCaller } from './call.ts';
import type { SlackPayload } from './payload.ts';

/** Metadata is how a post is found again: readable by any app in the channel, so it holds ids only. */
const eventType = 'digest_delivery';
/** Namespace of our client_msg_ids: any fixed UUID. */
const namespace = '6f1d9a52-5b0e-4c8e-9f57-2c1a6d1d7f10';
/** Clocks may differ by this much. */
const skewSeconds = 60;
const pageSize = 100;
const mostPages = 5;

export type PostTools = {
  readonly call: SlackCaller;
  tokenFor(workspace: string): Promise<string>;
  readonly clientMessageId: boolean;
};

/**
 * One `chat.postMessage`. In a public channel the bot is not in, Slack's definite no is answered by joining it,
 * and the post is made once more.
 */
export async function postToSlack(
  tools: PostTools,
  channel: ChannelRef,
  payload: string,
  context: PostContext,
): Promise<PostedRef> {
  const token = await tools.tokenFor(channel.workspace);
  const { inThread, ...message }: SlackPayload = JSON.parse(payload);
  const body = {
    ...message,
    ...(inThread && context.parent !== null ? { thread_ts: context.parent } : {}),
    ...envelope(tools, channel, payload, context),
  };
  const post = () => tools.call(token, 'chat.postMessage', body);
  const answer = await post().catch(async (error: unknown) => {
    if (!isCourantError(error) || error.reason !== 'not_in_channel') throw error;
    await join(tools, token, channel, error);
    return post();
  });
  if (typeof answer.ts === 'string') return { messageId: answer.ts };
  throw new CourantError('unknown-outcome', 'Slack took the message but did not say where it is.', {
    reason: 'no_ts',
  });
}

function envelope(
  tools: PostTools,
  { channel }: ChannelRef,
  payload: string,
  { key, part }: PostContext,
) {
  return {
    channel,
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: eventType,
      event_payload: {
        delivery_id: key,
        part,
        content_sha: createHash('sha256').update(payload).digest('hex').slice(0, 16),
      },
    },
    ...(tools.clientMessageId ? { client_msg_id: uuidv5(`${key}/${part}`, namespace) } : {}),
  };
}

/** Joins a public channel; where that is not possible, the first refusal stands. */
async function join(
  tools: PostTools,
  token: string,
  { channel }: ChannelRef,
  refusal: CourantError,
): Promise<void> {
  try {
    await tools.call(token, 'conversations.join', { channel });
  } catch (error) {
    throw isCourantError(error, 'rate-limited') ? error : refusal;
  }
}

/**
 * Reads the channel, or the thread, from just before the first send, and looks for our metadata.
 * A history too long to read to its end counts as unreadable: absent must be certain.
 */
export async function findOnSlack(
  tools: PostTools,
  channel: ChannelRef,
  context: PostContext,
): Promise<PostedRef | 'absent' | 'unreadable'> {
  const token = await tools.tokenFor(channel.workspace);
  const method = context.parent === null ? 'conversations.history' : 'conversations.replies';
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const answer = await read(tools, token, method, {
      channel: channel.channel,
      ...(context.parent === null ? {} : { ts: context.parent }),
      oldest: String(context.sendingAt / 1000 - skewSeconds),
      include_all_metadata: true,
      limit: pageSize,
      cursor,
    });
    if (answer === 'unreadable') return 'unreadable';
    const messages: readonly unknown[] = Array.isArray(answer.messages) ? answer.messages : [];
    const found = messages.map((message) => tsOfOurs(message, context)).find((ts) => ts !== null);
    if (found) return { messageId: found };
    cursor = nextCursor(answer);
    if (cursor === undefined) return 'absent';
  }
  return 'unreadable';
}

async function read(tools: PostTools, token: string, method: string, body: object) {
  try {
    return await tools.call(token, method, body);
  } catch (error) {
    if (isCourantError(error, 'refused')) return 'unreadable';
    throw error;
  }
}

type SlackMessage = {
  readonly ts?: unknown;
  readonly metadata?: {
    readonly event_type?: unknown;
    readonly event_payload?: { readonly delivery_id?: unknown; readonly part?: unknown };
  };
};

function tsOfOurs(message: unknown, { key, part }: PostContext): string | null {
  if (typeof message !== 'object' || message === null) return null;
  const { ts, metadata }: SlackMessage = message;
  const ours =
    metadata?.event_type === eventType &&
    metadata.event_payload?.delivery_id === key &&
    Number(metadata.event_payload?.part) === part;
  return ours && typeof ts === 'string' ? ts : null;
}

function nextCursor(answer: SlackAnswer): string | undefined {
  const metadata = answer.response_metadata;
  if (typeof metadata !== 'object' || metadata === null || !('next_cursor' in metadata)) return undefined;
  return typeof metadata.next_cursor === 'string' && metadata.next_cursor !== ''
    ? metadata.next_cursor
    : undefined;
}
