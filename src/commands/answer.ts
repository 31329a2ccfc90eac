import type { Action, Block, Message, Reply } from '../../adapters/message/message.ts';

export type AnswerParts = {
  readonly title: string;
  readonly context?: string;
  readonly blocks?: readonly Block[];
  readonly actions?: readonly Action[];
  readonly footer?: string;
  readonly locale: string;
};

/** A message made of our own words and a few blocks. */
export function answerMessage(parts: AnswerParts): Message {
  return {
    title: parts.title,
    context: parts.context ?? null,
    blocks: parts.blocks ?? [],
    actions: parts.actions ?? [],
    footer: parts.footer ?? null,
    locale: parts.locale,
    layout: 'single',
  };
}

/** An answer only the asker sees. */
export function privately(parts: AnswerParts): Reply {
  return { message: answerMessage(parts), visibility: 'asker' };
}
