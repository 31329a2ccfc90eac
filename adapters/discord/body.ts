/** What is sent of a frozen payload: the message, with the mark it is found again by. */

import { remembering } from '../../src/domain/remembering.ts';
import type { PostContext } from '../platform-adapter.ts';
import { deliveryMark } from './delivery-mark.ts';
import type { DiscordPayload } from './payload.ts';

export type DiscordBody = {
  readonly inThread: boolean;
  readonly title: string;
  /** A message's JSON text. */
  readonly message: string;
};

const ending = '"}}]}';

/** The same payload goes to every channel of a topic: it is read once, up to where the mark stands. */
const readPayload = remembering(64, (payload: string) => {
  const { inThread, title, ...message }: DiscordPayload = JSON.parse(payload);
  const { embeds, ...others } = message;
  const last = embeds.at(-1);
  if (!last) return { inThread, title, footer: null, beginning: JSON.stringify(message) };
  const { footer, ...embed } = last;
  const text = footer?.text ?? '';
  const marked = [...embeds.slice(0, -1), { ...embed, footer: { text } }];
  const beginning = JSON.stringify({ ...others, embeds: marked }).slice(0, -ending.length);
  return { inThread, title, footer: text, beginning };
});

/** The mark stands at the end of the last embed's footer. A message without embeds has none. */
export function bodyOf(payload: string, { key, part }: Pick<PostContext, 'key' | 'part'>): DiscordBody {
  const { inThread, title, footer, beginning } = readPayload(payload);
  if (footer === null) return { inThread, title, message: beginning };
  const mark = deliveryMark(key, part);
  // Payloads used to be frozen with their mark.
  const added = footer.endsWith(mark) ? '' : footer === '' ? mark : ` · ${mark}`;
  return { inThread, title, message: `${beginning}${added}${ending}` };
}
