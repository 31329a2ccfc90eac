/** The language part of a tag as pages and feeds declare it ("en-GB", "en_us"); null when it is none. */
export function declaredLanguage(tag: string | null | undefined): string | null {
  const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(tag?.trim() ?? '')?.[1];
  return code?.toLowerCase() ?? null;
}
