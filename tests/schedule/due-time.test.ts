import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyDay, type Schedule } from '../../src/domain/schedule.ts';
import { instantOf, latestDue, localDate, nextDue } from '../../src/schedule/due-time.ts';

const daily = (zone: string, ...times: string[]): Schedule => ({ zone, times, days: everyDay });
const utc = (text: string) => Date.parse(text);

/** The measured table of clock shifts: where other calculators skip a day, run twice, or run at another minute. */
const shifts: readonly (readonly [what: string, zone: string, date: string, time: string, due: string])[] = [
  ['a time that does not exist', 'Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:00:00Z'],
  ['a time that does not exist', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:00:00Z'],
  ['a midnight that does not exist', 'Africa/Cairo', '2026-04-24', '00:00', '2026-04-23T22:00:00Z'],
  ['a midnight that does not exist', 'America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00:00Z'],
  ['a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00Z'],
  ['a gap across midnight', 'America/Nuuk', '2026-03-28', '23:30', '2026-03-29T01:00:00Z'],
  ['a time that comes twice', 'Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
  ['a time that comes twice', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z'],
  ['a half hour that comes twice', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z'],
  ['eight on the day of a shift', 'Europe/Kyiv', '2026-03-29', '08:00', '2026-03-29T05:00:00Z'],
  ['eight on the day of a shift', 'Europe/Kyiv', '2026-10-25', '08:00', '2026-10-25T06:00:00Z'],
  ['eight on an ordinary day', 'Asia/Kathmandu', '2026-07-01', '08:00', '2026-07-01T02:15:00Z'],
  ['a date that a zone left out', 'Pacific/Apia', '2011-12-30', '08:00', '2011-12-30T10:00:00Z'],
];

describe('a due time', () => {
  it.each(shifts)('is right for %s: %s %s %s', (_, zone, date, time, due) => {
    expect(new Date(instantOf(zone, date, time)).toISOString()).toBe(new Date(due).toISOString());
    const found = nextDue(daily(zone, time), utc(due) - 60_000);
    expect(found).toEqual({ at: utc(due), period: `${date}T${time}` });
  });

  it('comes on the day before and the day after a shift too', () => {
    const schedule = daily('Europe/Berlin', '02:30');
    const days = [...dueTimes(schedule, utc('2026-03-27T12:00:00Z'), 3)].map(({ period }) => period);
    expect(days).toEqual(['2026-03-28T02:30', '2026-03-29T02:30', '2026-03-30T02:30']);
  });

  it('is one where two chosen times fall into the same gap', () => {
    const schedule = daily('Europe/Berlin', '02:10', '02:50', '08:00');
    const periods = [...dueTimes(schedule, utc('2026-03-29T00:00:00Z'), 2)].map(({ period }) => period);
    expect(periods).toEqual(['2026-03-29T02:10', '2026-03-29T08:00']);
  });

  it('is not repeated when the clock shows the same hour again', () => {
    const schedule = daily('Europe/Berlin', '02:30');
    const between = utc('2026-10-25T00:40:00Z');
    expect(nextDue(schedule, between).period).toBe('2026-10-26T02:30');
  });

  it('comes every half hour through both shifts but for the hour that is shown twice', () => {
    const times = Array.from(
      { length: 48 },
      (_, slot) => `${String(slot >> 1).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`,
    );
    const day = (from: string, count: number) => [
      ...dueTimes(daily('Europe/Berlin', ...times), utc(from), count),
    ];
    const autumn = day('2026-10-24T21:59:00Z', 48);
    expect(new Set(autumn.map(({ period }) => period.slice(0, 10)))).toEqual(new Set(['2026-10-25']));
    expect(autumn.slice(4, 7).map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual([
      '00:00',
      '00:30',
      '02:00',
    ]);
  });

  it('keeps to the chosen weekdays of the zone, not of UTC', () => {
    const mondays: Schedule = { zone: 'Pacific/Auckland', times: ['08:00'], days: [1] };
    const { at, period } = nextDue(mondays, utc('2026-11-20T00:00:00Z'));
    expect(period).toBe('2026-11-23T08:00');
    expect(new Date(at).toISOString()).toBe('2026-11-22T19:00:00.000Z');
  });

  it('is strictly after the moment asked about, and the latest one includes it', () => {
    const schedule = daily('Europe/Kyiv', '08:00');
    const { at } = nextDue(schedule, utc('2026-11-22T12:00:00Z'));
    expect(nextDue(schedule, at).at).toBe(at + 24 * 3_600_000);
    expect(latestDue(schedule, at).at).toBe(at);
    expect(latestDue(schedule, at - 1).at).toBe(at - 24 * 3_600_000);
  });

  it('needs a day and a time', () => {
    expect(() => nextDue({ zone: 'UTC', times: [], days: everyDay }, 0)).toThrow(RangeError);
    expect(() => latestDue({ zone: 'UTC', times: ['08:00'], days: [] }, 0)).toThrow(RangeError);
  });
});

const clockTime = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const someSchedule = fc.record({
  zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  times: fc.uniqueArray(clockTime, { minLength: 1, maxLength: 4 }).map((times) => times.sort()),
  days: fc.uniqueArray(fc.constantFrom(...everyDay), { minLength: 1, maxLength: 7 }),
});

const someInstant = fc.integer({ min: utc('2020-01-01T00:00:00Z'), max: utc('2035-12-31T00:00:00Z') });

describe('due times of any schedule at any moment', () => {
  it('lie after the moment asked about, in order, on the chosen days', () => {
    fc.assert(
      fc.property(someSchedule, someInstant, (schedule, after) => {
        let last = after;
        for (const { at, period } of dueTimes(schedule, after, 5)) {
          expect(at).toBeGreaterThan(last);
          expect(schedule.times).toContain(period.slice(11));
          expect(schedule.days).toContain(new Date(period.slice(0, 10)).getUTCDay() || 7);
          last = at;
        }
      }),
    );
  });

  it('leave none out: the next after the latest is the next', () => {
    fc.assert(
      fc.property(someSchedule, someInstant, (schedule, now) => {
        const latest = latestDue(schedule, now);
        expect(latest.at).toBeLessThanOrEqual(now);
        expect(nextDue(schedule, latest.at)).toEqual(nextDue(schedule, now));
      }),
    );
  });

  it('show the intended local time on the clock wherever that time exists', () => {
    fc.assert(
      fc.property(someSchedule, someInstant, (schedule, after) => {
        const { at, period } = nextDue(schedule, after);
        const [date = '', time = ''] = period.split('T');
        const shown = `${localDate(schedule.zone, at)}T${clock(schedule.zone, at)}`;
        // Later only in a gap, where the minute before was earlier than intended.
        const earlier = `${localDate(schedule.zone, at - 60_000)}T${clock(schedule.zone, at - 60_000)}`;
        expect(shown >= `${date}T${time}`).toBe(true);
        if (shown !== period) expect(earlier < period).toBe(true);
      }),
    );
  });
});

function clock(zone: string, at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(at);
}

function* dueTimes(schedule: Schedule, after: number, count: number) {
  for (let at = after, left = count; left > 0; left--) {
    const due = nextDue(schedule, at);
    yield due;
    at = due.at;
  }
}
