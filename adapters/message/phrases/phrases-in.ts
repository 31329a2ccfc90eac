import type { Language } from '../../../src/domain/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { faults as faultsInArabic } from './faults/ar.ts';
import { faults as faultsInGerman } from './faults/de.ts';
import { faults as faultsInEnglish } from './faults/en.ts';
import { faults as faultsInSpanish } from './faults/es.ts';
import { faults as faultsInFrench } from './faults/fr.ts';
import { faults as faultsInUkrainian } from './faults/uk.ts';
import { fr } from './fr.ts';
import type { Faults, Phrases } from './phrase-set.ts';
import { uk } from './uk.ts';

/** What we say in each language. */
export const phrasesIn: Readonly<Record<Language, Phrases & Faults>> = {
  en: { ...en, ...faultsInEnglish },
  uk: { ...uk, ...faultsInUkrainian },
  ar: { ...ar, ...faultsInArabic },
  de: { ...de, ...faultsInGerman },
  es: { ...es, ...faultsInSpanish },
  fr: { ...fr, ...faultsInFrench },
};
