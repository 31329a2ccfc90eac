/** Hours of a schedule: each function reads what begins at a word and says how many words that took; none is 0. */
import type { Found } from './found-words.ts';
import {
  AT_WORDS,
  HALF_DAYS,
  HOUR_MARKS,
  HOUR_OF_HALF,
  JOINING_WORDS,
  NAMED_TIMES,
  STEPS,
} from './schedule-words.ts';

/**
 * "8am", "8 am", "08:00", "8.30 pm", "17h30", "0800", "8 Uhr", "noon"; a bare hour only where a time is expected.
 * @param bareHours whether one is expected anywhere
 */
export function readTime(words: readonly string[], at: number, found: Found, bareHours: boolean): number {
  const word = words[at] ?? '';
  const namedTime = NAMED_TIMES.get(word);
  if (namedTime) {
    found.times.add(namedTime);
    return 1;
  }
  const match = /^(\d{1,2})(?:[:.h](\d{2})|(h|uhr)|(?<=\d{2})(\d{2}))?(am|pm)?$/.exec(word);
  if (!match) return 0;
  const [, hours, minutes, hourMark, militaryMinutes, suffix] = match;
  const next = words[at + 1] ?? '';
  if (next === 'h' && words[at - 1] === 'every') return 0;
  const isMarked = HOUR_MARKS.has(next);
  // French writes "8 h 30".
  const apart = next === 'h' ? /^[0-5]\d$/.exec(words[at + 2] ?? '')?.[0] : undefined;
  const length = apart ? 3 : isMarked ? 2 : 1;
  const half = suffix ?? /^(am|pm)$/.exec(words[at + length] ?? '')?.[0];
  const isBare = !(minutes ?? hourMark ?? militaryMinutes ?? half) && !isMarked;
  const isExpected = expectsTime(words, at, found);
  if (isBare && !isExpected && !bareHours) return 0;
  const ofHalf = half ?? (Number(hours) >= 1 && Number(hours) <= 12 ? (found.half ?? undefined) : undefined);
  const time = timeOfDay(Number(hours), Number(minutes ?? apart ?? militaryMinutes ?? 0), ofHalf);
  if (time) found.times.add(time);
  else found.unread.push(half && !suffix ? `${word} ${half}` : word);
  if (ofHalf) found.half = null;
  found.openTime = ofHalf ? null : time;
  found.isSure ||= !isBare || isExpected;
  return length + (half && !suffix ? 1 : 0);
}

/** "at 8", "at 8 and 17": after "at", or after another time and its "and". */
function expectsTime(words: readonly string[], at: number, found: Found): boolean {
  const before = words[at - 1] ?? '';
  return AT_WORDS.has(before) || (found.times.size > 0 && (before === 'and' || /\d|^[ap]m$/.test(before)));
}

function timeOfDay(hours: number, minutes: number, half: string | undefined): string | null {
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return null;
  const hour = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** "8 in the evening", "abends um 8", "every morning": the half of the day an hour is of, or an hour of its own. */
export function readHalfDay(words: readonly string[], at: number, found: Found, bareHours: boolean): number {
  const half = HALF_DAYS.get(words[at] ?? '');
  const stands = found.openTime !== null || JOINING_WORDS.has(words[at - 1] ?? '') || bareHours;
  if (!half || !stands) return 0;
  if (found.openTime !== null) {
    const [hours = 0, minutes = 0] = found.openTime.split(':').map(Number);
    const time = hours >= 1 && hours <= 12 ? timeOfDay(hours, minutes, half) : null;
    if (time) {
      found.times.delete(found.openTime);
      found.times.add(time);
    }
    found.openTime = null;
    return 1;
  }
  endHalfDay(found);
  found.half = half;
  return 1;
}

/** A part of the day for which no hour came. */
export function endHalfDay(found: Found): void {
  if (found.half) found.times.add(HOUR_OF_HALF[found.half]);
  found.half = null;
}

/** "2 days", "5 hours": steps that a digest does not come in are no hours. */
export function leaveStepUnread(words: readonly string[], at: number, found: Found): number {
  const [number = '', unit = ''] = words.slice(at, at + 2);
  if (!/^\d{1,4}$/.test(number) || !STEPS.has(unit)) return 0;
  found.unread.push(`${number} ${unit}`);
  return 2;
}

/** "hourly", "every 6 hours": the hours of the day that are such a step apart, from midnight. */
export function readInterval(words: readonly string[], at: number, found: Found): number {
  const joined = words.slice(at, at + 3).join(' ');
  const match = /^(?:hourly|every (?:(\d{1,2}) ?)?(?:hours?|h))(?= |$)/.exec(joined);
  if (!match) return 0;
  const step = Number(match[1] ?? 1);
  if (step < 1 || 24 % step !== 0) return 0;
  for (let hour = 0; hour < 24; hour += step) found.times.add(`${String(hour).padStart(2, '0')}:00`);
  found.isSure = true;
  return match[0].split(' ').length;
}
