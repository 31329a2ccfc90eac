import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten, shortenAtWord } from '../../../adapters/message/shorten.ts';

describe('shortening', () => {
  it('leaves what fits as it is', () => {
    expect(shorten('One sentence.', 13)).toBe('One sentence.');
    expect(shortenAtWord('One', 3)).toBe('One');
  });

  it('ends with a whole sentence where one fits', () => {
    expect(shorten('The talks ended. They will go on in a month, both sides said on Tuesday.', 40)).toBe(
      'The talks ended. …',
    );
  });

  it('is not misled by an abbreviation', () => {
    expect(shorten('The U.S. and Mr. Lavrov agreed on three goals after hours of talks.', 30)).toBe(
      'The U.S. and Mr. Lavrov…',
    );
  });

  it('ends with a whole word, also in scripts without spaces', () => {
    expect(shortenAtWord('Negotiators agreed', 14)).toBe('Negotiators…');
    expect(shortenAtWord('日本銀行は金利を引き上げた', 8)).toBe('日本銀行は金利…');
  });

  it('cuts one endless word at a grapheme', () => {
    expect(shortenAtWord('👩‍👩‍👧‍👦'.repeat(3), 24)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
  });

  it('keeps to the room as a platform measures it, and ends at a place between words', () => {
    const escaped = (text: string) => text.replaceAll('&', '&amp;').length;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('talks', '&', 'в', 'كلمة', 'a&b', '—'), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 12, max: 200 }),
        (words, room) => {
          const text = words.join(' ');
          const short = shortenAtWord(text, room, escaped);
          expect(escaped(short)).toBeLessThanOrEqual(room);
          if (short !== text)
            expect(words.slice(0, short.slice(0, -1).split(' ').length).join(' ')).toBe(short.slice(0, -1));
        },
      ),
    );
  });
});
