/** Answers name the commands of a chat; at a terminal the same is said as one types it there. */
import type { Message } from '../../adapters/message/message.ts';
import type { ChannelRef } from '../domain/channel.ts';
import { CourantError } from '../domain/errors.ts';
import { writeChannel } from './channels.ts';

/** "/digest subscribe ukraine" -> "courant subscribe console ukraine". */
function asTyped(command: string, calledAs: string, channel: ChannelRef): string {
  const [, name = '', rest = ''] = /^\/(\w+)\s*(.*)$/s.exec(command) ?? [];
  const [subcommand = '', ...words] = rest.split(' ');
  const line = (...parts: readonly string[]) => [calledAs, ...parts].filter((part) => part !== '').join(' ');
  if (['brief', 'quotes', 'sources'].includes(name)) return line(name, rest);
  if (['subscribe', 'unsubscribe'].includes(name)) return line(name, writeChannel(channel), rest);
  if (name === 'digest' && ['subscribe', 'unsubscribe'].includes(subcommand))
    return line(subcommand, writeChannel(channel), ...words);
  const inChannel = writeChannel(channel) === 'console' ? '' : `--channel ${writeChannel(channel)}`;
  return line('ask', inChannel, command);
}

/** The message with every command in it as one types it here. */
export function messageAsTyped(message: Message, calledAs: string, channel: ChannelRef): Message {
  const typed: Message = JSON.parse(JSON.stringify(message), (_key, value) =>
    isCommand(value) ? { ...value, text: asTyped(value.text, calledAs, channel) } : value,
  );
  const line = (text: string | null) =>
    text?.replace(/(?<=^| )\/[a-z]+[^.·]*[^.·\s]/g, (command) => asTyped(command, calledAs, channel)) ?? null;
  return { ...typed, context: line(typed.context), footer: line(typed.footer) };
}

/** The same for an error, whose words name commands between backticks. */
export function faultAsTyped(fault: unknown, calledAs: string, channel: ChannelRef): unknown {
  if (!(fault instanceof CourantError)) return fault;
  const typed = (text: string) =>
    text.replace(
      /`(\/[a-z]+[^`]*)`/g,
      (_whole, command: string) => `\`${asTyped(command, calledAs, channel)}\``,
    );
  return new CourantError(fault.code, typed(fault.message), {
    ...(fault.mend !== undefined && { mend: typed(fault.mend) }),
    cause: fault,
  });
}

function isCommand(value: unknown): value is { readonly text: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'style' in value &&
    value.style === 'code' &&
    'text' in value &&
    typeof value.text === 'string' &&
    /^\/[a-z]/.test(value.text)
  );
}
