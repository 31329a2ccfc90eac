/** Languages that Courant speaks to people and reads with stop words and stems of its own, as ISO 639-1 codes. */
export const languages = ['en', 'uk', 'ar', 'de', 'es', 'fr'] as const;

export type Language = (typeof languages)[number];

export function isLanguage(code: string): code is Language {
  return languages.some((language) => language === code);
}
