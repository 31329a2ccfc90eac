import { isLanguage, type Language } from '../../src/domain/languages.ts';
import { words as ar } from './stop-words/ar.ts';
import { words as de } from './stop-words/de.ts';
import { words as en } from './stop-words/en.ts';
import { words as es } from './stop-words/es.ts';
import { words as fr } from './stop-words/fr.ts';
import { words as uk } from './stop-words/uk.ts';

const LISTS: Readonly<Record<Language, string>> = { ar, de, en, es, fr, uk };
const NONE: ReadonlySet<string> = new Set();
const sets = new Map<string, ReadonlySet<string>>();

/** The function words of a language (ISO 639-1), folded as by `foldWord`; empty for a language without a list. */
export function stopWords(language: string): ReadonlySet<string> {
  if (!isLanguage(language)) return NONE;
  let set = sets.get(language);
  if (!set) {
    set = new Set(LISTS[language].trim().split(/\s+/));
    sets.set(language, set);
  }
  return set;
}
