/** The words people say with how far back a question goes; all folded, as `folded` does. */
import { folded } from '../schedule/schedule-words.ts';

export type Unit = 'h' | 'd' | 'w' | 'm';

const unitWords: Readonly<Record<Unit, string>> = {
  h: 'h hour hours stunde stunden std heure heures hora horas година години годин годину ساعة ساعات',
  d: 'd day days tag tage tagen jour jours día días день дні днів يوم أيام يوما',
  w: 'w week weeks woche wochen semaine semaines semana semanas тиждень тижні тижнів أسبوع أسابيع',
  m: 'm month months monat monate monaten mois mes meses місяць місяці місяців شهر أشهر',
};

export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (['h', 'd', 'w', 'm'] as const).flatMap((unit) =>
    unitWords[unit].split(' ').map((word) => [folded(word), unit] as const),
  ),
);

/** Days before today. */
export const NAMED_DAYS: ReadonlyMap<string, number> = new Map(
  [
    ['today heute aujourd’hui hoy сьогодні اليوم', 0],
    ['yesterday gestern hier ayer вчора أمس', 1],
  ].flatMap(([list, back]) =>
    String(list)
      .split(' ')
      .map((word) => [folded(word), Number(back)] as const),
  ),
);

/** Beside these a unit without a number is one: "last week", "letzte Woche", "la semaine dernière". */
export const LAST_WORDS: ReadonlySet<string> = new Set(
  [
    'since last past this seit letzte letzten letzter letztes diese diesen diesem vor',
    'depuis dernier dernière derniers dernières cette desde último última últimos últimas pasado pasada esta este hace',
    'з від за останній останню останні останніх минулий минулого цього منذ آخر خلال هذا الماضي الماضية',
  ].flatMap((list) => list.split(' ').map(folded)),
);

/** Words that mean nothing by themselves. */
export const FILLING_WORDS: ReadonlySet<string> = new Set(
  'in the on of from ago am ab vom den der die dem les la le du il y a los las el en тому'
    .split(' ')
    .map(folded),
);
