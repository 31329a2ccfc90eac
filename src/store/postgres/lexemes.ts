/** Words as PostgreSQL's full text holds them, made here and not by its parser: the same in every locale and version. */
import { stemmer } from '@orama/stemmers/english';

/** Longer runs of letters are no words. */
const LONGEST_WORD = 100;

/** Words without accents and case, split at all that is neither letter nor digit: as FTS5's unicode61 does it. */
export function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

export function lexemeOf(word: string): string {
  return (/^[a-z]+$/.test(word) ? stemmer(word) : word).slice(0, LONGEST_WORD);
}
