import type { Span } from '../../src/domain/span.ts';
import { isLineBreak, isSpace } from '../text/characters.ts';
import {
  APOSTROPHE,
  conventionOf,
  EQUALS,
  GRAVE,
  HIGH_REVERSED,
  isLetterOrDigit,
  isStrayStraightMark,
  LEFT_DOUBLE,
  LEFT_GUILLEMET,
  LEFT_SINGLE,
  LOW_DOUBLE,
  opens,
  paragraphOpens,
  QUOT,
  RIGHT_DOUBLE,
  RIGHT_GUILLEMET,
  RIGHT_SINGLE,
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
  const convention = conventionOf(text);
  const found: MarkedStretch[] = [];
  // Read through `now()`: the compiler does not see that the functions below change it.
  let open: Open | null = null;
  const now = (): Open | null => open;
  let depth = 0;
  let nested = false;
  /** The paragraph's marks were found not to nest: each opening one begins anew. */
  let flat = false;

  const begin = (family: Family, code: number, at: number, width: number): void => {
    open = { family, code, at, width };
    depth = 0;
    nested = false;
  };

  const close = (at: number, width: number, closed: boolean): void => {
    const opened = now();
    if (opened === null) return;
    let start = opened.at + opened.width;
    let end = at;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) found.push({ start, end, outerStart: opened.at, outerEnd: at + width, closed });
    open = null;
  };

  /** Ends the paragraph at `at`; gives where to go on reading. */
  const endParagraph = (at: number): number => {
    const opened = now();
    if (opened === null || opened.family === 'single') open = null;
    else if (nested && !flat && !(depth === 0 && paragraphOpens(text, at, opened.code))) {
      flat = true;
      open = null;
      return opened.at;
    } else close(at, 0, false);
    flat = false;
    return at + 1;
  };

  const double = (i: number, code: number): number => {
    const opened = now();
    if (opened === null) {
      if (code === RIGHT_DOUBLE && !opens(text, i, 1)) return 1;
      if (i > 0 && text.charCodeAt(i - 1) === EQUALS) return 1;
      if (code === QUOT && isStrayStraightMark(text, i)) return 1;
      let width = 1;
      while (code === LEFT_DOUBLE && text.charCodeAt(i + width) === code) width++;
      begin('double', code, i, width);
      return width;
    }
    if (opened.family !== 'double') return 1;
    const opening = opens(text, i, 1);
    // A curly quotation within a straight one, and one within its like.
    if (opened.code === QUOT && code === LEFT_DOUBLE && opening) depth++;
    else if (opened.code === QUOT && code === RIGHT_DOUBLE && depth > 0) depth--;
    else if (code === opened.code && code !== QUOT && opening) {
      if (flat) {
        close(i, 0, false);
        begin('double', code, i, 1);
      } else {
        nested = true;
        depth++;
      }
    } else if (nested && depth > 0) depth--;
    else close(i, 1, true);
    return 1;
  };

  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isLineBreak(code)) {
      i = endParagraph(i);
      continue;
    }
    let step = 1;
    switch (code) {
      case QUOT:
      case LEFT_DOUBLE:
      case RIGHT_DOUBLE:
      case LOW_DOUBLE:
      case HIGH_REVERSED:
        step = double(i, code);
        break;
      case GRAVE:
      case APOSTROPHE: {
        if (text.charCodeAt(i + 1) === code) {
          if (now() === null) {
            if (opens(text, i, 2)) begin('double', code, i, 2);
          } else if (now()?.family === 'double') close(i, 2, true);
          step = 2;
          break;
        }
        if (code === APOSTROPHE && convention.single) single(i, false);
        break;
      }
      case LEFT_SINGLE:
      case RIGHT_SINGLE:
        if (convention.single) single(i, code === LEFT_SINGLE);
        break;
      case LEFT_GUILLEMET:
      case RIGHT_GUILLEMET: {
        const opening = (code === LEFT_GUILLEMET) !== convention.inward;
        if (opening && now() === null) begin('guillemet', code, i, 1);
        else if (now()?.family === 'guillemet') {
          if (opening) depth++;
          else if (depth > 0) depth--;
          else close(i, 1, true);
        }
        break;
      }
      case 0x300c:
      case 0x300e:
        if (now() === null) begin('corner', code, i, 1);
        else if (now()?.family === 'corner') depth++;
        break;
      case 0x300d:
      case 0x300f:
        if (now()?.family === 'corner') {
          if (depth > 0) depth--;
          else close(i, 1, true);
        }
        break;
    }
    i += step;
    if (i >= text.length && now() !== null) i = endParagraph(text.length);
  }
  return found;

  function single(at: number, leftMark: boolean): void {
    const opened = now();
    if (opened === null) {
      if ((leftMark || text.charCodeAt(at) === APOSTROPHE) && opens(text, at, 1))
        begin('single', LEFT_SINGLE, at, 1);
      return;
    }
    if (opened.family !== 'single' || leftMark) return;
    const before = text.charCodeAt(at - 1);
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
    if (isLetterOrDigit(after)) return;
    // "the boys’ room": a plural's apostrophe looks like a closing mark; only punctuation tells them apart.
    if ((before | 0x20) === 0x73 && after === 0x20) return;
    close(at, 1, true);
  }
}
