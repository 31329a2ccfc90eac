/** Words as PostgreSQL's full text holds them, made here and not by its parser: the same in every locale and version. */
import { stemmer } from '@orama/stemmers/english';
import { remembering } from '../../domain/remembering.ts';

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

/** News reuses its words: most stems are known already. */
const stemOf = remembering(50_000, stemmer);
/** Longer ones are seldom met again. */
const LONGEST_REMEMBERED = 40;

export function lexemeOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word.slice(0, LONGEST_WORD);
  return word.length > LONGEST_REMEMBERED ? stemmer(word).slice(0, LONGEST_WORD) : stemOf(word);
}

/**
 * The lexemes under which a word and its kin stand in the index: the stemmer makes "elec" of "election", and "elect" of
 * "elected" and "elects".
 */
export function lexemesMeantBy(word: string): readonly string[] {
  const stem = lexemeOf(word);
  const [, kept = ''] = /^([st])ions?$/.exec(word.startsWith(stem) ? word.slice(stem.length) : '') ?? [];
  const whole = stem + kept;
  const short = /[st]$/.test(whole) ? lexemeOf(`${whole}ion`) : whole;
  return short === whole.slice(0, -1) ? [whole, short] : [stem];
}
