import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanIsolated, cleanText } from '../../../adapters/message/clean-text.ts';
import { directionOf, isolated, joinIsolated, opening } from '../../../adapters/message/direction.ts';

const whole = (text: string) => text;

describe('cleaning', () => {
  it.each([
    ['two  spaces\tand\na line', 'two spaces and a line'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['so\u00adft and zero\u200bwidth', 'soft and zerowidth'],
    ['gpj\u202eexe', 'gpjexe'],
    ['next\u0085line', 'next line'],
    ['half \ud83d', 'half \ufffd'],
  ])('makes %j into %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  it('leaves what languages need: joiners, vowel signs, emoji families', () => {
    for (const text of [
      'می\u200cخواهم',
      'क्\u200dष',
      'é',
      'tiếng Việt',
      'שָׁלוֹם',
      '👩‍👩‍👧‍👦',
      '“Don’t” — 4.10 %',
    ])
      expect(cleanText(text)).toBe(text);
  });

  it('is done once: cleaned text stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanIsolated(cleanIsolated(text, whole), whole)).toBe(cleanIsolated(text, whole));
      }),
    );
  });
});

describe('lines of mixed direction', () => {
  it('run as their first letter does', () => {
    expect(directionOf('“Kyiv” كييف')).toBe('ltr');
    expect(directionOf('18 فبراير')).toBe('rtl');
    expect(directionOf('2025')).toBe('ltr');
  });

  it('isolate the parts that run the other way, and say their own way where such a part opens them', () => {
    expect(joinIsolated(['Kyiv', 'كييف'], ' · ')).toBe('Kyiv · \u2068كييف\u2069');
    expect(joinIsolated(['كييف', 'Kyiv'], ' · ', 'ltr')).toBe('\u200e\u2068كييف\u2069 · Kyiv');
    expect(joinIsolated(['Kyiv', 'Lviv'], ' · ')).toBe('Kyiv · Lviv');
  });

  it('keep our marks through cleaning, balanced, and lose those of others', () => {
    const line = `${opening('rtl', 'Kyiv')}: موجز`;
    expect(cleanIsolated(line, whole)).toBe(line);
    expect(cleanIsolated(`${isolated('a')}\u2069\u2068b`, whole)).toBe(`${isolated('a')}${isolated('b')}`);
    expect(cleanIsolated('\u200fKyiv', whole)).toBe('Kyiv');
  });
});
