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

/** What a code unit is, a bit each. */
const UNKNOWN = 0;
const KNOWN = 1;
const WORD = 2;
const LETTER = 4;
const UPPER = 8;
const LOWER = 16;
const UNSPACED = 32;

const PROPERTIES: readonly (readonly [sign: number, pattern: RegExp])[] = [
  [WORD, /[\p{L}\p{N}\p{M}]/u],
  [LETTER, /\p{L}/u],
  [UPPER, /\p{Lu}/u],
  [LOWER, /\p{Ll}/u],
];

/** Worked out once for each code unit: a regular expression a character is too slow. */
const signs = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) learn(code);
// Dashes and quotation marks of print: with the first of them the patterns are compiled for wide text, 10 ms long.
for (let code = 0x2010; code < 0x2020; code++) learn(code);

/** Of no character at all, as behind a text's end (NaN), it is nothing. */
function signsOf(code: number): number {
  const known = signs[code] ?? KNOWN;
  return known === UNKNOWN ? learn(code) : known;
}

function learn(code: number): number {
  const found = classify(code);
  signs[code] = found;
  return found;
}

function classify(code: number): number {
  // Surrogates come in pairs; letters outside the basic plane are rare in news, so halves are no word characters.
  if (code >= 0xd800 && code <= 0xdfff) return KNOWN;
  const character = String.fromCharCode(code);
  let found = isUnspacedScript(code) ? KNOWN | UNSPACED : KNOWN;
  for (const [sign, pattern] of PROPERTIES) if (pattern.test(character)) found |= sign;
  return found;
}

export function isUpper(code: number): boolean {
  return (signsOf(code) & UPPER) !== 0;
}

export function isLower(code: number): boolean {
  return (signsOf(code) & LOWER) !== 0;
}

export function isLetter(code: number): boolean {
  return (signsOf(code) & LETTER) !== 0;
}

/** Letter, digit or combining mark. */
export function isWordCharacter(code: number): boolean {
  return (signsOf(code) & WORD) !== 0;
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

/** Where the next word character stands, from `at` on; `to` when there is none before. */
export function nextWordCharacter(units: Uint16Array, at: number, to: number): number {
  let next = at;
  while (next < to && (signsAt(units, next) & WORD) === 0) next++;
  return next;
}

/** Where the word characters end that stand from `at` on, of scripts that part words by spaces. */
export function endOfWordCharacters(units: Uint16Array, at: number, to: number): number {
  let end = at;
  while (end < to && (signsAt(units, end) & (WORD | UNSPACED)) === WORD) end++;
  return end;
}

function signsAt(units: Uint16Array, at: number): number {
  const code = units[at] as number;
  const known = signs[code] as number;
  return known === UNKNOWN ? learn(code) : known;
}
