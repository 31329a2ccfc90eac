import type { Action } from '../message/message.ts';

/** The menu that holds the buttons of single stories; its chosen value is itself a custom id. */
export const menuId = 'menu';

/** A component's `custom_id`: name and value, so that a button works after a restart. At most 100 characters. */
export function customId(action: Pick<Action, 'name' | 'value'>): string {
  return `${action.name}:${action.value}`;
}

/** Reads back what `customId` wrote: a button's custom_id, or the value chosen in a menu. */
export function readCustomId(id: string): Pick<Action, 'name' | 'value'> {
  const colon = id.indexOf(':');
  return colon < 0 ? { name: id, value: '' } : { name: id.slice(0, colon), value: id.slice(colon + 1) };
}
