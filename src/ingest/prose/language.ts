import { detect } from 'tinyld/light';

/** A few paragraphs tell the language; more costs time and changes nothing. */
const SAMPLE = 1_200;
const MIN_SAMPLE = 24;

/** ISO 639-1 code of the language a text is in, "und" when it is too short or cannot be told. */
export function languageOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (sample.length < MIN_SAMPLE) return 'und';
  return detect(sample) || 'und';
}

/** The language part of a tag as pages and feeds declare it ("en-GB", "en_us"); null when it is none. */
export function declaredLanguage(tag: string | null | undefined): string | null {
  const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(tag?.trim() ?? '')?.[1];
  return code?.toLowerCase() ?? null;
}
