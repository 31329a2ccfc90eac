import { describe, expect, it } from 'vitest';
import { counted, labelLocale, labelsFor } from '../../../adapters/message/labels/labels.ts';
import { titleAbout } from '../../../adapters/message/labels/title-about.ts';
import { languages } from '../../../src/domain/languages.ts';

/** Every text of a label set, by its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([name, part]) => texts(part, `${path}.${name}`));
}

describe('labels', () => {
  it('are there in the six languages', () => {
    expect(languages).toEqual(['en', 'uk', 'ar', 'de', 'es', 'fr']);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'are translated in %s, with the same places to fill',
    (language) => {
      const english = new Map(texts(labelsFor('en')));
      for (const [path, text] of texts(labelsFor(language))) {
        expect(text.trim(), path).not.toBe('');
        const same = english.get(path);
        if (same === undefined) continue;
        // One and two may be said in words, where there is a form for just that number.
        const filled = (words: string) =>
          (words.match(/\{\w+\}/g) ?? []).filter((place) => place !== '{n}' || /other$/.test(path));
        expect(filled(text), path).toEqual(filled(same));
      }
    },
  );

  it.each(languages)('fit a button in %s', (language) => {
    const { useful, notUseful, rateStory } = labelsFor(language);
    for (const label of [useful, notUseful, rateStory]) expect(label.length).toBeLessThanOrEqual(38);
  });

  it('count as each language does', () => {
    const outlets = (count: number, locale: string) => counted(labelsFor(locale).outlets, count, locale);
    expect([1, 2, 5, 21, 1.5].map((n) => outlets(n, 'uk'))).toEqual([
      '1 видання',
      '2 видання',
      '5 видань',
      '21 видання',
      '1,5 видання',
    ]);
    const articles = (count: number) => counted(labelsFor('ar').articles, count, 'ar');
    expect([0, 1, 2, 3, 11].map(articles)).toEqual([
      'لا مقالات',
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '11 مقالًا',
    ]);
    expect(counted(labelsFor('de').articles, 1234, 'de')).toBe('1.234 Artikel');
  });

  it('are English for a language there are none in, dates too', () => {
    expect(labelsFor('ja-JP')).toBe(labelsFor('en'));
    expect(labelLocale('ja-JP')).toBe('en');
    expect(labelLocale('uk-UA')).toBe('uk-UA');
    expect(labelLocale('de_!')).toBe('en');
  });

  it('name a topic that runs the other way without turning the title', () => {
    expect(titleAbout('{topic}: news digest', 'Ukraine', 'en')).toBe('Ukraine: news digest');
    expect(titleAbout('{topic}: موجز', 'Ukraine', 'ar')).toBe('\u200f\u2068Ukraine\u2069: موجز');
    expect(titleAbout('Quotes: {topic}', 'أوكرانيا', 'en')).toBe('Quotes: \u2068أوكرانيا\u2069');
    expect(titleAbout('{topic}: brief', '$& $1', 'en')).toBe('$& $1: brief');
  });
});
