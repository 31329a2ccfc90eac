import type { Action, Block, Message, Reply, Run } from '../../adapters/message/message.ts';
import { CourantError } from '../domain/errors.ts';

/** Text with `code` in backticks and *bold* in asterisks becomes runs; only for our own words, never for foreign text. */
function ownWords(text: string): readonly Run[] {
  return text
    .split(/(`[^`]+`|\*[^*]+\*)/)
    .filter(Boolean)
    .map((part): Run => {
      if (/^`.+`$/.test(part)) return { text: part.slice(1, -1), style: 'code' };
      if (/^\*.+\*$/.test(part)) return { text: part.slice(1, -1), style: 'bold' };
      return { text: part };
    });
}

export function paragraph(text: string): Block {
  return { kind: 'text', runs: ownWords(text) };
}

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

/** Refuses politely: what was understood, what not, and an example. */
export function refuse(what: string, example: string): never {
  throw new CourantError('invalid', what, { mend: `Try \`${example}\`.` });
}
