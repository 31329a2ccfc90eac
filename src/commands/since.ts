/** Reads "7d", "yesterday", "monday", "2025-02-18": how far back a question goes. */
import { saying } from '../../adapters/message/phrases/saying.ts';
import type { Instant, Window } from '../domain/time.ts';
import { instantOf, localDate } from '../schedule/due-time.ts';
import { refuse } from './refusal.ts';

const hour = 3_600_000;
/** Milliseconds that are looked back for all there is. */
export const allThereIs = 3650 * 24 * hour;
const units: Readonly<Record<string, number>> = {
  h: hour,
  d: 24 * hour,
  w: 7 * 24 * hour,
  m: 30 * 24 * hour,
};
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const phrases: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    'last week': '7d',
    'this week': '7d',
    week: '7d',
    'last month': '30d',
    month: '30d',
  }),
);

/**
 * The window from `text` until `now`, or null when the text names no time.
 * Days begin at midnight in `zone`. Nothing goes back more than ten years.
 */
export function readSince(text: string, now: Instant, zone: string): Window | null {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/^since\s+/, '');
  const phrase = phrases.get(words) ?? words;
  const from = fromSpan(phrase, now) ?? fromDay(phrase, now, zone);
  if (from === null || from >= now || now - from > 3653 * 24 * hour) return null;
  return { from, to: now };
}

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
  for (const length of [3, 2, 1]) {
    if (words.length < length || words.length === length) continue;
    const window = readSince(words.slice(-length).join(' '), now, zone);
    if (window) return { about: words.slice(0, -length).join(' '), window };
  }
  return { about: text.trim(), window: null };
}

function fromSpan(text: string, now: Instant): Instant | null {
  const match = /^(\d{1,4})\s*(h|hours?|d|days?|w|weeks?|m|months?)$/.exec(text);
  if (!match) return null;
  const unit = units[match[2]?.[0] ?? ''] ?? 0;
  return now - Number(match[1]) * unit;
}

function fromDay(text: string, now: Instant, zone: string): Instant | null {
  const today = localDate(zone, now);
  if (text === 'today') return instantOf(zone, today, '00:00');
  if (text === 'yesterday') return instantOf(zone, shift(today, -1), '00:00');
  const weekday = weekdays.indexOf(text);
  if (weekday >= 0) {
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
