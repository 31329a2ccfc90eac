import type { Action } from '../message/message.ts';

type Carried = Pick<Action, 'name' | 'value'>;

/** A button's `action_id`, unique among the buttons of one block, and its `value`. */
export type SlackActionIds = { readonly action_id: string; readonly value: string };

/** The menu that holds the actions of single stories. */
export const menuId = 'menu';

/** What a button carries: its action's name with its place (Slack wants ids unique in a block) and the action's value. */
export function actionIds(action: Carried, place: number): SlackActionIds {
  return { action_id: `${action.name}:${place}`, value: action.value };
}

/** What an option of the menu carries: name and value in one. */
export function optionValue({ name, value }: Carried): string {
  return `${name}:${value}`;
}

/** What somebody pressed or chose, as a `block_actions` payload tells it. */
export type SlackPress = {
  readonly type: string;
  readonly action_id: string;
  readonly value?: string | undefined;
  readonly selected_option?: { readonly value?: string | undefined } | null;
};

/** Reads back what `actionIds` and `optionValue` wrote; null for anything else, such as a link that looks like a button. */
export function readPress({ type, action_id, value, selected_option }: SlackPress): Carried | null {
  if (type === 'button' && value !== undefined) return { name: action_id.replace(/:\d+$/, ''), value };
  const chosen = type === 'static_select' && action_id === menuId ? (selected_option?.value ?? '') : '';
  const colon = chosen.indexOf(':');
  return colon > 0 ? { name: chosen.slice(0, colon), value: chosen.slice(colon + 1) } : null;
}
