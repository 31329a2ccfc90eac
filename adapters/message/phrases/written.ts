/** Numbers, lists, days and hours as a language writes them. */
import type { Weekday } from '../../../src/domain/schedule.ts';
import { spaced } from '../dates.ts';
import { countingIn, labelLocale } from '../labels/labels.ts';
import type { Moment } from './saying.ts';

export function writtenNumber(value: number, locale: string): string {
  return countingIn(labelLocale(locale))(value).written;
}

/** "A, B and C", or "A, B or C". */
export function writtenList(
  words: readonly string[],
  type: 'conjunction' | 'disjunction',
  locale: string,
): string {
  return new Intl.ListFormat(labelLocale(locale), { type }).format(words);
}

export function writtenTimes(times: readonly string[], locale: string): string {
  const clock = new Intl.DateTimeFormat(labelLocale(locale), { ...hourOf(locale), timeZone: 'UTC' });
  const written = times.map((time) => spaced(clock.format(Date.parse(`1970-01-01T${time}Z`))));
  return writtenList(written, 'conjunction', locale);
}

export function writtenDays(days: readonly Weekday[], locale: string): string {
  const name = new Intl.DateTimeFormat(labelLocale(locale), { weekday: 'long', timeZone: 'UTC' });
  // 2024-01-01 was a Monday, so day n of that month is ISO weekday n.
  const names = days.map((day) => name.format(Date.UTC(2024, 0, day)));
  return writtenList(names, 'conjunction', locale);
}

export function writtenMoment({ at, zone }: Moment, locale: string): string {
  const moment = new Intl.DateTimeFormat(labelLocale(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...hourOf(locale),
    timeZone: zone,
  });
  return spaced(moment.format(at));
}

/** "8:00 AM" where the day has twice twelve hours, else "08:00", as it is typed. */
function hourOf(locale: string): Pick<Intl.DateTimeFormatOptions, 'hour' | 'minute'> {
  const { hour12 } = new Intl.DateTimeFormat(labelLocale(locale), { hour: 'numeric' }).resolvedOptions();
  return { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' };
}
