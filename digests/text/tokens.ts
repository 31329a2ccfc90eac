import type { Stretch } from '../../src/domain/span.ts';
import { isDigit, isLetter, isUnspacedScript, isWordCharacter } from './characters.ts';

const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;
const STOP = 0x2e;
const COMMA = 0x2c;

let wordSegmenter: Intl.Segmenter | undefined;

/** A word's offsets; `follows` is true where no character parts it from the word before. */
type VisitWord = (start: number, end: number, follows: boolean) => void;

/**
 * The words of a text with their offsets: letters, digits and marks, with apostrophes between letters ("don't"),
 * stops between single letters ("U.S." without the last stop) and separators between digits ("1,250.5") inside.
 * Hyphens part words. Scripts without spaces are segmented by ICU's dictionaries.
 */
export function tokenize(text: string): Stretch[] {
  const words: Stretch[] = [];
  eachWord(text, (start, end) => words.push({ start, end, text: text.slice(start, end) }));
  return words;
}

/** Visits the words that `tokenize` finds, in order; from `from` up to `to` of a text. */
export function eachWord(text: string, visit: VisitWord, from = 0, to = text.length): void {
  let at = from;
  let last = -1;
  while (at < to) {
    const code = text.charCodeAt(at);
    if (!isWordCharacter(code)) {
      at++;
      continue;
    }
    const start = at++;
    if (isUnspacedScript(code)) {
      while (at < to && isUnspaced(text.charCodeAt(at))) at++;
      last = segmentUnspaced(text.slice(start, at), start, last, visit);
      continue;
    }
    while (at < to && goesOn(text, start, at)) at++;
    visit(start, at, start === last);
    last = at;
  }
}

function isUnspaced(code: number): boolean {
  return isUnspacedScript(code) && isWordCharacter(code);
}

function goesOn(text: string, start: number, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isWordCharacter(code)) return !isUnspacedScript(code);
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  if (code === APOSTROPHE || code === RIGHT_SINGLE) return isLetter(before) && isLetter(after);
  if (code === STOP || code === COMMA) {
    if (isDigit(before) && isDigit(after)) return true;
    return (
      code === STOP &&
      isLetter(before) &&
      isLetter(after) &&
      isSingleLetter(text, start, at - 1) &&
      !isWordCharacter(text.charCodeAt(at + 2))
    );
  }
  return false;
}

function isSingleLetter(text: string, start: number, at: number): boolean {
  return at === start || text.charCodeAt(at - 1) === STOP;
}

/** @returns the end of the last word */
function segmentUnspaced(run: string, offset: number, before: number, visit: VisitWord): number {
  let last = before;
  wordSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const { segment, index, isWordLike } of wordSegmenter.segment(run)) {
    if (!isWordLike) continue;
    const start = offset + index;
    visit(start, start + segment.length, start === last);
    last = start + segment.length;
  }
  return last;
}

/**
 * A word in the form under which it is compared: lower case, compatibility forms folded (NFKC), curly apostrophes
 * straight, the possessive gone: "Zelenskyy’s" is "zelenskyy". "U.S" stays "u.s", apart from the pronoun.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (NOT_ASCII.test(folded)) folded = folded.normalize('NFKC').replace(/[’ʼ]/g, "'");
  return folded.endsWith("'s") ? folded.slice(0, -2) : folded;
}

const NOT_ASCII = /[^ -~]/;
