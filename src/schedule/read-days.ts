/** Days of a schedule: each function reads what begins at a word and says how many words that took; none is 0. */
import { everyDay, type Weekday } from '../domain/schedule.ts';
import type { Found } from './found-words.ts';
import {
  DAY_WORDS,
  EXCEPT_WORDS,
  JOINING_WORDS,
  RANGE_WORDS,
  SHORT_DAYS,
  SINGLE_DAYS,
} from './schedule-words.ts';

/** "monday", "mon-fri", "monday to friday", "weekdays". */
export function readDays(words: readonly string[], at: number, found: Found): number {
  const span = daysAt(words, at);
  if (span === null) return 0;
  found.days = union(found.days ?? [], span.days);
  found.isSure ||= span.length > 1 || !SINGLE_DAYS.has(words[at] ?? '');
  return span.length;
}

/** "except sundays", "but not on monday and tuesday": what is left out of the days so far, or of all. */
export function readExcept(words: readonly string[], at: number, found: Found): number {
  if (!EXCEPT_WORDS.has(words[at] ?? '')) return 0;
  let end = at + 1;
  let left: readonly Weekday[] = found.days ?? everyDay;
  let any = false;
  while (end < words.length) {
    const span = daysAt(words, end);
    if (span) {
      left = left.filter((day) => !span.days.includes(day));
      any = true;
    } else if (!JOINING_WORDS.has(words[end] ?? '') && !EXCEPT_WORDS.has(words[end] ?? '')) break;
    end += span?.length ?? 1;
  }
  if (!any) return 0;
  found.days = left;
  found.isSure = true;
  return end - at;
}

function daysAt(
  words: readonly string[],
  at: number,
): { readonly days: readonly Weekday[]; readonly length: number } | null {
  const word = words[at] ?? '';
  const [from, to] = word.split(/\.?[-–]/).map((name) => SHORT_DAYS.get(name));
  if (from && to) return { days: stretch(from, to), length: 1 };
  const days = DAY_WORDS.get(word);
  const isRange = RANGE_WORDS.has(words[at + 1] ?? '');
  const end = isRange ? SHORT_DAYS.get(words[at + 2] ?? '') : undefined;
  const begin = days ?? (end && SHORT_DAYS.get(word));
  if (begin && end) return { days: stretch(begin, end), length: 3 };
  return days ? { days, length: 1 } : null;
}

/** "fri-mon" goes over the weekend. */
function stretch([from = 1]: readonly Weekday[], to: readonly Weekday[]): readonly Weekday[] {
  const last = to.at(-1) ?? 7;
  return everyDay.filter((day) => (from <= last ? day >= from && day <= last : day >= from || day <= last));
}

function union(a: readonly Weekday[], b: readonly Weekday[]): readonly Weekday[] {
  return everyDay.filter((day) => a.includes(day) || b.includes(day));
}
