import { closest, distance } from 'fastest-levenshtein';
import { everyDay, type Schedule, type Weekday, workDays } from '../domain/schedule.ts';
import { type Found, nothingFound } from './found-words.ts';
import { readDays, readExcept } from './read-days.ts';
import { endHalfDay, leaveStepUnread, readHalfDay, readInterval, readTime } from './read-hours.ts';
import {
  AS_ONE_WORD,
  AT_WORDS,
  DAY_WORDS,
  EVERY_WORDS,
  folded,
  JOINING_WORDS,
  OTHER_RHYTHMS,
} from './schedule-words.ts';
import { LONGEST_ZONE_WORDS, nearestZones, readZone, zonesMeantBy } from './zones.ts';

/** What the words said; `named` tells which parts they spoke of and which came from the defaults. */
export type ReadSchedule =
  | {
      readonly ok: true;
      readonly schedule: Schedule;
      readonly named: { readonly times: boolean; readonly days: boolean; readonly zone: boolean };
      /** False where every word of it could be a topic's as well: "friday", "madrid", "11". */
      readonly isSure: boolean;
    }
  | Unreadable;

export type Unreadable = {
  readonly ok: false;
  /** The words as they were understood, in part; null where none were. */
  readonly understood: string | null;
  readonly fault: ScheduleFault;
  /** Words that would have been understood, made of what was: "at 08:00 weekdays Europe/Kyiv". */
  readonly example: string;
};

export type ScheduleFault =
  | { readonly kind: 'too long' | 'no day left' | 'nothing named' }
  | { readonly kind: 'too many times'; readonly times: number; readonly most: number }
  | { readonly kind: 'unread'; readonly words: string; readonly hint: ScheduleHint | null };

/** What helps with words that were not understood. */
export type ScheduleHint =
  | { readonly kind: 'cron' | 'step' | 'rhythm' | 'time of day' | 'zone' }
  | { readonly kind: 'near day'; readonly day: string }
  | { readonly kind: 'several zones' | 'near zones'; readonly zones: readonly string[] };

/** A digest every quarter of an hour is a firehose, not a digest. */
const MOST_TIMES = 24;
const LONGEST_TEXT = 500;

/**
 * Reads "8am", "08:00 and 17:30", "weekdays", "every Monday", "mon-fri at noon Kyiv", "werktags um 8 Uhr", in any
 * order. What the words leave open is taken from `defaults`.
 * @param bareHours whether a mere "8" is an hour: left out, yes; where the text may be about something else, no
 * @example parseSchedule('weekdays 8am berlin', defaults)
 */
