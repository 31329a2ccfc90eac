import { isLanguage, type Language } from '../../../src/domain/languages.ts';
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

/** The locale where dates and labels agree: the one asked for where we have its labels, else English. */
export function labelLocale(locale: string): string {
  return matched(locale).locale;
}

type Match = { readonly labels: Labels; readonly locale: string };
const matches = new Map<string, Match>();

function matched(locale: string): Match {
  const known = matches.get(locale);
  if (known) return known;
  const language = locale.slice(0, 2).toLowerCase();
  const labels = isLanguage(language) ? labelsIn[language] : undefined;
  const match = { labels: labels ?? en, locale: labels && isWellFormed(locale) ? locale : 'en' };
  // Locales come from people's settings: a flood of made-up ones must not be kept.
  if (matches.size > 500) matches.clear();
  matches.set(locale, match);
  return match;
}

/** "3 outlets": the form the language wants for this number, with the number written its way. */
export function counted(plural: Plural<never>, count: number, locale: string): string {
  const { rule, written } = countIn(labelLocale(locale), count);
  return (plural[rule] ?? plural.other).replace('{n}', written);
}

function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

type Count = { readonly rule: Intl.LDMLPluralRule; readonly written: string };
type Counting = {
  readonly rules: Intl.PluralRules;
  readonly numbers: Intl.NumberFormat;
  /** Digests count outlets and articles: the same small numbers over and over. */
  readonly known: Map<number, Count>;
};
const counting = new Map<string, Counting>();

function countIn(locale: string, count: number): Count {
  const { rules, numbers, known } = countingIn(locale);
  const before = known.get(count);
  if (before) return before;
  const made = { rule: rules.select(count), written: numbers.format(count) };
  if (known.size > 500) known.clear();
  known.set(count, made);
  return made;
}

function countingIn(locale: string): Counting {
  const known = counting.get(locale);
  if (known) return known;
  const made = {
    rules: new Intl.PluralRules(locale),
    numbers: new Intl.NumberFormat(locale),
    known: new Map<number, Count>(),
  };
  counting.set(locale, made);
  return made;
}
