/**
 * When a schedule's local hours are, as instants. One rule covers every shift of a zone's clock:
 * a local time is due **the first moment the clock shows it or later**. So a time that does not exist is due
 * right after the gap, one that exists twice is due the first time, and due times never run backwards.
 */
import type { Schedule, Weekday } from '../domain/schedule.ts';
import type { Instant } from '../domain/time.ts';
import { offsetAt } from './zone-offset.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A moment a digest is due, and the local date and time it was meant for, "2026-03-29T08:00". */
export type DueTime = { readonly at: Instant; readonly period: string };

/** The date the zone's calendar shows: "2026-03-29". */
export function localDate(zone: string, at: Instant): string {
  return dateOf(at + offsetAt(zone, at));
}

/**
 * The first moment the zone's clock shows this date and time or later.
 * @param date "2026-03-29"
 * @param time "08:00"
 */
export function instantOf(zone: string, date: string, time: string): Instant {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // No zone is further than a day from UTC, so these two are the offsets before and after any shift near by.
  const before = offsetAt(zone, wall - day);
  const after = offsetAt(zone, wall + day);
  const candidates = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  return candidates.length > 0 ? Math.min(...candidates) : endOfGap(zone, wall - after, wall - before);
}

/** The minute in (from, to] where the zone's clock jumps ahead. */
function endOfGap(zone: string, from: Instant, to: Instant): Instant {
  const after = offsetAt(zone, to);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / minute / 2) * minute;
    if (offsetAt(zone, middle) === after) high = middle;
    else low = middle;
  }
  return high;
}

/** The first due time after this instant. Times of one day that fall into the same gap are one. */
export function nextDue(schedule: Schedule, after: Instant): DueTime {
  // By the rule above, everything due for a date has come once the clock has shown the next date.
  const today = Date.parse(localDate(schedule.zone, after));
  for (let date = today; date <= today + 8 * day; date += day) {
    const found = dueTimesOf(schedule, dateOf(date)).find(({ at }) => at > after);
    if (found) return found;
  }
  throw new RangeError(`A schedule needs a time and a day: ${JSON.stringify(schedule)}`);
}

/** The last due time at or before this instant: the one that is not yet history after a night of downtime. */
export function latestDue(schedule: Schedule, until: Instant): DueTime {
  // A clock set back over midnight has already shown tomorrow.
  const today = Date.parse(localDate(schedule.zone, until));
  for (let date = today + day; date >= today - 8 * day; date -= day) {
    const found = dueTimesOf(schedule, dateOf(date)).findLast(({ at }) => at <= until);
    if (found) return found;
  }
  throw new RangeError(`A schedule needs a time and a day: ${JSON.stringify(schedule)}`);
}

/** What is due for a local date, in order; nothing on a weekday that was not chosen. */
function dueTimesOf({ times, days, zone }: Schedule, date: string): readonly DueTime[] {
  if (!days.includes(weekdayOf(date))) return [];
  const all = times.map((time) => ({ at: instantOf(zone, date, time), period: `${date}T${time}` }));
  return all.filter(({ at }, index) => index === 0 || at !== all[index - 1]?.at);
}

function weekdayOf(date: string): Weekday {
  return (new Date(date).getUTCDay() || 7) as Weekday;
}

function dateOf(wall: Instant): string {
  return new Date(wall).toISOString().slice(0, 10);
}
