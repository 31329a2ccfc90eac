import type { Span } from '../../src/domain/span.ts';
import { isLineBreak, isSpace } from '../text/characters.ts';
import {
  APOSTROPHE,
  type Convention,
  conventionOf,
  EQUALS,
  GRAVE,
  HIGH_REVERSED,
  isLetterOrDigit,
  isStrayStraightMark,
  LEFT_CORNER,
  LEFT_DOUBLE,
  LEFT_GUILLEMET,
  LEFT_SINGLE,
  LEFT_WHITE_CORNER,
  LOW_DOUBLE,
  opens,
  paragraphOpens,
  QUOT,
  RIGHT_CORNER,
  RIGHT_DOUBLE,
  RIGHT_GUILLEMET,
  RIGHT_SINGLE,
  RIGHT_WHITE_CORNER,
} from './mark-shapes.ts';

/**
 * A stretch of text between quotation marks. `start`/`end` are inside the marks and trimmed; `outerStart`/`outerEnd`
 * hold the marks. A stretch never runs over a line break: where a paragraph opens a quotation without closing it,
 * the stretch ends with the paragraph and `closed` is false.
 */
export type MarkedStretch = Span & {
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly closed: boolean;
  /** Goes on with the stretch before it, behind its speaker, with no marks between. */
  readonly resumes?: boolean;
};

type Family = 'double' | 'single' | 'guillemet' | 'corner';

type Open = { readonly family: Family; readonly code: number; readonly at: number; readonly width: number };

/**
 * Finds the outermost quoted stretches of a text, in order, never overlapping; marks within marks are part of the
 * outer stretch. Linear in the length of the text: no paragraph is read more than twice.
 */
export function findStretches(text: string): MarkedStretch[] {
  return new StretchFinder(text).find();
}

/** Goes through a text once, with one quotation open at a time. */
class StretchFinder {
  readonly #text: string;
  readonly #convention: Convention;
  readonly #found: MarkedStretch[] = [];
  #open: Open | null = null;
  /** Quotations within the open one. */
  #depth = 0;
  #nested = false;
  /** The paragraph's marks were found not to nest: each opening one begins anew. */
  #flat = false;

  constructor(text: string) {
    this.#text = text;
    this.#convention = conventionOf(text);
  }

  find(): MarkedStretch[] {
    const text = this.#text;
    let at = 0;
    while (at < text.length || this.#open !== null) {
      // most characters are small letters and spaces
      while (isPlain(text.charCodeAt(at))) at++;
      at = at < text.length ? this.#read(at) : this.#endParagraph(text.length);
    }
    return this.#found;
  }

  /** Reads the character at a place; gives where to go on. */
  #read(at: number): number {
    const text = this.#text;
    const code = text.charCodeAt(at);
    if (isLineBreak(code)) return this.#endParagraph(at);
    switch (code) {
      case QUOT:
      case LEFT_DOUBLE:
      case RIGHT_DOUBLE:
      case LOW_DOUBLE:
      case HIGH_REVERSED:
        return at + this.#double(at, code);
      case GRAVE:
      case APOSTROPHE:
        if (text.charCodeAt(at + 1) === code) {
          this.#twice(at, code);
          return at + 2;
        }
        if (code === APOSTROPHE && this.#convention.single) this.#single(at, false);
        break;
      case LEFT_SINGLE:
      case RIGHT_SINGLE:
        if (this.#convention.single) this.#single(at, code === LEFT_SINGLE);
        break;
      case LEFT_GUILLEMET:
      case RIGHT_GUILLEMET:
        this.#paired('guillemet', at, code, (code === LEFT_GUILLEMET) !== this.#convention.inward);
        break;
      case LEFT_CORNER:
      case LEFT_WHITE_CORNER:
        this.#paired('corner', at, code, true);
        break;
      case RIGHT_CORNER:
      case RIGHT_WHITE_CORNER:
        this.#paired('corner', at, code, false);
        break;
    }
    return at + 1;
  }

  #begin(family: Family, code: number, at: number, width: number): void {
    this.#open = { family, code, at, width };
    this.#depth = 0;
    this.#nested = false;
  }

