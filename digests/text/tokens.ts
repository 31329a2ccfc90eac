import type { Stretch } from '../../src/domain/span.ts';
import {
  endOfWordCharacters,
  isDigit,
  isLetter,
  isUnspacedScript,
  isWordCharacter,
  nextWordCharacter,
} from './characters.ts';
import { type TextUnits, unitsOf } from './units.ts';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;
const STOP = 0x2e;
const COMMA = 0x2c;
/** What stands behind a text's end. */
const NOTHING = 0;

let wordSegmenter: Intl.Segmenter | undefined;

/** Is given a word's offsets. */
type VisitWord = (start: number, end: number) => void;

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

/** Visits the words that `tokenize` finds, in order. */
export function eachWord(text: string, visit: VisitWord): void {
  eachWordIn(unitsOf(text), 0, text.length, visit);
}

/** … from `from` up to `to` of a text. */
export function eachWordIn(source: TextUnits, from: number, to: number, visit: VisitWord): void {
  const { text, units } = source;
  let end = from;
  for (;;) {
    const start = nextWordCharacter(units, end, to);
    if (start === to) return;
    if (isUnspacedScript(units[start] as number)) {
      end = start + 1;
      while (end < to && isUnspaced(units[end] as number)) end++;
      segmentUnspaced(text.slice(start, end), start, visit);
    } else {
      end = endOfWordCharacters(units, start + 1, to);
      while (end < to && joins(units, start, end)) end = endOfWordCharacters(units, end + 1, to);
      visit(start, end);
    }
  }
}

function isUnspaced(code: number): boolean {
  return isUnspacedScript(code) && isWordCharacter(code);
}

/** Whether a mark joins the letters or digits around it to one word. */
function joins(units: Uint16Array, start: number, at: number): boolean {
  const code = units[at];
  if (code === SPACE) return false;
  const before = units[at - 1] as number;
  const after = units[at + 1] ?? NOTHING;
  if (code === APOSTROPHE || code === RIGHT_SINGLE) return isLetter(before) && isLetter(after);
  if (code === STOP || code === COMMA) {
    if (isDigit(before) && isDigit(after)) return true;
    return (
      code === STOP &&
      isLetter(before) &&
      isLetter(after) &&
      isSingleLetter(units, start, at - 1) &&
      !isWordCharacter(units[at + 2] ?? NOTHING)
    );
  }
  return false;
}

function isSingleLetter(units: Uint16Array, start: number, at: number): boolean {
  return at === start || units[at - 1] === STOP;
}

function segmentUnspaced(run: string, offset: number, visit: VisitWord): void {
  wordSegmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  for (const { segment, index, isWordLike } of wordSegmenter.segment(run))
    if (isWordLike) visit(offset + index, offset + index + segment.length);
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
