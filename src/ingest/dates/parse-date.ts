import type { Instant } from '../../domain/time.ts';
import { monthNamed } from './month-names.ts';
import { CITY_ZONES, ZONE_MINUTES } from './zones.ts';

const MINUTE = 60_000;
const MAX_LENGTH = 120;

type Day = { readonly year: number; readonly month: number; readonly day: number };
type Time = { readonly hour: number; readonly minute: number; readonly second: number };
const MIDNIGHT: Time = { hour: 0, minute: 0, second: 0 };

/**
 * Reads a date as feeds and pages write it: W3C-DTF and ISO 8601 in all their parts, "20250303081400", RFC 822 and 2822, asctime,
 * "March 3, 2025 at 8:14 p.m. ET", "3. März 2025", "3/14/2025", "2025年3月3日", seconds or milliseconds since 1970.
 * A time without a zone is taken as UTC, a day without a time as its midnight, a year or month as its first day.
 *
 * @returns null when it is no date, or not one of the calendar ("31 April")
 */
export function parseDate(written: string): Instant | null {
  // ISO 8601 itself would have the true minus sign before an offset.
  const text = written.trim().slice(0, MAX_LENGTH).replaceAll('\u2212', '-');
  if (text === '') return null;
  return (
    fromEpoch(text) ??
    fromIso(text.replace(RUN_TOGETHER, '$1T$2')) ??
    fromEastAsian(text) ??
    fromNumbers(text) ??
    fromWords(text)
  );
}

function fromEpoch(text: string): Instant | null {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  return /^1\d{12}$/.test(text) ? Number(text) : null;
}

const RUN_TOGETHER = /^(\d{8})(\d{6})(?!\d)/;
const ISO =
  /^(\d{4})(?:-(\d{1,2})(?!\d)(?:-(\d{1,2}))?|(\d{2})(\d{2})|-?(\d{3}))?(?:(?:T|\s+)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(.*))?$/i;

function fromIso(text: string): Instant | null {
  const found = ISO.exec(text);
  if (!found) return null;
  const [, year, month, day, monthOfSix, dayOfSix, ordinal, hour, minute, second, zone = ''] = found;
  const time = { hour: Number(hour ?? 0), minute: Number(minute ?? 0), second: Number(second ?? 0) };
  if (ordinal !== undefined) return dayOfYear(Number(year), Number(ordinal), time, zone);
  const date = {
    year: Number(year),
    month: Number(month ?? monthOfSix ?? 1),
    day: Number(day ?? dayOfSix ?? 1),
  };
  return instantOf(date, time, zone);
}

function dayOfYear(year: number, ordinal: number, time: Time, zone: string): Instant | null {
  if (ordinal < 1 || ordinal > 366) return null;
  const date = new Date(Date.UTC(year, 0, ordinal));
  return instantOf({ year, month: date.getUTCMonth() + 1, day: date.getUTCDate() }, time, zone);
}

function fromEastAsian(text: string): Instant | null {
  const found = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length);
  const afternoon = /午後|下午|오후/.test(rest) ? ' pm' : /午前|上午|오전/.test(rest) ? ' am' : '';
  const clock = /(\d{1,2})\s*[:時时시]\s*(\d{1,2})(?:\s*[:分분]\s*(\d{1,2}))?/.exec(rest);
  const time = clock ? timeOf(clock[1], clock[2], clock[3], afternoon) : MIDNIGHT;
  return instantOf({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }, time, '');
}

/** "3/14/2025", "14.3.2025", "2025/3/14": with slashes the month stands first unless it can't be one. */
function fromNumbers(text: string): Instant | null {
  const found = /^(?:\p{L}+\.?,?\s+)?(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})(?!\d)/u.exec(text);
  if (!found) return null;
  const [matched, first = '', separator, second = '', third = ''] = found;
  const { time, zone } = timeIn(text.slice(matched.length));
  if (first.length === 4)
    return instantOf({ year: Number(first), month: Number(second), day: Number(third) }, time, zone);
  const monthFirst = separator === '/' && Number(first) <= 12;
  const [month, day] = monthFirst ? [Number(first), Number(second)] : [Number(second), Number(first)];
  return instantOf({ year: fullYear(third), month, day }, time, zone);
}

/** A month's name, a day and a year in any order, with a time anywhere. */
function fromWords(text: string): Instant | null {
  const { time, zone, rest } = timeIn(text);
  let month: number | null = null;
  const numbers: string[] = [];
  for (const word of rest.match(/\p{L}[\p{L}\p{M}]+|\d+/gu) ?? []) {
    if (/^\d/.test(word)) numbers.push(word);
    else month ??= monthNamed(word);
  }
  if (month === null || numbers.length < 2) return null;
  const yearAt = numbers.findIndex((number) => number.length === 4);
  const year = yearAt >= 0 ? numbers[yearAt] : numbers[1];
  const day = numbers.find((number, index) => index !== (yearAt >= 0 ? yearAt : 1) && number.length <= 2);
  if (year === undefined || day === undefined) return null;
  return instantOf({ year: fullYear(year), month, day: Number(day) }, time, zone);
}

const CLOCK =
  /(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?\s?m\b\.?)?|\b(\d{1,2})\s*([ap]\.?m\b\.?)/i;
const ZONE = /^[\s,(]*(?:(?:GMT|UTC?)?\s*([+-])(\d{1,2}):?(\d{2})?|([A-Za-z]{1,5})(?![A-Za-z]))/;

function timeIn(text: string): { time: Time; zone: string; rest: string } {
  const found = CLOCK.exec(text);
  if (!found) return { time: MIDNIGHT, zone: '', rest: text };
  const after = text.slice(found.index + found[0].length);
  const zone = ZONE.exec(after)?.[0] ?? '';
  const isZone = zone !== '' && offsetNamed(zone) !== null;
  return {
    time: timeOf(found[1] ?? found[5], found[2], found[3], found[4] ?? found[6] ?? ''),
    zone: isZone ? zone : '',
    rest: `${text.slice(0, found.index)} ${isZone ? after.slice(zone.length) : after}`,
  };
}

function timeOf(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  half: string,
): Time {
  const h = Number(hour ?? 0);
  const isAfternoon = /p/i.test(half);
  const hour24 = half === '' ? h : (h % 12) + (isAfternoon ? 12 : 0);
  return { hour: hour24, minute: Number(minute ?? 0), second: Number(second ?? 0) };
}

/** RFC 2822, 4.3: years of two digits below 50 are of this century. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function instantOf({ year, month, day }: Day, { hour, minute, second }: Time, zone: string): Instant | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (hour > 24 || minute > 59 || second > 60) return null;
  // A leap second is the last second before it.
  const local = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  const city = CITY_ZONES[zone.replace(/[^a-z]/gi, '').toLowerCase()];
  const minutes = city === undefined ? (offsetNamed(zone) ?? 0) : cityOffset(city, local);
  return local - minutes * MINUTE;
}

/** Minutes east of Greenwich; null when the zone is not known. */
function offsetNamed(zone: string): number | null {
  const found = ZONE.exec(zone);
  if (!found) return null;
  const [, sign, hours, minutes, name] = found;
  if (name !== undefined) {
    const key = name.toLowerCase();
    return ZONE_MINUTES[key] ?? (key in CITY_ZONES ? 0 : null);
  }
  const offset = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -offset : offset;
}

function cityOffset(zone: string, local: Instant): number {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(local).find((part) => part.type === 'timeZoneName')?.value ?? '';
  return offsetNamed(name) ?? 0;
}
