import { distance } from 'fastest-levenshtein';

/** The first letters of a word are seldom wrong: only words that share them are compared with it. */
const sharedLetters = 2;

/** A word as it was typed, folded, and how far from it one may be that was meant. */
export type TypedWord = {
  readonly word: string;
  /** Words that may be meant are at or after this one, and before `end`, by code points. */
  readonly start: string;
  readonly end: string;
  /** Letters that may be wrong, missing or too many. */
  readonly most: number;
};

/** At most so many words that begin like it are looked at. */
export const mostCompared = 20_000;

/** Null for what is no word, or too short or long to tell what was meant. */
export function typedWord(word: string): TypedWord | null {
  if (!isTypable(word)) return null;
  const start = word.slice(0, sharedLetters);
  return { word, start, end: `${start}\u{10ffff}`, most: word.length < 6 ? 1 : 2 };
}

/** Whether a folded word is one that may be meant. */
export function isTypable(word: string): boolean {
  return /^[\p{L}\p{N}]{4,40}$/u.test(word);
}

/** Those that may be meant, nearest first; never the word itself. */
export function nearest({ word, most }: TypedWord, words: Iterable<string>, limit: number): string[] {
  return [...new Set(words)]
    .map((near) => ({ near, far: distance(word, near) }))
    .filter(({ far }) => far > 0 && far <= most)
    .sort((a, b) => a.far - b.far || a.near.localeCompare(b.near))
    .slice(0, limit)
    .map(({ near }) => near);
}
