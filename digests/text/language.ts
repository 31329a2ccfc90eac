import { detect } from 'tinyld/light';

/** A few paragraphs tell the language; more costs time and changes nothing. */
const SAMPLE = 1200;
/** Of less nothing certain can be said. */
const MIN_SAMPLE = 24;

/** ISO 639-1 code of the language a text is in; "und" when it is too short or can't be told. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (sample.length < MIN_SAMPLE) return 'und';
  const found = detect(sample) || 'und';
  return found === 'ru' ? eastSlavic(sample) : found;
}

/** The detector's small model takes the neighbours of Russian for it; letters that only one of them has tell. */
function eastSlavic(sample: string): string {
  if (/ў/i.test(sample)) return 'be';
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0;
  return count(/[іїєґ]/gi) > count(/[ыэъё]/gi) ? 'uk' : 'ru';
}
