/** Says times to people: "every day at 08:00 (Europe/Kyiv)", "Tuesday 24 November, 08:00". */
import { textOf } from '../../../adapters/message/phrases/say.ts';
import { saying } from '../../../adapters/message/phrases/saying.ts';
import { everyDay, type Schedule, type Weekday, workDays } from '../../domain/schedule.ts';
import type { Instant } from '../../domain/time.ts';

export function sayMoment(at: Instant, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(at);
}

export function saySchedule({ times, days, zone }: Schedule, locale: string): string {
  const all = new Intl.ListFormat(locale, { type: 'conjunction' });
  const at = { times: all.format(times), zone };
  if (days.length === everyDay.length) return textOf(saying('daily', at), locale);
  if (days.length === workDays.length && workDays.every((day) => days.includes(day)))
    return textOf(saying('onWeekdays', at), locale);
  return textOf(saying('onDays', { days: all.format(dayNames(days, locale)), ...at }), locale);
}

function dayNames(days: readonly Weekday[], locale: string): readonly string[] {
  // 2024-01-01 was a Monday, so day n of that month is ISO weekday n.
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return days.map((day) => name.format(Date.UTC(2024, 0, day)));
}
