/** Answering one person: by response_url, else by an ephemeral post, else in a direct message. */
import type { RespondFn } from '@slack/bolt';
import { CourantError } from '../../src/domain/errors.ts';
import type { AdapterLog } from '../adapter-deps.ts';
import type { Reply } from '../message/message.ts';
import type { SlackCaller } from './call.ts';
import type { SlackPayload } from './payload.ts';
import { slackPayloads } from './render.ts';

/** Where an answer goes. */
export type ReplyTo = {
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  /** Good for five answers within thirty minutes; a sent form has none. */
  readonly respond: RespondFn | null;
};

/** Uses of one response_url. */
const mostParts = 5;

export function createReplier(
  call: SlackCaller,
  log: AdapterLog,
): (to: ReplyTo, reply: Reply) => Promise<void> {
  return async (to, reply) => {
    const parts = renderReply(reply);
    for (const [index, part] of parts.entries()) {
      const replace = reply.replaceOriginal === true && index === 0;
      if (to.respond !== null) {
        try {
          await to.respond({
            text: part.text,
            blocks: [...part.blocks],
            response_type: reply.visibility === 'channel' ? 'in_channel' : 'ephemeral',
            replace_original: replace,
            unfurl_links: false,
            unfurl_media: false,
          });
          continue;
        } catch (error) {
          log.warn({ err: error, channel: to.channel }, 'Slack did not take the answer at its response_url');
        }
      }
      await postDirectly(call, to, reply.visibility, part);
    }
  };
}

export function renderReply(reply: Reply): readonly Omit<SlackPayload, 'inThread'>[] {
  return slackPayloads(reply.message)
    .slice(0, mostParts)
    .map(({ text, blocks }) => ({ text, blocks }));
}

async function postDirectly(
  call: SlackCaller,
  { token, channel, user }: ReplyTo,
  visibility: Reply['visibility'],
  part: Omit<SlackPayload, 'inThread'>,
): Promise<void> {
  const quiet = { ...part, unfurl_links: false, unfurl_media: false };
  if (visibility === 'channel') {
    await call(token, 'chat.postMessage', { channel, ...quiet });
    return;
  }
  try {
    await call(token, 'chat.postEphemeral', { channel, user, ...quiet });
  } catch (error) {
    if (!(error instanceof CourantError) || error.scope !== 'channel') throw error;
    // The bot is not in this channel: the person's own direct message is always open.
    await call(token, 'chat.postMessage', { channel: user, ...quiet });
  }
}
