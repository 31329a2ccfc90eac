import { isSpace } from '../text/characters.ts';

export const QUOT = 0x22;
/** Left-over HTML: `href="…"` quotes nobody. */
export const EQUALS = 0x3d;
export const APOSTROPHE = 0x27;
export const GRAVE = 0x60;
export const LEFT_SINGLE = 0x2018;
export const RIGHT_SINGLE = 0x2019;
export const LEFT_DOUBLE = 0x201c;
export const RIGHT_DOUBLE = 0x201d;
export const LOW_DOUBLE = 0x201e;
export const HIGH_REVERSED = 0x201f;
export const LEFT_GUILLEMET = 0xab;
export const RIGHT_GUILLEMET = 0xbb;
export const LEFT_CORNER = 0x300c;
export const RIGHT_CORNER = 0x300d;
export const LEFT_WHITE_CORNER = 0x300e;
export const RIGHT_WHITE_CORNER = 0x300f;

export function isLetterOrDigit(code: number): boolean {
  if (code < 0x80) {
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  }
  return code >= 0xc0 && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f);
}

function isLetter(code: number): boolean {
  return isLetterOrDigit(code) && !(code >= 0x30 && code <= 0x39);
}

/** What the article uses its marks for, found in one pass: which family opens quotations, and which way « » point. */
export type Convention = { readonly single: boolean; readonly inward: boolean };

export function conventionOf(text: string): Convention {
  let doubles = 0;
  let singles = 0;
  let curlySingles = 0;
  let beginsSingle = false;
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
      if (!opens(text, i, 1)) continue;
      singles++;
      if (code !== LEFT_SINGLE) continue;
      curlySingles++;
      if (doubles === 0) beginsSingle = true;
    }
  }
  // British papers open with ‘ and keep “ for what is quoted within.
  const single = doubles === 0 ? singles > 0 : beginsSingle && curlySingles >= doubles;
  return { single, inward: firstGuillemet === RIGHT_GUILLEMET };
}

/** Has room before it and text after it, as an opening mark has. */
export function opens(text: string, at: number, width: number): boolean {
  const before = at === 0 ? 0x20 : text.charCodeAt(at - 1);
  const after = at + width < text.length ? text.charCodeAt(at + width) : 0x20;
  return !isLetterOrDigit(before) && !isSpace(after) && !isClosingPunctuation(before);
}

function isClosingPunctuation(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026;
}

/** Where the text goes on behind a line break, does it open a quotation with the mark `code`? */
export function paragraphOpens(text: string, lineBreak: number, code: number): boolean {
  let at = lineBreak;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return text.charCodeAt(at) === code;
}

/** A straight mark that opens nothing: of inches ("6" pipe"), or left over from a quotation that ended. */
export function isStrayStraightMark(text: string, at: number): boolean {
  if (at === 0 || opens(text, at, 1)) return false;
  const before = text.charCodeAt(at - 1);
  const after = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x20;
  // A lost space, as in: spoke of"the bridge".
  if (isLetter(before) && isLetter(after)) return false;
  return isLetterOrDigit(before) || (isClosingPunctuation(before) && isSpace(after));
}
