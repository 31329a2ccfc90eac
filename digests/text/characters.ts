/** Character classes by UTF-16 unit, for scanners that read text once. */

export function isLineBreak(code: number): boolean {
  // most characters are letters and spaces
  if (code > 0x0d && code < 0x85) return false;
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
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

/** Classes of the code units, worked out once each: a regular expression a character is too slow. */
const UNKNOWN = 0;
const OTHER = 1;
const WORD_CLASS = 2;
const LETTER_CLASS = 3;
const UPPER_CLASS = 4;
const LOWER_CLASS = 5;
const classes = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) classes[code] = classify(code);

/** Of no character at all, as behind a text's end (NaN), it is `OTHER`. */
function classOf(code: number): number {
  const known = classes[code] ?? OTHER;
  if (known !== UNKNOWN) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

function classify(code: number): number {
  // Surrogates come in pairs; letters outside the basic plane are rare in news, so halves are no word characters.
  if (code >= 0xd800 && code <= 0xdfff) return OTHER;
  const character = String.fromCharCode(code);
  if (UPPER.test(character)) return UPPER_CLASS;
  if (LOWER.test(character)) return LOWER_CLASS;
  if (LETTER.test(character)) return LETTER_CLASS;
  return WORD.test(character) ? WORD_CLASS : OTHER;
}

export function isUpper(code: number): boolean {
  return classOf(code) === UPPER_CLASS;
}

export function isLower(code: number): boolean {
  return classOf(code) === LOWER_CLASS;
}

export function isLetter(code: number): boolean {
  return classOf(code) >= LETTER_CLASS;
}

/** Letter, digit or combining mark. */
export function isWordCharacter(code: number): boolean {
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
