import { isDigit } from '../text/characters.ts';
import { tokenize } from '../text/tokens.ts';
import { FINITE_VERBS, NOT_VERBS } from './clause-words.ts';

type Separator = 'comma' | 'dash' | 'semicolon';

/** A piece of a sentence between separators; `before` is what parts it from the piece before. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly before: Separator | null;
  readonly words: readonly string[];
  /** Has a finite verb outside of quotation marks. */
  readonly finite: boolean;
  /** Begins with one, an adverb before it apart: what follows an insertion after its subject. */
  readonly startsFinite: boolean;
  readonly quoted: boolean;
};

/** Cuts a sentence at commas, dashes and semicolons outside of quotation marks and brackets. */
export function piecesOf(sentence: string, end: number): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let before: Separator | null = null;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < end; at++) {
    const code = sentence.charCodeAt(at);
    if (code === 0x28 || code === 0x5b) depth++;
    else if (code === 0x29 || code === 0x5d) depth--;
    else if (code === 0x22) quoted = !quoted;
    else if (code === 0x201c || code === 0xab) quoted = true;
    else if (code === 0x201d || code === 0xbb) quoted = false;
    else if ((code === 0x27 || code === 0x60) && sentence.charCodeAt(at + 1) === code) {
      quoted = !quoted;
      at++;
    }
    if (quoted || depth > 0) continue;
    const cut = separatorAt(sentence, at, code);
    if (!cut) continue;
    pieces.push(pieceOf(sentence, start, cut.from, before));
    start = cut.to;
    before = cut.separator;
    at = cut.to - 1;
  }
  pieces.push(pieceOf(sentence, start, end, before));
  return pieces;
}

type Cut = { readonly separator: Separator; readonly from: number; readonly to: number };

function separatorAt(sentence: string, at: number, code: number): Cut | null {
  const next = sentence.charCodeAt(at + 1);
  if (code === 0x2c && next === 0x20) {
    return isDigit(sentence.charCodeAt(at - 1)) && isDigit(sentence.charCodeAt(at + 2))
      ? null
      : { separator: 'comma', from: at, to: at + 2 };
  }
  if (code === 0x3b && next === 0x20) return { separator: 'semicolon', from: at, to: at + 2 };
  if (code === 0x2014) {
    const from = sentence.charCodeAt(at - 1) === 0x20 ? at - 1 : at;
    return { separator: 'dash', from, to: next === 0x20 ? at + 2 : at + 1 };
  }
  if (code === 0x20 && (next === 0x2d || next === 0x2013)) {
    const double = sentence.charCodeAt(at + 2) === 0x2d ? 1 : 0;
    if (sentence.charCodeAt(at + 2 + double) === 0x20)
      return { separator: 'dash', from: at, to: at + 3 + double };
  }
  return null;
}

function pieceOf(sentence: string, start: number, end: number, before: Separator | null): Piece {
  const text = sentence.slice(start, end);
  const words = wordsOf(text);
  const outside = QUOTED.test(text) ? wordsOf(text.replace(QUOTED, ' ')) : words;
  const lead = ADVERBS.has(words[0] ?? '') || (words[0] ?? '').endsWith('ly') ? 1 : 0;
  return {
    start,
    end,
    before,
    words,
    finite: outside.some(isFiniteVerb),
    startsFinite: isFiniteVerb(words[lead] ?? ''),
    quoted: outside !== words,
  };
}

const QUOTED = /["“«].*?(?:["”»]|$)|''.*?(?:''|$)/;
const ADVERBS: ReadonlySet<string> = new Set([
  'also',
  'then',
  'now',
  'still',
  'just',
  'even',
  'never',
  'soon',
  'since',
  'long',
]);

function wordsOf(text: string): string[] {
  return tokenize(text).map((word) => word.text.toLowerCase().replace('’', "'"));
}

function isFiniteVerb(word: string): boolean {
  return FINITE_VERBS.has(word) || (word.length > 4 && word.endsWith('ed') && !NOT_VERBS.has(word));
}
