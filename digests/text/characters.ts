/** Character classes by UTF-16 unit, for scanners that read text once. */

export function isLineBreak(code: number): boolean {
  return (
    code === 0x0a ||
    code === 0x0d ||
    code === 0x0b ||
    code === 0x0c ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x85
  );
}

/** White space of any kind, zero-width characters and direction marks among it. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code <= 0x20;
  return (
    code === 0x85 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2069) ||
    code === 0x3000 ||
    code === 0xfeff
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const LETTER = /\p{L}/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Classes of the code units outside ASCII, worked out once each: a regular expression a character is too slow. */
const UNKNOWN = 0;
const OTHER = 1;
const WORD_CLASS = 2;
const LETTER_CLASS = 3;
const UPPER_CLASS = 4;
const LOWER_CLASS = 5;
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  // Surrogates come in pairs; letters outside the basic plane are rare in news, so halves count as word characters.
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const character = String.fromCharCode(code);
  const found = isSurrogate
    ? OTHER
    : UPPER.test(character)
      ? UPPER_CLASS
      : LOWER.test(character)
        ? LOWER_CLASS
        : LETTER.test(character)
          ? LETTER_CLASS
          : WORD.test(character)
            ? WORD_CLASS
            : OTHER;
  classes[code] = found;
  return found;
}

export function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return classOf(code) === UPPER_CLASS;
}

export function isLower(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return classOf(code) === LOWER_CLASS;
}

export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return classOf(code) >= LETTER_CLASS;
}

/** Letter, digit or combining mark. */
export function isWordCharacter(code: number): boolean {
  if (code < 0x80) return isLetter(code) || isDigit(code);
  return classOf(code) >= WORD_CLASS;
}

/** Scripts written without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. */
export function isUnspacedScript(code: number): boolean {
  return (
    code >= 0x0e00 &&
    ((code >= 0x3040 && code <= 0x30ff) ||
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      code <= 0x0eff ||
      (code >= 0x1000 && code <= 0x109f) ||
      (code >= 0x1780 && code <= 0x17ff))
  );
}
