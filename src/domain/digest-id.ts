import { hash } from 'node:crypto';
import type { Story } from './story.ts';
import type { Window } from './time.ts';

/** 16 hex digits: 64 bits; short, for it stands in the buttons of messages. */
const ID_LENGTH = 16;

/** The same stories under the same topic and window have the same id. */
export function digestId(topic: string, window: Window, stories: readonly Story[]): string {
  return `d${hash('sha256', JSON.stringify([topic, window, stories])).slice(0, ID_LENGTH)}`;
}
