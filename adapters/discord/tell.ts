import type { Message } from '../message/message.ts';
import { bodiesOf } from './answer-bodies.ts';
import type { DiscordCaller } from './call.ts';
import { directMessagesRoute, messagesRoute } from './routes.ts';

/** A direct message; refused (50007) by those who take none from the bots of their servers. */
export async function tellOnDiscord(call: DiscordCaller, user: string, message: Message): Promise<void> {
  const { id } = await call<{ readonly id: string }>('post', directMessagesRoute, {
    body: { recipient_id: user },
  });
  for (const body of bodiesOf({ message, visibility: 'asker' })) {
    await call('post', messagesRoute(id), { body });
  }
}