  #close(at: number, width: number, closed: boolean): void {
    const opened = this.#open;
    if (opened === null) return;
    const text = this.#text;
    let start = opened.at + opened.width;
    let end = at;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) this.#found.push({ start, end, outerStart: opened.at, outerEnd: at + width, closed });
    this.#open = null;
  }

  /** Gives where to go on reading: where marks were found not to nest, the paragraph is read again. */
  #endParagraph(at: number): number {
    const opened = this.#open;
    if (opened === null || opened.family === 'single') this.#open = null;
    else if (
      this.#nested &&
      !this.#flat &&
      !(this.#depth === 0 && paragraphOpens(this.#text, at, opened.code))
    ) {
      this.#flat = true;
      this.#open = null;
      return opened.at;
    } else this.#close(at, 0, false);
    this.#flat = false;
    return at + 1;
  }

  /** Gives how many characters the mark has. */
  #double(at: number, code: number): number {
    const text = this.#text;
    const opened = this.#open;
    if (opened === null) {
      if (code === RIGHT_DOUBLE && !opens(text, at, 1)) return 1;
      if (at > 0 && text.charCodeAt(at - 1) === EQUALS) return 1;
      if (code === QUOT && isStrayStraightMark(text, at)) return 1;
      let width = 1;
      while (code === LEFT_DOUBLE && text.charCodeAt(at + width) === code) width++;
      this.#begin('double', code, at, width);
      return width;
    }
    if (opened.family !== 'double') return 1;
    const opening = opens(text, at, 1);
    // A curly quotation within a straight one, and one within its like.
    if (opened.code === QUOT && code === LEFT_DOUBLE && opening) this.#depth++;
    else if (opened.code === QUOT && code === RIGHT_DOUBLE && this.#depth > 0) this.#depth--;
    else if (code === opened.code && code !== QUOT && opening) {
      if (this.#flat) {
        this.#close(at, 0, false);
        this.#begin('double', code, at, 1);
      } else {
        this.#nested = true;
        this.#depth++;
      }
    } else if (this.#nested && this.#depth > 0) this.#depth--;
    else this.#close(at, 1, true);
    return 1;
  }

  /** Two apostrophes, or two grave accents, for one double mark. */
  #twice(at: number, code: number): void {
    if (this.#open === null) {
      if (opens(this.#text, at, 2)) this.#begin('double', code, at, 2);
    } else if (this.#open.family === 'double') this.#close(at, 2, true);
  }

  /** Marks whose shape says whether they open. */
  #paired(family: Family, at: number, code: number, opening: boolean): void {
    if (opening && this.#open === null) this.#begin(family, code, at, 1);
    else if (this.#open?.family === family) {
      if (opening) this.#depth++;
      else if (this.#depth > 0) this.#depth--;
      else this.#close(at, 1, true);
    }
  }

  #single(at: number, leftMark: boolean): void {
    const text = this.#text;
    if (this.#open === null) {
      if ((leftMark || text.charCodeAt(at) === APOSTROPHE) && opens(text, at, 1))
        this.#begin('single', LEFT_SINGLE, at, 1);
      return;
    }
    if (this.#open.family !== 'single' || leftMark) return;
    const before = text.charCodeAt(at - 1);
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
    if (isLetterOrDigit(after)) return;
    // "the boys’ room": a plural's apostrophe looks like a closing mark; only punctuation tells them apart.
    if ((before | 0x20) === 0x73 && after === 0x20) return;
    this.#close(at, 1, true);
  }
}

function isPlain(code: number): boolean {
  return (code > GRAVE && code < 0x7f) || code === 0x20;
}