export function parseSchedule(text: string, defaults: Schedule, { bareHours = true } = {}): ReadSchedule {
  if (text.length > LONGEST_TEXT) {
    return {
      ok: false,
      understood: null,
      fault: { kind: 'too long' },
      example: scheduleWords(defaults),
    };
  }
  const typed = AS_ONE_WORD.reduce((read, [several, one]) => read.replace(several, one), text.toLowerCase())
    .replace(/([ap])\.\s?m\b\.?/g, '$1m')
    .split(/[\s,;()]+/)
    .map((word) => word.replace(/^["'“”]+|["'“”.!?]+$/g, ''))
    .filter(Boolean);
  const words = typed.map(folded);
  const found = nothingFound();
  // A line of cron is said to be one, its numbers are no hours.
  const isCron = typed.some((word) => word.includes('*'));
  for (let at = 0; at < words.length; )
    at += readAt({ typed, words, bareHours: bareHours && !isCron }, at, found);
  endHalfDay(found);

  const schedule: Schedule = {
    times: found.times.size > 0 ? [...found.times].sort() : defaults.times,
    days: found.days?.length ? [...found.days].sort() : defaults.days,
    zone: found.zone ?? defaults.zone,
  };
  const named = { times: found.times.size > 0, days: found.days !== null, zone: found.zone !== null };
  if (!isFaulty(found, named)) return { ok: true, schedule, named, isSure: found.isSure };
  return {
    ok: false,
    understood: Object.values(named).some(Boolean) ? sayParts(schedule, named) : null,
    // Looking for what may have been meant is dear, and many who ask only want to know whether it reads.
    get fault() {
      return faultOf(found, named);
    },
    get example() {
      return scheduleWords({ ...schedule, zone: zoneMeant(this.fault, schedule) });
    },
  };
}

/** Reads what begins at this word into `found`; returns how many words it took. */
function readAt({ typed, words, bareHours }: Words, at: number, found: Found): number {
  const word = words[at] ?? '';
  return (
    readExcept(words, at, found) ||
    readInterval(words, at, found) ||
    leaveStepUnread(words, at, found) ||
    readTime(words, at, found, bareHours) ||
    readDays(words, at, found) ||
    readHalfDay(words, at, found, bareHours) ||
    readJoining(word, found) ||
    readZoneWords(words, at, found) ||
    leaveUnread(typed[at] ?? word, found)
  );
}

/** `words` are those of `typed`, folded. */
type Words = {
  readonly typed: readonly string[];
  readonly words: readonly string[];
  readonly bareHours: boolean;
};

function readJoining(word: string, found: Found): number {
  found.isSure ||= AT_WORDS.has(word) || EVERY_WORDS.has(word);
  return JOINING_WORDS.has(word) ? 1 : 0;
}

function leaveUnread(word: string, found: Found): number {
  found.unread.push(word);
  return 1;
}

/** The longest run of words that names a zone; the last one named counts. */
function readZoneWords(words: readonly string[], at: number, found: Found): number {
  for (let length = Math.min(LONGEST_ZONE_WORDS, words.length - at); length > 0; length--) {
    const zone = readZone(words.slice(at, at + length).join(' '));
    if (zone === null) continue;
    found.zone = zone;
    found.isSure ||= /[/+-]|^(utc|gmt)$/.test(words[at] ?? '');
    return length;
  }
  return 0;
}

type Named = { readonly times: boolean; readonly days: boolean; readonly zone: boolean };

function isFaulty(found: Found, named: Named): boolean {
  return (
    unreadOf(found, named).length > 0 ||
    found.days?.length === 0 ||
    found.times.size > MOST_TIMES ||
    !Object.values(named).some(Boolean)
  );
}

/** What is wrong with what is faulty. */
function faultOf(found: Found, named: Named): ScheduleFault {
  const unread = unreadOf(found, named);
  if (unread.length > 0)
    return { kind: 'unread', words: unread.join(' ').slice(0, 80), hint: hintFor(unread) };
  if (found.days?.length === 0) return { kind: 'no day left' };
  if (found.times.size > MOST_TIMES)
    return { kind: 'too many times', times: found.times.size, most: MOST_TIMES };
  return { kind: 'nothing named' };
}

/** "weekly on friday" says nothing that "on friday" doesn't. */
function unreadOf({ unread }: Found, { days }: Named): readonly string[] {
  return unread.filter((word) => !(word === 'weekly' && days));
}

function hintFor(unread: readonly string[]): ScheduleHint | null {
  const [word = ''] = unread;
  if (unread.some((one) => one.includes('*'))) return { kind: 'cron' };
  if (/^\d+ ?h(ours?)?$/.test(unread.join(' '))) return { kind: 'step' };
  if (unread.some((one) => /^\d+ /.test(one) || OTHER_RHYTHMS.has(folded(one)))) return { kind: 'rhythm' };
  if (/^\d/.test(word)) return { kind: 'time of day' };
  const meant = zonesMeantBy(word);
  if (meant.length > 0) return { kind: 'several zones', zones: meant };
  if (word.length < 4) return null;
  const near = closest(word, [...DAY_WORDS.keys()]);
  if (distance(word, near) <= 2) return { kind: 'near day', day: near };
  const zones = nearestZones(unread.join(' '));
  if (zones.length > 0) return { kind: 'near zones', zones };
  return word.includes('/') ? { kind: 'zone' } : null;
}

/** The likeliest of those that may have been meant, for the example. */
function zoneMeant(fault: ScheduleFault, { zone }: Schedule): string {
  const hint = fault.kind === 'unread' ? fault.hint : null;
  return (hint && 'zones' in hint ? hint.zones[0] : undefined) ?? zone;
}

/** What `parseSchedule` reads as this schedule: "at 08:00 and 17:30 weekdays Europe/Kyiv". */
export function scheduleWords(schedule: Schedule): string {
  return sayParts(schedule, { times: true, days: true, zone: true });
}

function sayParts({ times, days, zone }: Schedule, named: Named): string {
  const parts = [named.times && `at ${times.join(' and ')}`, named.days && sayDays(days), named.zone && zone];
  return parts.filter(Boolean).join(' ');
}

function sayDays(days: readonly Weekday[]): string {
  if (days.length === everyDay.length) return 'every day';
  if (days.join() === workDays.join()) return 'weekdays';
  const names = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
  return days.map((day) => names[day]).join(' and ');
}
