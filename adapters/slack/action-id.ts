import type { Action } from '../message/message.ts';

/** A button's `action_id`, unique among the buttons of one block, and its `value`. */
export type SlackActionIds = { readonly action_id: string; readonly value: string };

/** What a button carries: its action's name with its place (Slack wants ids unique in a block) and the action's value. */
export function actionIds(action: Pick<Action, 'name' | 'value'>, place: number): SlackActionIds {
  return { action_id: `${action.name}:${place}`, value: action.value };
}

/** Reads back what `actionIds` wrote, from a `block_actions` payload. */
export function readActionIds(ids: {
  readonly action_id: string;
  readonly value?: string | undefined;
}): Pick<Action, 'name' | 'value'> {
  return { name: ids.action_id.replace(/:\d+$/, ''), value: ids.value ?? '' };
}
