import type { Action, Message } from './message.ts';

export type Notice = {
  readonly title: string;
  /** One paragraph each. */
  readonly lines: readonly string[];
  readonly locale: string;
  readonly actions?: readonly Action[];
};

/** A few sentences of our own: that the bot was removed, that a subscription rests. */
export function noticeMessage({ title, lines, locale, actions = [] }: Notice): Message {
  return {
    title,
    context: null,
    blocks: lines.map((text) => ({ kind: 'text', runs: [{ text }] })),
    actions,
    footer: null,
    locale,
    layout: 'single',
  };
}
