import type { Run } from './message.ts';

const firstStrong = /\p{L}/u;
const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Mandaic}\p{Script=Samaritan}]/u;
const anyRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/;

const isolateStart = '\u2068';
const isolateEnd = '\u2069';

/** The way a text runs, by its first letter; a text without letters runs left to right. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = text.charCodeAt(0);
  if (isBasicLatin(first)) return 'ltr';
  if (isBasicArabic(first)) return 'rtl';
  if (!anyRightToLeft.test(text)) return 'ltr';
  const letter = firstStrong.exec(text)?.[0] ?? '';
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** Most texts begin with such a letter: their direction is told without reading on. */
function isBasicLatin(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isBasicArabic(code: number): boolean {
  return (code >= 0x621 && code <= 0x63a) || (code >= 0x641 && code <= 0x64a);
}

/** True for a text that runs that way, and for one without letters, which runs as its surroundings do. */
export function runsWith(base: 'ltr' | 'rtl', text: string): boolean {
  return directionOf(text) === base || !firstStrong.test(text);
}

/** The way a language is written. */
export function directionOfLocale(locale: string): 'ltr' | 'rtl' {
  return /^(ar|he|fa|ur|ps|sd|ug|yi|dv|ckb)(-|$)/i.test(locale) ? 'rtl' : 'ltr';
}

/**
 * Joins parts that may run in different directions into one line that runs as its first part does, or as `base`
 * says. A part that runs against the line is isolated, so that neither its letters nor the separator jump over to
 * the wrong side.
 */
export function joinIsolated(parts: readonly string[], separator: string, base?: 'ltr' | 'rtl'): string {
  const shown = parts.filter((part) => part !== '');
  const line = shown.join(separator);
  if (base === undefined && !anyRightToLeft.test(line)) return line;
  const way = base ?? directionOf(line);
  return shown.map((part, index) => (index === 0 ? opening(way, part) : within(way, part))).join(separator);
}

/**
 * A line of runs with each run isolated that goes against the line's way. The marks stand beside the run, never in it:
 * what is set as code is copied and typed.
 *
 * @param way of the language the line is in; one without a word of it, such as a title, goes as it begins
 */
export function isolatedRuns(runs: readonly Run[], way: 'ltr' | 'rtl'): readonly Run[] {
  if (!runs.some(({ text }) => anyRightToLeft.test(text))) return runs;
  const isOfWay = runs.some(({ text }) => firstStrong.test(text) && directionOf(text) === way);
  const base = isOfWay ? way : directionOf(runs[0]?.text ?? '');
  return runs.flatMap((run, index): readonly Run[] => {
    if (runsWith(base, run.text)) return [run];
    // A space within the isolate would come to stand on its far side.
    const [, before = '', text = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(run.text) ?? [];
    const mark = index === 0 ? markOf(base) : '';
    return [{ text: before + mark + isolateStart }, { ...run, text }, { text: isolateEnd + after }];
  });
}

/** An invisible letter of that direction. */
function markOf(base: 'ltr' | 'rtl'): string {
  return base === 'rtl' ? '\u200f' : '\u200e';
}

/** A text that keeps to itself, whichever way its surroundings run. */
export function isolated(text: string): string {
  return isolateStart + text + isolateEnd;
}

/**
 * The text as the beginning of a line that runs in `base` direction. Clients let a line run as its first letter does,
 * some without looking whether that is isolated: so where the text runs the other way, a mark goes before it.
 */
export function opening(base: 'ltr' | 'rtl', text: string): string {
  return directionOf(text) === base ? text : markOf(base) + isolated(text);
}

/** The text as part of a line that runs in `base` direction. */
export function within(base: 'ltr' | 'rtl', text: string): string {
  return directionOf(text) === base ? text : isolated(text);
}
