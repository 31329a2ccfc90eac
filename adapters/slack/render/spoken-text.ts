import { shorten } from '../../message/shorten.ts';
import { escapeSlack } from '../escape.ts';
import { slackLimits } from '../limits.ts';
import type { Unit } from './unit.ts';

/**
 * The `text` of a message: all of it in words, because notifications show it and screen readers read it instead of
 * the blocks. Where it is too long, the last units are shortened at a sentence, then left out.
 */
export function spokenText(units: readonly Unit[]): string {
  let room: number = slackLimits.fallback;
  const lines: string[] = [];
  for (const { spoken } of units) {
    if (spoken === '') continue;
    const escaped = escapeSlack(spoken);
    if (escaped.length + 2 <= room) {
      lines.push(escaped);
      room -= escaped.length + 2;
      continue;
    }
    const shortened =
      room > 200 ? escapeSlack(shorten(spoken, room - 2, (text) => escapeSlack(text).length)) : '';
    if (shortened) lines.push(shortened);
    break;
  }
  return lines.join('\n\n');
}
