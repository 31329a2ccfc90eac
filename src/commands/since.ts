/** Reads "7d", "yesterday", "last week", "seit Montag", "2025-02-18": how far back a question goes. */
import { saying } from '../../adapters/message/phrases/saying.ts';
import type { Instant, Window } from '../domain/time.ts';
import { instantOf, localDate } from '../schedule/due-time.ts';
import { FULL_DAYS, folded } from '../schedule/schedule-words.ts';
import { refuse } from './refusal.ts';
import { FILLING_WORDS, LAST_WORDS, NAMED_DAYS, UNITS, type Unit } from './since-words.ts';

const hour = 3_600_000;
/** Milliseconds that are looked back for all there is. */
export const allThereIs = 3650 * 24 * hour;
const lengths: Readonly<Record<Unit, number>> = {
  h: hour,
  d: 24 * hour,
  w: 7 * 24 * hour,
  m: 30 * 24 * hour,
};

/**
 * The window from `text` until `now`, or null when the text names no time.
 * Days begin at midnight in `zone`. Nothing goes back more than ten years.
 */
export function readSince(text: string, now: Instant, zone: string): Window | null {
  const words = text.trim().split(/\s+/).map(folded);
  const telling = words.filter((word) => !FILLING_WORDS.has(word) && !LAST_WORDS.has(word));
  const isLast = words.some((word) => LAST_WORDS.has(word));
  const from = fromSpan(telling, now, isLast) ?? fromDay(telling, now, zone);
  if (from === null || from >= now || now - from > 3653 * 24 * hour) return null;
  return { from, to: now };
}

/** Words of the longest time: "in the last 24 hours". */
const LONGEST = 5;

/** Can only be meant as a time, whether there is such a one or not. */
const timeLike = /^(\d+[hdwm]|\d{4}-\d{1,2}-\d{1,2})$/i;

/**
 * Splits a trailing time off: "ukraine last week" -> "ukraine" and its window; without one the window is null.
 * @param command that asks, for the example
 * @throws CourantError `invalid` where the last word is a time that can't be gone back to, or there is nothing else
 */
export function splitSince(
  text: string,
  now: Instant,
  zone: string,
  command: string,
): { about: string; window: Window | null } {
  const words = text.trim().split(/\s+/);
  const [last = ''] = words.slice(-1);
  if (timeLike.test(last)) {
    const about = words.slice(0, -1).join(' ');
    if (about === '') refuse(saying('onlyATime', { time: last }), `/${command} ukraine ${last}`);
    if (readSince(last, now, zone) === null)
      refuse(saying('noSuchTime', { time: last }), `/${command} ${about} 7d`);
  }
  for (let length = Math.min(LONGEST, words.length - 1); length > 0; length--) {
    const window = readSince(words.slice(-length).join(' '), now, zone);
    if (window) return { about: words.slice(0, -length).join(' '), window };
  }
  return { about: text.trim(), window: null };
}

/** "7d", "7 days", and "week" where it is the last one. */
function fromSpan(words: readonly string[], now: Instant, isLast: boolean): Instant | null {
  const match = /^(\d{1,4})? ?(\p{L}+)$/u.exec(words.join(' '));
  const unit = UNITS.get(match?.[2] ?? '');
  const count = match?.[1] ?? (isLast ? '1' : null);
  return unit === undefined || count === null ? null : now - Number(count) * lengths[unit];
}

function fromDay(words: readonly string[], now: Instant, zone: string): Instant | null {
  const text = words.join(' ');
  const today = localDate(zone, now);
  const named = NAMED_DAYS.get(text);
  if (named !== undefined) return instantOf(zone, shift(today, -named), '00:00');
  const [weekday] = FULL_DAYS.get(text) ?? [];
  if (weekday !== undefined) {
    const back = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7 || 7;
    return instantOf(zone, shift(today, -back), '00:00');
  }
  const date = /^\d{4}-\d{2}-\d{2}$/.exec(text)?.[0];
  if (!date || Number.isNaN(Date.parse(`${date}T00:00:00Z`))) return null;
  return instantOf(zone, date, '00:00');
}

function shift(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}
