/** The words people say times and days with, in the languages digests are labelled in. All folded, as `folded` does. */
import { languages } from '../domain/languages.ts';
import { everyDay, type Weekday, workDays } from '../domain/schedule.ts';

/** Lower case, without accents and apostrophes: "Miércoles" and "miercoles", "п’ятниця" and "пʼятниця" are one word. */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ]/gu, '')
    .toLowerCase();
}

function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ').map(folded)));
}

/** What stands before an hour: "at 8", "um 8", "à 8", "a las 8", "о 8", "الساعة 8". */
export const AT_WORDS = words('at um gegen ab à las la о об الساعة');

/** What only somebody says who tells when: "every", "jeden", "chaque", "cada", "кожен", "كل". */
export const EVERY_WORDS = words(
  'every each on jeden jede jedes am chaque tous toutes cada todos todas кожен кожного кожної кожну كل أيام ايام',
);

/** Words that join the others and mean nothing by themselves. */
export const JOINING_WORDS = words(
  'and & + the in time times zone oclock',
  'und von der die das zeit',
  'et le les du de en',
  'y el los por del',
  'і й та у в з по',
  'و في من يوم',
  [...AT_WORDS, ...EVERY_WORDS].join(' '),
);

/** What stands after an hour: "8 o'clock", "8 Uhr", "8 heures". */
export const HOUR_MARKS = words('oclock uhr h hrs heure heures hora horas година годині годин');

/** After a number these make a step of it, "every 2 days", not an hour. */
export const STEPS = words(
  'hour hours day days week weeks month months tag tage tagen woche wochen monat monate monaten',
  'jours semaine semaines mois días semana semanas mes meses дні днів тиждень тижні тижнів أيام أسابيع',
);

/** Rhythms that a digest does not come in. */
export const OTHER_RHYTHMS = words(
  'weekly biweekly fortnightly monthly quarterly yearly tomorrow tonight',
  'wöchentlich monatlich morgen hebdomadaire mensuel demain semanal mensual щотижня щомісяця завтра أسبوعيا شهريا غدا',
);

export const NAMED_TIMES = byWord<string>({
  '00:00': 'midnight mitternacht mitternachts minuit medianoche опівночі',
  '12:00': 'noon midday mittags mittag midi mediodía опівдні полудень ظهرا الظهر',
});

/** Parts of the day: alone an hour of their own, beside an hour which half it is of. */
export const HALF_DAYS = byWord<'am' | 'pm'>({
  am: 'morning mornings morgens früh matin mañana вранці зранку ранку صباحا الصباح',
  pm: 'evening evenings abends abend soir tarde noche ввечері увечері вечора مساء المساء',
});
export const HOUR_OF_HALF = { am: '08:00', pm: '18:00' } as const;

/** "Every day", "jeden Tag": said with "every" they tell of all days; "earth day" is a topic. */
const days: readonly (readonly [string, readonly Weekday[]])[] = 'day days tag tage jour jours día días день'
  .split(' ')
  .map((word) => [folded(word), everyDay] as const);

const groups = byWord<readonly Weekday[]>(
  {
    every: 'daily everyday täglich quotidien quotidiennement diario diariamente щодня щоденно يوميا',
    work: 'weekday weekdays workday workdays werktags werktag werktage wochentags ouvrés ouvrables',
    work2: 'laborables laborable будні будень буднях буднів العمل',
    rest: 'weekend weekends week-end week-ends wochenende wochenenden вихідні вихідних',
  },
  { every: everyDay, work: workDays, work2: workDays, rest: [6, 7] },
);

/** 2024-01-01 was a Monday, so day n of that month is ISO weekday n. */
function namesOfDays(
  locale: string,
  weekday: 'long' | 'short',
): readonly (readonly [string, readonly Weekday[]])[] {
  const name = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return everyDay.map(
    (day) => [folded(name.format(Date.UTC(2024, 0, day))).replace(/\.$/, ''), [day]] as const,
  );
}

/** Ukrainian tells days in other cases than Intl names them in: "щопонеділка", "у середу", "по п'ятницях". */
const ukrainianCases = [
  'щопонеділка щовівторка щосереди щочетверга щопятниці щосуботи щонеділі',
  'понеділка вівторка середи четверга пятниці суботи неділі',
  'понеділок вівторок середу четвер пятницю суботу неділю',
  'понеділках вівторках середах четвергах пятницях суботах неділях',
].flatMap((list) => list.split(' ').map((word, at) => [folded(word), everyDay.slice(at, at + 1)] as const));

const fullNames = [...languages.flatMap((locale) => namesOfDays(locale, 'long')), ...ukrainianCases];
/** "monday", "lundi", "понеділок". */
export const FULL_DAYS: ReadonlyMap<string, readonly Weekday[]> = new Map(fullNames);
const english = 'mon tue tues wed weds thu thur thurs fri sat sun';
const englishDays: readonly Weekday[] = [1, 2, 2, 3, 3, 4, 4, 4, 5, 6, 7];

/** "monday", "mon", "lunes", "day": by themselves they may be of something else, "black friday". */
export const SINGLE_DAYS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...fullNames,
  ...days,
  ...english.split(' ').map((word, at) => [word, englishDays.slice(at, at + 1)] as const),
]);

/** "mondays", "montags", "weekdays", "täglich" and all of the above. */
export const DAY_WORDS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...SINGLE_DAYS,
  ...groups,
  ...fullNames.map(([name, days]) => [`${name}s`, days] as const),
]);

/** Too short to stand alone ("so", "do", "mar"), but plain in "mo-fr". */
export const SHORT_DAYS: ReadonlyMap<string, readonly Weekday[]> = new Map([
  ...languages.flatMap((locale) => namesOfDays(locale, 'short')),
  ...DAY_WORDS,
]);

/** Several words that mean what one does: else "semaine" and "semana" are weeks. */
export const AS_ONE_WORD: readonly (readonly [words: RegExp, word: string])[] = [
  [/\ben semaine\b|\bentre semana\b/g, 'weekdays'],
  [/\bfine?s? de seman[ae]\b|\bfins? de semaine\b|\bweek ends?\b/g, 'weekend'],
];

export const RANGE_WORDS = words('to through thru till until - – bis à au a hasta по до إلى الى');
export const EXCEPT_WORDS = words('except but not without außer sauf excepto salvo menos крім ما عدا');

function byWord<Meaning>(
  lists: Readonly<Record<string, string>>,
  meanings?: Readonly<Record<string, Meaning>>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    Object.entries(lists).flatMap(([meaning, list]) =>
      list.split(' ').map((word) => [folded(word), (meanings?.[meaning] ?? meaning) as Meaning] as const),
    ),
  );
}
