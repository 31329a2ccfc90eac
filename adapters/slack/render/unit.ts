import type { ContextBlock, KnownBlock } from '@slack/types';
import type { Action } from '../../message/message.ts';

/** Blocks that stay together in one message. */
export type Unit = {
  readonly blocks: readonly KnownBlock[];
  /** Characters of their texts and addresses. */
  readonly size: number;
  /** The same in words, unescaped: for notifications and screen readers. */
  readonly spoken: string;
  /** Where it is a story: what can be done with it. */
  readonly choice?: Choice;
};

/** The actions of one story, under its headline. */
export type Choice = { readonly headline: string; readonly actions: readonly Action[] };

export function plainContext(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}
