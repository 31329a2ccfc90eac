import { MONTH_LOCALES } from './zones.ts';

let names: ReadonlyMap<string, number> | undefined;

/** The month, 1 to 12, that a word names in one of the understood languages, in full or abbreviated; else null. */
export function monthNamed(word: string): number | null {
  names ??= gatherNames();
  return names.get(plain(word)) ?? null;
}

function gatherNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>([['sept', 9]]);
  for (const locale of MONTH_LOCALES) {
    for (const form of forms(locale)) {
      for (let month = 1; month <= 12; month++) {
        // The 15th at noon is inside the month in every zone.
        const name = plain(form.format(Date.UTC(2024, month - 1, 15, 12)).replace(/[\d.\s]|\bde\b/g, ''));
        if (/^\p{L}{2,}$/u.test(name) && !found.has(name)) found.set(name, month);
      }
    }
  }
  return found;
}

/** A month's name alone and beside a day: Slavic languages and Greek inflect it. */
function forms(locale: string): readonly Intl.DateTimeFormat[] {
  const timeZone = 'UTC';
  return [
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone }),
    new Intl.DateTimeFormat(locale, { month: 'short', timeZone }),
    new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', timeZone }),
    new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone }),
  ];
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '');
}
