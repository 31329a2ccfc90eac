import { stemmer as ar } from '@orama/stemmers/arabic';
import { stemmer as en } from '@orama/stemmers/english';
import { stemmer as fr } from '@orama/stemmers/french';
import { stemmer as de } from '@orama/stemmers/german';
import { stemmer as es } from '@orama/stemmers/spanish';
import { stemmer as uk } from '@orama/stemmers/ukrainian';
import { isLanguage, type Language } from '../../src/domain/languages.ts';
import { remembering } from '../../src/domain/remembering.ts';

type Stemmer = (word: string) => string;

/** News reuses its words: a bounded memory saves nine of ten stemmings. */
const MAX_REMEMBERED = 50_000;
/** Longer "words" are addresses and noise. */
const MAX_WORD = 40;

const kept = (stemmer: Stemmer): Stemmer => remembering(MAX_REMEMBERED, stemmer);
const STEMMERS: Readonly<Record<Language, Stemmer>> = {
  ar: kept(ar),
  de: kept(de),
  en: kept(en),
  es: kept(es),
  fr: kept(fr),
  uk: kept(uk),
};

/**
 * The stem of a folded word (`foldWord`): Snowball's algorithm of the language; the word itself where there is none.
 * Numbers and words with stops or digits stay as they are.
 */
export function stem(word: string, language = 'en'): string {
  if (!isLanguage(language) || word.length < 3 || word.length > MAX_WORD || DIGIT_OR_STOP.test(word))
    return word;
  return STEMMERS[language](word);
}

const DIGIT_OR_STOP = /[\d.]/;
