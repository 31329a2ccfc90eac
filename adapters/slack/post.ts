/** Posting one rendered part. */
import { createHash } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import type { ChannelRef } from '../../src/domain/channel.ts';
import { CourantError, isCourantError } from '../../src/domain/errors.ts';
import { remembering } from '../../src/domain/remembering.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import { withFields } from '../with-fields.ts';
import type { SlackCaller } from './call.ts';
import type { SlackPayload } from './payload.ts';

/** Metadata is how a post is found again: readable by any app in the channel, so it holds ids only. */
export const deliveryEvent = 'digest_delivery';
/** Namespace of our client_msg_ids: any fixed UUID. */
const namespace = '6f1d9a52-5b0e-4c8e-9f57-2c1a6d1d7f10';
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
  const { inThread, content, sha } = readPayload(payload);
  const body = withFields(content, {
    ...(inThread && context.parent !== null ? { thread_ts: context.parent } : {}),
    ...envelope(tools, channel, sha, context),
  });
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

/** The same payload goes to every channel of a topic: it is read once. */
const readPayload = remembering(64, (payload: string) => {
  const { inThread, ...message }: SlackPayload = JSON.parse(payload);
  return {
    inThread,
    content: JSON.stringify(message),
    sha: createHash('sha256').update(payload).digest('hex').slice(0, 16),
  };
});

function envelope(tools: PostTools, { channel }: ChannelRef, sha: string, { key, part }: PostContext) {
  return {
    channel,
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: deliveryEvent,
      event_payload: {
        delivery_id: key,
        part,
        content_sha: sha,
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
