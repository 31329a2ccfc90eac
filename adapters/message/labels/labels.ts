import { isLanguage, type Language } from '../../../src/domain/languages.ts';
import { remembering } from '../../../src/domain/remembering.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { Labels, Plural } from './label-set.ts';
import { uk } from './uk.ts';

const labelsIn: Readonly<Record<Language, Labels>> = { en, uk, ar, de, es, fr };

/** The labels of a locale's language; English where we have none. */
export function labelsFor(locale: string): Labels {
  return matched(locale).labels;
}

/** The language a locale's labels are in; English where we have none. */
export function labelLanguage(locale: string): Language {
  return matched(locale).language;
}

/** The locale where dates and labels agree: the one asked for where we have its labels, else English. */
export function labelLocale(locale: string): string {
  return matched(locale).locale;
}

type Match = { readonly labels: Labels; readonly language: Language; readonly locale: string };

/** Locales come from people's settings: a flood of made-up ones must not be kept. */
const matched = remembering(500, (locale: string): Match => {
  const spoken = locale.slice(0, 2).toLowerCase();
  const language = isLanguage(spoken) ? spoken : 'en';
  return {
    labels: labelsIn[language],
    language,
    locale: isLanguage(spoken) && isWellFormed(locale) ? locale : 'en',
  };
});

/** "3 outlets": the form the language wants for this number, with the number written its way. */
export function counted(plural: Plural<never>, count: number, locale: string): string {
  const { rule, written } = countingIn(labelLocale(locale))(count);
  return (plural[rule] ?? plural.other).replace('{n}', written);
}

function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** Which form a number takes in a locale, and how it is written. Digests count the same small numbers over and over. */
export const countingIn = remembering(500, (locale: string) => {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return remembering(500, (count: number) => ({ rule: rules.select(count), written: numbers.format(count) }));
});
