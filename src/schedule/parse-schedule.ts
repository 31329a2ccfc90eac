import { closest, distance } from 'fastest-levenshtein';
import { everyDay, type Schedule, type Weekday, workDays } from '../domain/schedule.ts';
import { DAY_WORDS, EXCEPT_WORDS, JOINING_WORDS, NAMED_TIMES, RANGE_WORDS } from './schedule-words.ts';
import { LONGEST_ZONE_WORDS, nearestZones, readZone, zonesMeantBy } from './zones.ts';

/** What the words said; `named` tells which parts they spoke of and which came from the defaults. */
export type ReadSchedule =
  | {
      readonly ok: true;
      readonly schedule: Schedule;
      readonly named: { readonly times: boolean; readonly days: boolean; readonly zone: boolean };
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
  | { readonly kind: 'cron' | 'step' | 'time of day' | 'zone' }
  | { readonly kind: 'near day'; readonly day: string }
  | { readonly kind: 'several zones' | 'near zones'; readonly zones: readonly string[] };

/** A digest every quarter of an hour is a firehose, not a digest. */
const MOST_TIMES = 24;
const LONGEST_TEXT = 500;

/**
 * Reads "8am", "08:00 and 17:30", "weekdays", "every Monday", "mon-fri at noon Kyiv", in any order.
 * What the words leave open is taken from `defaults`.
 * @example parseSchedule('weekdays 8am berlin', defaults)
 */
export function parseSchedule(text: string, defaults: Schedule): ReadSchedule {
  if (text.length > LONGEST_TEXT) {
    return {
      ok: false,
      understood: null,
      fault: { kind: 'too long' },
      example: scheduleWords(defaults),
    };
  }
  const words = text
    .toLowerCase()
    .replace(/([ap])\.\s?m\b\.?/g, '$1m')
    .split(/[\s,;()]+/)
    .map((word) => word.replace(/^["'“”]+|["'“”.!?]+$/g, ''))
    .filter(Boolean);
  const found: Found = { times: new Set(), days: null, zone: null, unread: [] };
  for (let at = 0; at < words.length; ) at += readAt(words, at, found);

  const schedule: Schedule = {
    times: found.times.size > 0 ? [...found.times].sort() : defaults.times,
    days: found.days?.length ? [...found.days].sort() : defaults.days,
    zone: found.zone ?? defaults.zone,
  };
  const named = { times: found.times.size > 0, days: found.days !== null, zone: found.zone !== null };
  const fault = faultOf(found, named);
  if (fault === null) return { ok: true, schedule, named };
  const understood = Object.values(named).some(Boolean) ? sayParts(schedule, named) : null;
  return { ok: false, understood, fault, example: scheduleWords(schedule) };
}

type Found = {
  readonly times: Set<string>;
  days: readonly Weekday[] | null;
  zone: string | null;
  readonly unread: string[];
};

/** Reads what begins at this word into `found`; returns how many words it took. */
function readAt(words: readonly string[], at: number, found: Found): number {
  const word = words[at] ?? '';
  return (
    readExcept(words, at, found) ||
    readInterval(words, at, found) ||
    readTime(words, at, found) ||
    readDays(words, at, found) ||
    (JOINING_WORDS.has(word) ? 1 : 0) ||
    readZoneWords(words, at, found) ||
    leaveUnread(word, found)
  );
}

function leaveUnread(word: string, found: Found): number {
  found.unread.push(word);
  return 1;
}

/** "8am", "8 am", "08:00", "8.30 pm", "17h30", "0800", "noon"; a bare hour only where a time is expected. */
function readTime(words: readonly string[], at: number, found: Found): number {
  const word = words[at] ?? '';
  const namedTime = NAMED_TIMES.get(word);
  if (namedTime) {
    found.times.add(namedTime);
    return 1;
  }
  const match = /^(\d{1,2})(?:[:.h](\d{2})|(h)|(?<=\d{2})(\d{2}))?(am|pm)?$/.exec(word);
  if (!match) return 0;
  const [, hours, minutes, hourMark, militaryMinutes, suffix] = match;
  const half = suffix ?? /^(am|pm)$/.exec(words[at + 1] ?? '')?.[0];
  const bare = !(minutes ?? hourMark ?? militaryMinutes ?? half);
  const marked = /^o['’]?clock$/.test(words[at + 1] ?? '');
  if (bare && !marked && !expectsTime(words, at, found)) return 0;
  const time = timeOfDay(Number(hours), Number(minutes ?? militaryMinutes ?? 0), half);
  if (time) found.times.add(time);
  else found.unread.push(half && !suffix ? `${word} ${half}` : word);
  return (half && !suffix) || marked ? 2 : 1;
}

/** "at 8", "at 8 and 17": after "at", or after another time and its "and". */
function expectsTime(words: readonly string[], at: number, found: Found): boolean {
  const before = words[at - 1] ?? '';
  return (
    before === 'at' ||
    before === 'um' ||
    (found.times.size > 0 && (before === 'and' || /\d|^[ap]m$/.test(before)))
  );
}

function timeOfDay(hours: number, minutes: number, half: string | undefined): string | null {
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return null;
  const hour = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** "hourly", "every 6 hours": the hours of the day that are such a step apart, from midnight. */
function readInterval(words: readonly string[], at: number, found: Found): number {
  const joined = words.slice(at, at + 3).join(' ');
  const match = /^(?:hourly|every (?:(\d{1,2}) ?)?(?:hours?|h))(?= |$)/.exec(joined);
  if (!match) return 0;
  const step = Number(match[1] ?? 1);
  if (step < 1 || 24 % step !== 0) return 0;
  for (let hour = 0; hour < 24; hour += step) found.times.add(`${String(hour).padStart(2, '0')}:00`);
  return match[0].split(' ').length;
}

/** "monday", "mon-fri", "monday to friday", "weekdays". */
function readDays(words: readonly string[], at: number, found: Found): number {
  const span = daysAt(words, at);
  if (span === null) return 0;
  found.days = union(found.days ?? [], span.days);
  return span.length;
}

/** "except sundays", "but not on monday and tuesday": what is left out of the days so far, or of all. */
function readExcept(words: readonly string[], at: number, found: Found): number {
  if (!EXCEPT_WORDS.has(words[at] ?? '')) return 0;
  let end = at + 1;
  let left: readonly Weekday[] = found.days ?? everyDay;
  let any = false;
  while (end < words.length) {
    const span = daysAt(words, end);
    if (span) {
      left = left.filter((day) => !span.days.includes(day));
      any = true;
    } else if (!JOINING_WORDS.has(words[end] ?? '') && !EXCEPT_WORDS.has(words[end] ?? '')) break;
    end += span?.length ?? 1;
  }
  if (!any) return 0;
  found.days = left;
  return end - at;
}

function daysAt(
  words: readonly string[],
  at: number,
): { readonly days: readonly Weekday[]; readonly length: number } | null {
  const word = words[at] ?? '';
  const [from, to] = word.split(/[-–]/).map((name) => DAY_WORDS.get(name));
  if (from && to) return { days: stretch(from, to), length: 1 };
  const days = DAY_WORDS.get(word);
  if (!days) return null;
  const end = RANGE_WORDS.has(words[at + 1] ?? '') ? DAY_WORDS.get(words[at + 2] ?? '') : undefined;
  return end ? { days: stretch(days, end), length: 3 } : { days, length: 1 };
}

/** "fri-mon" goes over the weekend. */
function stretch([from = 1]: readonly Weekday[], to: readonly Weekday[]): readonly Weekday[] {
  const last = to.at(-1) ?? 7;
  return everyDay.filter((day) => (from <= last ? day >= from && day <= last : day >= from || day <= last));
}

function union(a: readonly Weekday[], b: readonly Weekday[]): readonly Weekday[] {
  return everyDay.filter((day) => a.includes(day) || b.includes(day));
}

/** The longest run of words that names a zone; the last one named counts. */
function readZoneWords(words: readonly string[], at: number, found: Found): number {
  for (let length = Math.min(LONGEST_ZONE_WORDS, words.length - at); length > 0; length--) {
    const zone = readZone(words.slice(at, at + length).join(' '));
    if (zone === null) continue;
    found.zone = zone;
    return length;
  }
  return 0;
}

type Named = { readonly times: boolean; readonly days: boolean; readonly zone: boolean };

/** What is wrong; null when nothing is. */
function faultOf(found: Found, named: Named): ScheduleFault | null {
  // "weekly on friday" says nothing that "on friday" doesn't.
  const unread = found.unread.filter((word) => !(word === 'weekly' && named.days));
  if (unread.length > 0)
    return { kind: 'unread', words: unread.join(' ').slice(0, 80), hint: hintFor(unread) };
  if (found.days?.length === 0) return { kind: 'no day left' };
  if (found.times.size > MOST_TIMES)
    return { kind: 'too many times', times: found.times.size, most: MOST_TIMES };
  if (!named.times && !named.days && !named.zone) return { kind: 'nothing named' };
  return null;
}

function hintFor(unread: readonly string[]): ScheduleHint | null {
  const [word = ''] = unread;
  if (unread.includes('*')) return { kind: 'cron' };
  if (/^\d+ ?h(ours?)?$/.test(unread.join(' '))) return { kind: 'step' };
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
