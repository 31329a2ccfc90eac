import type { Message } from './message.ts';
import { runsOf, textOf } from './phrases/say.ts';
import type { Saying } from './phrases/saying.ts';

export type Notice = {
  readonly title: Saying;
  /** A paragraph each. */
  readonly lines: readonly Saying[];
  readonly locale: string;
};

/** A few sentences of our own: that the bot may not post here, that a digest rests. */
export function noticeMessage({ title, lines, locale }: Notice): Message {
  return {
    title: textOf(title, locale),
    context: null,
    blocks: lines.map((line) => ({ kind: 'text', runs: runsOf(line, locale) })),
    actions: [],
    footer: null,
    locale,
    layout: 'single',
  };
}
