import { expect, test } from 'vitest';
import { Clause } from '../../../digests/summary/clause-words.ts';
import { Cue, isCue } from '../../../digests/summary/cues.ts';
import { bookOf, WordBook } from '../../../digests/summary/word-book.ts';

test('a word has one number, wherever it stands', () => {
  const book = new WordBook('en');
  const first = book.numberOf('ferry');
  expect(book.texts[first]).toBe('ferry');
  expect(book.numberOf('Ferry and ferry: the ferry’s fare'.slice(10, 15))).toBe(first);
  for (const form of ['Ferry', 'FERRY', 'ferry’s']) expect(book.foldedOf(book.numberOf(form))).toBe(first);
});

test('more words than it began with room for keep their numbers', () => {
  const book = new WordBook('en');
  const words = Array.from({ length: 10_000 }, (_, n) => `w${n.toString(36)}`);
  const numbers = words.map((word) => book.numberOf(word));
  expect(new Set(numbers).size).toBe(words.length);
  expect(words.map((word) => book.numberOf(word))).toEqual(numbers);
  expect(numbers.map((number) => book.texts[number])).toEqual(words);
});

test('what is known of a word is known of its forms', () => {
  const book = new WordBook('en');
  const [told, council, councils, the, dont] = ['told', 'council', 'Councils', 'The', "don't"].map((word) =>
    book.numberOf(word),
  );
  expect(book.stemOf(councils ?? -1)).toBe(book.stemOf(council ?? -2));
  expect(book.stemOf(the ?? -1)).toBe(-1);
  expect(isCue(book.cueSignsOf(told ?? -1), Cue.speech)).toBe(true);
  expect(book.clauseSignsOf(dont ?? -1) & Clause.finite).toBe(Clause.finite);
  expect(book.runsOf(dont ?? -1)).toBe(2);
});

test('a book that is full of what a hostile text calls words makes room for a new one', () => {
  const book = bookOf('fr');
  expect(bookOf('fr')).toBe(book);
  for (let n = 0; n < 25; n++) book.numberOf(`${n}`.repeat(100_000));
  expect(bookOf('fr')).not.toBe(book);
});
