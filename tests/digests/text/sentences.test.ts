import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../digests/text/sentences.ts';

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** Sentences are parted by a bar. */
const parted = (text: string) => text.split(' | ');

describe('sentences', () => {
  it.each([
    'The U.S. Senate voted. | It passed the bill.',
    'He lives in the U.S. | The law there is strict.',
    'Mr. J. A. Ortiz Jr. spoke. | He left early.',
    'She has a Ph.D. from Yale. | She teaches there.',
    'Gen. Mark Lee and Lt. Col. Ann Roe spoke. | All of them left.',
    'It is 10 a.m. in L.A. and 1 p.m. in N.Y. on Monday. | That is all.',
    'It was 5 p.m. | The crowd went home.',
    'The hall opens on Sat. Oct. 4. | Tickets are free.',
    'Visit example.com today. | Thanks.',
    'Ann Roe, a.k.a. "Kit," left. | Nobody saw her.',
    'It cost Rs. 500 crore. | That is a lot.',
    'No. 10 is old. | She said no. | It is new.',
  ])('do not end with an abbreviation, but may: %s', (text) => {
    expect(split(text.replaceAll(' | ', ' '))).toEqual(parted(text));
  });

  it.each([
    'It rose 3.5 percent to $1,250.75. | Shares fell.',
    'The score was 3-2. | 45,000 watched.',
    'The ferry, 1.2 metres (3.9 feet) longer, sails. | It is new.',
  ])('do not end in a number: %s', (text) => {
    expect(split(text.replaceAll(' | ', ' '))).toEqual(parted(text));
  });

  it.each([
    '“Why now?” Ms. Ortiz asked. | “Because,” he said.',
    '"Stop!" he cried.',
    '"Is it?" | It is.',
    'He said "no." | Then he left.',
    'She said: "Go. | Now. | Please." | He went.',
    '“He is ‘fine.’” | She left.',
  ])('end with their closing marks: %s', (text) => {
    expect(split(text.replaceAll(' | ', ' '))).toEqual(parted(text));
  });

  it.each(['Wait... what? | No.', 'He paused ... then left.', 'It ended... | Nobody knew why.'])(
    'go on behind an ellipsis in small letters: %s',
    (text) => {
      expect(split(text.replaceAll(' | ', ' '))).toEqual(parted(text));
    },
  );

  it.each([
    'Er kommt am 3. Oktober. | Dann geht er.',
    'Das kostet z. B. drei Euro. | Das ist viel.',
    'Der 2. Weltkrieg endete 1945. | Dann kam Frieden.',
    'M. Dupont a dit non. | Il part.',
    '¿Qué pasa? | Nada. | ¡Vamos!',
    'Це коштує 5 тис. грн. | Так сказав проф. Коваль.',
    '船は五月に出る。 | 彼女は言った。',
    'هل وصلت العبارة؟ | نعم وصلت. | شكرا.',
    'नाव मई में चलेगी। | उसने कहा।',
  ])('are found in other languages: %s', (text) => {
    expect(split(text.replaceAll(' | ', text.includes('。') ? '' : ' '))).toEqual(parted(text));
  });

  it('are parted by every kind of line break, and by empty lines alone where a line only wraps', () => {
    for (const lineBreak of ['\n\n', '\r\n\r\n', '\v\v', '\u2028\u2028', '\u0085\u0085'])
      expect(split(`One ferry sails${lineBreak}and two stay`)).toEqual(['One ferry sails', 'and two stay']);
    expect(split('One ferry\nsails today. It\nis new.')).toEqual(['One ferry\nsails today.', 'It\nis new.']);
  });

  it('hold every word of a text, in order, and never overlap', () => {
    const piece = fc.constantFrom(
      'Mr.',
      'Roe',
      'said',
      '“',
      '”',
      '"',
      '. ',
      '? ',
      '... ',
      'z. B. ',
      '3. ',
      '\n\n',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const spans = splitSentences(text);
        spans.forEach(({ start, end }, at) => {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
        });
        const words = (part: string) => part.match(/\p{L}+/gu) ?? [];
        expect(split(text).flatMap(words)).toEqual(words(text));
      }),
    );
  });
});
