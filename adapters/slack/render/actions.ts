import type { ActionsBlock, Button, StaticSelect } from '@slack/types';
import type { Action } from '../../message/message.ts';
import { shortenAtWord } from '../../message/shorten.ts';
import { actionIds, menuId, optionValue } from '../action-id.ts';
import { slackLimits } from '../limits.ts';
import type { Choice } from './unit.ts';

/** One row: buttons, and behind them a menu of what can be done with single stories. None for nothing. */
export function actionRow(
  actions: readonly Action[],
  choices: readonly Choice[] = [],
  placeholder = '',
): ActionsBlock[] {
  const menu = choiceMenu(choices, placeholder);
  const buttons = actions.slice(0, slackLimits.buttonsPerBlock - menu.length).map(button);
  return buttons.length + menu.length > 0 ? [{ type: 'actions', elements: [...buttons, ...menu] }] : [];
}

/** Characters the row takes. */
export function sizeOfChoice({ headline, actions }: Choice): number {
  return (
    Math.min(headline.length, slackLimits.optionText) +
    actions.reduce((sum, { label }) => sum + label.length, 0)
  );
}

function button(action: Action, place: number): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: action.label, emoji: false },
    ...actionIds(action, place),
    ...(action.style ? { style: action.style } : {}),
  };
}

/** A group a story: a row of buttons under each would drown the news. */
function choiceMenu(choices: readonly Choice[], placeholder: string): StaticSelect[] {
  const groups = choices
    .map(({ headline, actions }) => ({
      label: plainText(headline),
      options: actions
        .map((action) => ({ text: plainText(action.label), value: optionValue(action) }))
        .filter(({ value }) => value.length <= slackLimits.optionValue),
    }))
    .filter(({ options }) => options.length > 0)
    .slice(0, slackLimits.options);
  if (groups.length === 0) return [];
  return [
    {
      type: 'static_select',
      action_id: menuId,
      placeholder: plainText(placeholder),
      option_groups: groups,
    },
  ];
}

function plainText(text: string) {
  return {
    type: 'plain_text' as const,
    text: shortenAtWord(text, slackLimits.optionText),
    emoji: false,
  };
}
