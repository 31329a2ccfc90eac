import type { Span } from '../../src/domain/span.ts';
import { isLineBreak, isSpace } from '../text/characters.ts';

/**
 * A stretch of text between quotation marks. `start`/`end` are inside the marks and trimmed; `outerStart`/`outerEnd`
 * hold the marks. A stretch never runs over a line break: where a paragraph opens a quotation without closing it,
 * the stretch ends with the paragraph and `closed` is false.
 */
export type MarkedStretch = Span & {
  readonly outerStart: number;
  readonly outerEnd: number;
  readonly closed: boolean;
};

type Family = 'double' | 'single' | 'guillemet' | 'corner';

const QUOT = 0x22;
/** Left-over HTML: `href="…"` quotes nobody. */
const EQUALS = 0x3d;
const APOSTROPHE = 0x27;
const GRAVE = 0x60;
const LEFT_SINGLE = 0x2018;
const RIGHT_SINGLE = 0x2019;
const LEFT_DOUBLE = 0x201c;
const RIGHT_DOUBLE = 0x201d;
const LOW_DOUBLE = 0x201e;
const HIGH_REVERSED = 0x201f;
const LEFT_GUILLEMET = 0xab;
const RIGHT_GUILLEMET = 0xbb;

function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

/** What the article uses its marks for, found in one pass: which family opens quotations, and which way « » point. */
type Convention = { readonly single: boolean; readonly inward: boolean };

function conventionOf(text: string): Convention {
  let doubles = 0;
  let singles = 0;
  let firstGuillemet = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOT || code === LEFT_DOUBLE || code === LOW_DOUBLE) doubles++;
    else if (code === LEFT_GUILLEMET || code === RIGHT_GUILLEMET) {
      firstGuillemet ||= code;
      doubles++;
    } else if (code === APOSTROPHE && text.charCodeAt(i + 1) === APOSTROPHE) {
      doubles++;
      i++;
    } else if (code === LEFT_SINGLE || code === APOSTROPHE) {
      if (opens(text, i, 1)) singles++;
    }
  }
  return { single: doubles === 0 && singles > 0, inward: firstGuillemet === RIGHT_GUILLEMET };
}

/** Has room before it and text after it, as an opening mark has. */
function opens(text: string, at: number, width: number): boolean {
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  const after = at + width < text.length ? text.charCodeAt(at + width) : 0x20;
  return !isLetterOrDigit(before) && !isSpace(after) && !isClosingPunctuation(before);
}

function isClosingPunctuation(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

/**
 * Finds the outermost quoted stretches of a text, in order, never overlapping; marks within marks are part of the
 * outer stretch. Linear in the length of the text.
 */
export function findStretches(text: string): MarkedStretch[] {
  const convention = conventionOf(text);
  const found: MarkedStretch[] = [];
  let open: { family: Family; at: number; width: number } | null = null;
  let depth = 0;

  const close = (at: number, width: number, closed: boolean): void => {
    if (open === null) return;
    let start = open.at + open.width;
    let end = at;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) found.push({ start, end, outerStart: open.at, outerEnd: at + width, closed });
    open = null;
    depth = 0;
  };

  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isLineBreak(code)) {
      if (open !== null) {
        if (open.family === 'double') close(i, 0, false);
        else if (open.family === 'single') open = null;
      }
      continue;
    }
    const current: Family | null = open === null ? null : (open as { family: Family }).family;
    switch (code) {
      case QUOT:
      case LEFT_DOUBLE:
      case RIGHT_DOUBLE:
      case LOW_DOUBLE:
      case HIGH_REVERSED: {
        if (current === null) {
          if (code === RIGHT_DOUBLE && !opens(text, i, 1)) break;
          if (i > 0 && text.charCodeAt(i - 1) === EQUALS) break;
          if (code === QUOT && !opens(text, i, 1) && i > 0 && isLetterOrDigit(text.charCodeAt(i - 1))) break;
          open = { family: 'double', at: i, width: 1 };
        } else if (current === 'double') {
          // A curly quotation within a straight one, and the other way round.
          const openedBy = text.charCodeAt((open as { at: number } | null)?.at ?? i);
          if (openedBy === QUOT && code === LEFT_DOUBLE && opens(text, i, 1)) depth++;
          else if (openedBy === QUOT && code === RIGHT_DOUBLE && depth > 0) depth--;
          else close(i, 1, true);
        }
        break;
      }
      case GRAVE:
      case APOSTROPHE: {
        if (text.charCodeAt(i + 1) === code) {
          if (current === null) {
            if (opens(text, i, 2)) open = { family: 'double', at: i, width: 2 };
          } else if (current === 'double') close(i, 2, true);
          i++;
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
        if (opening && current === null) open = { family: 'guillemet', at: i, width: 1 };
        else if (current === 'guillemet') {
          if (opening) depth++;
          else if (depth > 0) depth--;
          else close(i, 1, true);
        }
        break;
      }
      case 0x300c:
      case 0x300e:
        if (current === null) open = { family: 'corner', at: i, width: 1 };
        else if (current === 'corner') depth++;
        break;
      case 0x300d:
      case 0x300f:
        if (current === 'corner') {
          if (depth > 0) depth--;
          else close(i, 1, true);
        }
        break;
    }
  }
  if (open !== null && (open as { family: Family }).family === 'double') close(text.length, 0, false);
  return found;

  function single(at: number, leftMark: boolean): void {
    if (open === null) {
      if ((leftMark || text.charCodeAt(at) === APOSTROPHE) && opens(text, at, 1)) {
        open = { family: 'single', at, width: 1 };
      }
      return;
    }
    if ((open as { family: Family }).family !== 'single' || leftMark) return;
    const before = text.charCodeAt(at - 1);
    const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
    if (isLetterOrDigit(after)) return;
    // "the boys’ room": a plural's apostrophe looks like a closing mark; only punctuation tells them apart.
    if ((before | 0x20) === 0x73 && after === 0x20) return;
    close(at, 1, true);
  }
}
