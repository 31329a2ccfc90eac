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
  const words = new Map<string, number>();
  /** By the first word of each pair, then by the second. */
  const pairs = new Map<string, Map<string, number>>();
  for (const [name, own] of Object.entries(odds)) {
    const space = name.indexOf(' ');
    if (space < 0) {
      words.set(name, own);
      continue;
    }
    const first = name.slice(0, space);
    const seconds = pairs.get(first) ?? new Map<string, number>();
    pairs.set(first, seconds.set(name.slice(space + 1), own));
  }
  const known = new WeakMap<WordBook, LexiconOfBook>();
  return {
    of(book) {
      const found = known.get(book) ?? inNumbers(words, pairs, book);
      known.set(book, found);
      return found;
    },
  };
}

/** Looks each word of a book up once, when it or a later one is asked for. */
function inNumbers(
  words: ReadonlyMap<string, number>,
  pairs: ReadonlyMap<string, ReadonlyMap<string, number>>,
  { texts }: WordBook,
): LexiconOfBook {
  const ofWords: number[] = [];
  const ofFirsts: (ReadonlyMap<string, number> | null)[] = [];
  return {
    word(word) {
      while (ofWords.length <= word) ofWords.push(words.get(texts[ofWords.length] ?? '') ?? 0);
      return ofWords[word] as number;
    },
    pair(first, second) {
      while (ofFirsts.length <= first) ofFirsts.push(pairs.get(texts[ofFirsts.length] ?? '') ?? null);
      return ofFirsts[first]?.get(texts[second] as string) ?? 0;
    },
  };
}
