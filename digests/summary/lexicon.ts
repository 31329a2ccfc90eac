import { PairTable } from './pair-table.ts';
import type { WordBook } from './word-book.ts';

/**
 * How readily editors take a word, or a pair of words, up into a summary: the logarithm of its odds against those of
 * any word. 0 for what is not known, and for names, which are told or not for what they did in this story alone.
 */
export type LexiconOfBook = {
  /** Words by their numbers in the book. */
  word(word: number): number;
  pair(first: number, second: number): number;
};

export type Lexicon = { of(book: WordBook): LexiconOfBook };

/** @param odds by word or by pair ("talks in"), as `eval/summary/lexicon.ts` learns them */
export function lexiconOf(odds: Readonly<Record<string, number>>): Lexicon {
  const known = new WeakMap<WordBook, LexiconOfBook>();
  return {
    of(book) {
      const found = known.get(book) ?? inNumbers(odds, book);
      known.set(book, found);
      return found;
    },
  };
}

function inNumbers(odds: Readonly<Record<string, number>>, book: WordBook): LexiconOfBook {
  const words: number[] = [];
  const pairs = new PairTable();
  const oddsOfPairs: number[] = [];
  /** The book grows with what is read; most of it is not in the lexicon. */
  const oddsOf = (word: number) => (word < words.length ? (words[word] as number) : 0);
  for (const [name, own] of Object.entries(odds)) {
    const [first, second] = name.split(' ').map((word) => book.numberOf(word));
    if (first === undefined) continue;
    while (words.length < book.size) words.push(0);
    if (second === undefined) words[first] = own;
    else oddsOfPairs[pairs.add(first, second)] = own;
  }
  return {
    word: oddsOf,
    pair(first, second) {
      const pair = pairs.find(first, second);
      return pair < 0 ? 0 : (oddsOfPairs[pair] as number);
    },
  };
}
