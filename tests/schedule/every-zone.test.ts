import { Cron } from 'croner';
import { describe, expect, it } from 'vitest';
import { everyDay } from '../../src/domain/schedule.ts';
import { instantOf, nextDue } from '../../src/schedule/due-time.ts';
import { offsetAt } from '../../src/schedule/zone-offset.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const first = Date.UTC(2020, 0, 1);
const last = Date.UTC(2036, 0, 1);
const zones = Intl.supportedValuesOf('timeZone');

/** All instants at which a zone's clock was or will be shifted, found by looking every four days and bisecting. */
function transitions(zone: string): readonly number[] {
  const found: number[] = [];
  let before = offsetAt(zone, first);
  for (let at = first + 4 * day; at < last; at += 4 * day) {
    const offset = offsetAt(zone, at);
    if (offset === before) continue;
    let [low, high] = [at - 4 * day, at];
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / minute / 2) * minute;
      if (offsetAt(zone, middle) === before) low = middle;
      else high = middle;
    }
    found.push(high);
    before = offset;
  }
  return found;
}

const shifts = zones.flatMap((zone) => transitions(zone).map((at) => ({ zone, at })));
const times = ['00:00', '00:30', '01:30', '02:00', '02:15', '02:30', '03:00', '08:00', '23:30'];
const dateOf = (wall: number) => new Date(wall).toISOString().slice(0, 10);

describe('every zone and every shift from 2020 to 2035', () => {
  it('has shifts enough to be worth the look', () => {
    expect(zones.length).toBeGreaterThan(400);
    expect(shifts.length).toBeGreaterThan(3000);
  });

  it('gives each local day exactly one run for each chosen time, in order', () => {
    const faults: string[] = [];
    for (const { zone, at } of shifts) {
      const around = Date.parse(dateOf(at + offsetAt(zone, at)));
      const dates = [-2, -1, 0, 1, 2].map((days) => dateOf(around + days * day));
      for (const time of times) {
        const schedule = { zone, times: [time], days: everyDay };
        const start = instantOf(zone, dateOf(around - 3 * day), time);
        let from = start;
        for (const date of dates) {
          const due = nextDue(schedule, from);
          if (due.period !== `${date}T${time}` || due.at <= from || due.at - from > 49 * 60 * minute) {
            faults.push(`${zone} ${date} ${time}: ${due.period} at ${new Date(due.at).toISOString()}`);
          }
          from = due.at;
        }
      }
    }
    expect(faults).toEqual([]);
  }, 60_000);

  it('agrees with croner, whose rules are the same', () => {
    const differing: string[] = [];
    // Every ninth shift keeps this fast; nine is odd, so shifts in both directions are met.
    for (const { zone, at } of shifts.filter((_, index) => index % 9 === 0)) {
      const after = at - 30 * 60 * minute;
      for (const time of ['00:00', '01:30', '02:30', '08:00']) {
        const [hours, minutes] = time.split(':');
        const cron = new Cron(`${Number(minutes)} ${Number(hours)} * * *`, { timezone: zone, paused: true });
        const theirs = cron.nextRuns(3, new Date(after)).map(Number);
        const schedule = { zone, times: [time], days: everyDay };
        let from = after;
        for (const their of theirs) {
          const { at: ours } = nextDue(schedule, from);
          if (ours !== their)
            differing.push(
              `${zone} ${time} ${dateOf(at)}: ${new Date(ours).toISOString()} ${new Date(their).toISOString()}`,
            );
          from = ours;
        }
      }
    }
    expect(differing).toEqual([]);
  }, 60_000);
});
