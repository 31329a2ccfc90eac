/** Says times to people: "every day at 08:00 (Europe/Kyiv)", "Tuesday 24 November, 08:00". */
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

export function saySchedule(schedule: Schedule, locale: string): string {
  const times = new Intl.ListFormat(locale, { type: 'conjunction' }).format(schedule.times);
  return `${sayDays(schedule.days, locale)} at ${times} (${schedule.zone})`;
}

function sayDays(days: readonly Weekday[], locale: string): string {
  if (days.length === everyDay.length) return 'every day';
  if (days.length === workDays.length && workDays.every((day) => days.includes(day))) return 'on weekdays';
  // 2024-01-01 was a Monday, so day n of that month is ISO weekday n.
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const names = days.map((day) => name.format(Date.UTC(2024, 0, day)));
  return `every ${new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)}`;
}
