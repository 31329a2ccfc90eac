/** Looking for a post that may have got through: by our metadata, in the channel or its thread. */
import type { ChannelRef } from '../../src/domain/channel.ts';
import { isCourantError } from '../../src/domain/errors.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import type { SlackAnswer, SlackCaller } from './call.ts';
import { deliveryEvent } from './post.ts';

export type FindTools = {
  readonly call: SlackCaller;
  tokenFor(workspace: string): Promise<string>;
};

/** Clocks may differ by this much. */
const skewSeconds = 60;
const pageSize = 100;
const mostPages = 5;

/**
 * Reads the channel, or the thread, from just before the first send, and looks for our metadata.
 * A history too long to read to its end counts as unreadable: absent must be certain.
 */
export async function findOnSlack(
  tools: FindTools,
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

async function read(tools: FindTools, token: string, method: string, body: object) {
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
    metadata?.event_type === deliveryEvent &&
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
