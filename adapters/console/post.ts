/** Printing one part, once. */
import Keyv from 'keyv';
import { type ChannelRef, channelKey } from '../../src/domain/channel.ts';
import { CourantError } from '../../src/domain/errors.ts';
import type { KeyValues } from '../adapter-deps.ts';
import type { Message } from '../message/message.ts';
import type { PostContext, PostedRef } from '../platform-adapter.ts';
import type { ConsoleOptions } from './render.ts';

/** A month: no delivery is tried for longer. */
const remembered = 31 * 24 * 3_600_000;

export type ConsolePosts = {
  post(channel: ChannelRef, payload: string, context: PostContext): Promise<PostedRef>;
  find(channel: ChannelRef, context: PostContext): Promise<PostedRef | 'absent'>;
  close(): void;
};

export function consolePosts(
  terminal: ConsoleOptions,
  keyValues: KeyValues,
  write: (text: string) => Promise<void>,
): ConsolePosts {
  const printed = new Keyv<PostedRef>({ store: keyValues, namespace: 'console-posts', ttl: remembered });
  const idOf = (channel: ChannelRef, { key, part }: PostContext) => `${channelKey(channel)}/${key}/${part}`;
  let closed = false;
  return {
    async post(channel, payload, context) {
      const message: Message = JSON.parse(payload);
      // Measuring columns takes large tables: nobody waits for them until something is printed.
      const { renderConsole } = await import('./render.ts');
      if (closed)
        throw new CourantError('not-sent', 'The console adapter has stopped.', { reason: 'stopped' });
      await write(`${renderConsole(message, terminal)}\n`).catch((cause: unknown) => {
        throw new CourantError('refused', 'The output is closed.', {
          scope: 'platform',
          reason: 'closed',
          cause,
        });
      });
      const ref = { messageId: `${context.key}/${context.part}` };
      await printed.set(idOf(channel, context), ref);
      return ref;
    },
    async find(channel, context) {
      return (await printed.get(idOf(channel, context))) ?? 'absent';
    },
    close() {
      closed = true;
    },
  };
}
