import type { ActionsBlock, ContextBlock, KnownBlock } from '@slack/types';
import type { Action } from '../../message/message.ts';
import { actionIds } from '../action-id.ts';
import { slackLimits } from '../limits.ts';

/** Blocks that stay together in one message. */
export type Unit = {
  readonly blocks: readonly KnownBlock[];
  /** Characters of their texts and addresses. */
  readonly size: number;
  /** The same in words, unescaped: for notifications and screen readers. */
  readonly spoken: string;
};

export function plainContext(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

/** One row of buttons; none for no actions. */
export function actionRow(actions: readonly Action[]): ActionsBlock[] {
  if (actions.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: actions.slice(0, slackLimits.buttonsPerBlock).map((action, place) => ({
        type: 'button',
        text: { type: 'plain_text', text: action.label, emoji: false },
        ...actionIds(action, place),
        ...(action.style ? { style: action.style } : {}),
      })),
    },
  ];
}
