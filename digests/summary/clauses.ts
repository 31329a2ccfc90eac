import { isDigit } from '../text/characters.ts';
import { Clause } from './clause-words.ts';
import type { SentenceWords } from './sentence-words.ts';

type Separator = 'comma' | 'dash' | 'semicolon';

/** A piece of a sentence between separators; `before` is what parts it from the piece before. Offsets are the text's. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly before: Separator | null;
  /** Its words, by their places in the sentence: from the first up to, without, the last. */
  readonly from: number;
  readonly to: number;
  /** Bits of `Clause`: of its first word, and of all its words together. */
  readonly opening: number;
  readonly signs: number;
  /** Has a finite verb outside of quotation marks. */
  readonly finite: boolean;
  /** Begins with one, an adverb before it apart: what follows an insertion after its subject. */
  readonly startsFinite: boolean;
  readonly quoted: boolean;
};

/** Cuts a sentence at commas, dashes and semicolons outside of quotation marks and brackets. */
export function piecesOf(words: SentenceWords, end: number): Piece[] {
  const { text: sentence } = words.source;
  const pieces: Piece[] = [];
  let start = words.from;
  let from = 0;
  let before: Separator | null = null;
  let depth = 0;
  let quoted = false;
  const add = (to: number) => {
    const piece = pieceOf(words, start, to, from, before);
    pieces.push(piece);
    from = piece.to;
  };
  for (let at = start; at < end; at++) {
    const code = sentence.charCodeAt(at);
    if (isOrdinary(code)) continue;
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
    add(cut.from);
    start = cut.to;
    before = cut.separator;
    at = cut.to - 1;
  }
  add(end);
  return pieces;
}

/** Letters and digits, which part nothing; most characters are of them. */
function isOrdinary(code: number): boolean {
  return (code > 0x60 && code < 0x7f) || (code > 0x2f && code < 0x3b) || (code > 0x3f && code < 0x5b);
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

function pieceOf(
  words: SentenceWords,
  start: number,
  end: number,
  from: number,
  before: Separator | null,
): Piece {
  const quotation = quotationIn(words.source.text, start, end);
  let to = from;
  let signs = 0;
  let finite = false;
  for (; to < words.count && (words.starts[to] as number) < end; to++) {
    const own = words.clauseSigns(to);
    signs |= own;
    const at = words.starts[to] as number;
    if ((own & Clause.finite) !== 0 && !(quotation && at >= quotation.from && at < quotation.to))
      finite = true;
  }
  const opening = from < to ? words.clauseSigns(from) : 0;
  const verb = (opening & Clause.adverb) === 0 ? from : from + 1;
  return {
    start,
    end,
    before,
    from,
    to,
    opening,
    signs,
    finite,
    startsFinite: verb < to && (words.clauseSigns(verb) & Clause.finite) !== 0,
    quoted: quotation !== null,
  };
}

const QUOTED = /["“«].*?(?:["”»]|$)|''.*?(?:''|$)/s;
const QUOTATION_MARK = /["“«]|''/;

/** Where the first quotation in a stretch of the sentence stands. */
function quotationIn(sentence: string, start: number, end: number): { from: number; to: number } | null {
  const text = sentence.slice(start, end);
  const quotation = QUOTATION_MARK.test(text) ? QUOTED.exec(text) : null;
  if (!quotation) return null;
  const from = start + quotation.index;
  return { from, to: from + quotation[0].length };
}
