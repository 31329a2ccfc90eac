import { expect, test } from 'vitest';
import { detectLanguage } from '../../../digests/text/language.ts';

test.each([
  ['en', 'Ministers agreed on Tuesday to send aid to the flooded valley.'],
  ['de', 'Der Bundestag stimmt heute über den Haushalt ab.'],
  ['fr', 'Le gouvernement a présenté son plan pour les écoles.'],
  ['es', 'El presidente anunció nuevas medidas contra la inflación.'],
  ['uk', 'Уряд ухвалив новий бюджет на наступний рік.'],
  ['uk', 'Президент підписав закон про мобілізацію. «Это мы выясним», — відповів речник російською.'],
  ['ru', 'Президент подписал закон о мобилизации, сообщила пресс-служба в Киеве.'],
  ['be', 'Урад ухваліў новы бюджэт на наступны год, паведаміла прэс-служба.'],
  ['ar', 'أعلنت الحكومة عن خطة جديدة لدعم الاقتصاد.'],
])('tells %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test.each([
  [
    'en',
    'The ferry that ran from Holm to the mainland sank with all its freight, and they said nobody was hurt.',
  ],
  ['de', 'Die Sendung „The Man with the Golden Arm“ läuft heute um acht Uhr im Ersten Programm.'],
  [
    'nl',
    'De minister noemde de film "The End and the Beginning" gisteren in de Tweede Kamer een groot voorbeeld.',
  ],
])('is not misled by English titles: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('says "und" where there is nothing to tell a language by', () => {
  expect(detectLanguage('')).toBe('und');
  expect(detectLanguage('12:30 — 4')).toBe('und');
});
