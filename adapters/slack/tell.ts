import type { Message } from '../message/message.ts';
import type { SlackCaller } from './call.ts';
import { renderReply } from './reply.ts';

/** A direct message from the app: a person's id stands for their conversation with it. */
export async function tellOnSlack(
  call: SlackCaller,
  token: string,
  user: string,
  message: Message,
): Promise<void> {
  for (const part of renderReply({ message, visibility: 'asker' })) {
    await call(token, 'chat.postMessage', {
      channel: user,
      ...part,
      unfurl_links: false,
      unfurl_media: false,
    });
  }
}
