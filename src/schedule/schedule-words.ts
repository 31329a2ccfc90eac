/** The words people say times and days with. */
import { languages } from '../domain/languages.ts';
import { everyDay, type Weekday, workDays } from '../domain/schedule.ts';

/** Words that join the others and mean nothing by themselves. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  'at on and & + the in every each time times zone um und a las los y et à le і та й o’clock oclock'.split(
    ' ',
  ),
);

export const NAMED_TIMES: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    midnight: '00:00',
    noon: '12:00',
    midday: '12:00',
  }),
);

const weekend: readonly Weekday[] = [6, 7];

const english: Readonly<Record<string, readonly Weekday[]>> = {
  daily: everyDay,
  everyday: everyDay,
  day: everyDay,
  days: everyDay,
  weekday: workDays,
  weekdays: workDays,
  workday: workDays,
  workdays: workDays,
  weekend: weekend,
  weekends: weekend,
  mon: [1],
  tue: [2],
  tues: [2],
  wed: [3],
  weds: [3],
  thu: [4],
  thur: [4],
  thurs: [4],
  fri: [5],
  sat: [6],
  sun: [7],
};

/** Full names of the days in every language digests are labelled in; English ones in the plural too. */
const fullNames = languages.flatMap((locale) => {
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return everyDay.flatMap((day) => {
    // 2024-01-01 was a Monday, so day n of that month is ISO weekday n.
    const word = name.format(Date.UTC(2024, 0, day)).toLowerCase();
    return locale === 'en'
      ? [[word, [day]] as const, [`${word}s`, [day]] as const]
      : [[word, [day]] as const];
  });
});

export const DAY_WORDS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...Object.entries(english),
  ...fullNames,
]);

export const RANGE_WORDS: ReadonlySet<string> = new Set(['to', 'through', 'thru', 'till', 'until', '-', '–']);
export const EXCEPT_WORDS: ReadonlySet<string> = new Set(['except', 'but', 'not', 'without']);
