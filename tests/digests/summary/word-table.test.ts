import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordTable } from '../../../digests/summary/word-table.ts';
import { unitsOf } from '../../../digests/text/units.ts';

function numbersIn(table: WordTable, words: readonly string[]): number[] {
  const source = unitsOf(words.join(' '));
  let end = -1;
  return words.map((word) => {
    const start = end + 1;
    end = start + word.length;
    return table.numberOf(source, start, end);
  });
}

test('words are numbered in the order they come, each once, however many and however long', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 50 }), { maxLength: 500 }), (words) => {
      const table = new WordTable();
      const distinct = [...new Set(words)];
      const numbers = words.map((word) => distinct.indexOf(word));
      expect(numbersIn(table, words)).toEqual(numbers);
      expect(table.words).toEqual(distinct);
      expect(numbersIn(table, words)).toEqual(numbers);
    }),
    { numRuns: 50 },
  );
});

test('words keep their numbers while the table grows', () => {
  const table = new WordTable();
  const words = Array.from({ length: 40_000 }, (_, n) => `${n.toString(36)}`);
  const numbers = [...words.keys()];
  expect(numbersIn(table, words)).toEqual(numbers);
  expect(numbersIn(table, words)).toEqual(numbers);
});

/** 32-bit FNV-1a, of which the table's hash is made. */
function fnv(word: string): number {
  let hash = 0x811c9dc5;
  for (const character of word) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash;
}

test('words made to have one hash are told apart, also when the table grows', () => {
  const byPlace = new Map<number, string[]>();
  for (let n = 0; n < 600_000; n++) {
    const word = `w${n.toString(36)}`;
    const hash = fnv(word);
    const place = (hash ^ (hash >>> 15)) & 0x3fff;
    byPlace.set(place, [...(byPlace.get(place) ?? []), word].slice(0, 90));
  }
  const crowd = [...(byPlace.get(7) ?? []), ...(byPlace.get(8) ?? []), ...(byPlace.get(9) ?? [])];
  expect(crowd.length).toBeGreaterThan(64);
  const table = new WordTable();
  const numbers = [...crowd.keys()];
  expect(numbersIn(table, crowd)).toEqual(numbers);
  expect(numbersIn(table, crowd)).toEqual(numbers);
  numbersIn(
    table,
    Array.from({ length: 9000 }, (_, n) => `v${n}`),
  );
  expect(numbersIn(table, crowd)).toEqual(numbers);
});
