import type { Stretch } from '../../src/domain/span.ts';
import {
  endOfWordCharacters,
  isDigit,
  isLetter,
  isUnspacedScript,
  isWordCharacter,
  nextWordCharacter,
} from './characters.ts';

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const RIGHT_SINGLE = 0x2019;
const STOP = 0x2e;
const COMMA = 0x2c;

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

/** Visits the words that `tokenize` finds, in order; from `from` up to `to` of a text. */
export function eachWord(text: string, visit: VisitWord, from = 0, to = text.length): void {
  let end = from;
  for (;;) {
    const start = nextWordCharacter(text, end, to);
    if (start === to) return;
    if (isUnspacedScript(text.charCodeAt(start))) {
      end = start + 1;
      while (end < to && isUnspaced(text.charCodeAt(end))) end++;
      segmentUnspaced(text.slice(start, end), start, visit);
    } else {
      end = endOfWordCharacters(text, start + 1, to);
      while (end < to && joins(text, start, end)) end = endOfWordCharacters(text, end + 1, to);
      visit(start, end);
    }
  }
}

function isUnspaced(code: number): boolean {
  return isUnspacedScript(code) && isWordCharacter(code);
}

/** Whether a mark joins the letters or digits around it to one word. */
function joins(text: string, start: number, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === SPACE) return false;
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
