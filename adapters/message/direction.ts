const firstStrong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u;
const anyRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;

const isolateStart = '\u2068';
const isolateEnd = '\u2069';

/** The way a text runs, by its first letter; a text without letters runs left to right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  if (!anyRightToLeft.test(text)) return 'ltr';
  const letter = firstStrong.exec(text)?.[0] ?? '';
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** The way a language is written. */
export function directionOfLocale(locale: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)(-|$)/i.test(locale) ? 'rtl' : 'ltr';
}

/**
 * Joins parts that may run in different directions into one line. A part that runs against the first one is
 * isolated, so that neither its letters nor the separator jump over to the wrong side.
 */
export function joinIsolated(parts: readonly string[], separator: string): string {
  const line = parts.filter((part) => part !== '').join(separator);
  if (!anyRightToLeft.test(line)) return line;
  const base = directionOf(line);
  return parts
    .filter((part) => part !== '')
    .map((part) => (directionOf(part) === base ? part : isolated(part)))
    .join(separator);
}

/** A text that keeps to itself, whichever way its surroundings run. */
export function isolated(text: string): string {
  return isolateStart + text + isolateEnd;
}

/** The text as part of a line that runs in `base` direction. */
export function within(base: 'ltr' | 'rtl', text: string): string {
  return directionOf(text) === base ? text : isolated(text);
}
