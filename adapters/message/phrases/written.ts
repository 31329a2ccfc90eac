/** Numbers, lists, days and hours as a language writes them. */
import { remembering } from '../../../src/domain/remembering.ts';
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
  return formatsIn(labelLocale(locale))[type].format(words);
}

/** @param times "17:30" */
export function writtenTimes(times: readonly string[], locale: string): string {
  const { clock } = formatsIn(labelLocale(locale));
  const written = times.map((time) => spaced(clock.format(Date.parse(`1970-01-01T${time}Z`))));
  return writtenList(written, 'conjunction', locale);
}

export function writtenDays(days: readonly Weekday[], locale: string): string {
  const { weekday } = formatsIn(labelLocale(locale));
  // 2024-01-01 was a Monday, so day n of that month is ISO weekday n.
  const names = days.map((day) => weekday.format(Date.UTC(2024, 0, day)));
  return writtenList(names, 'conjunction', locale);
}

export function writtenMoment({ at, zone }: Moment, locale: string): string {
  return spaced(formatsIn(labelLocale(locale)).momentIn(zone).format(at));
}

/** Intl's formats are dear to make. */
const formatsIn = remembering(100, (locale: string) => {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
  // "8:00 AM" where the day has twice twelve hours, else "08:00", as it is typed.
  const hour = { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' } as const;
  return {
    conjunction: new Intl.ListFormat(locale, { type: 'conjunction' }),
    disjunction: new Intl.ListFormat(locale, { type: 'disjunction' }),
    weekday: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
    clock: new Intl.DateTimeFormat(locale, { ...hour, timeZone: 'UTC' }),
    momentIn: remembering(
      100,
      (timeZone: string) =>
        new Intl.DateTimeFormat(locale, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          ...hour,
          timeZone,
        }),
    ),
  };
});
