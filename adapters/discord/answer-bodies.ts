import type { Reply } from '../message/message.ts';
import type { DiscordPayload } from './payload.ts';
import { discordPayloads } from './render.ts';

/** A message that answers somebody, as Discord takes it. */
export type AnswerBody = Omit<DiscordPayload, 'inThread' | 'title'>;

export function bodiesOf(reply: Reply): readonly AnswerBody[] {
  return discordPayloads(reply.message).map(({ inThread: _, title: __, ...body }) => body);
}
