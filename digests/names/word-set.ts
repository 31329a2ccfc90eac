/** A set of the words of a text, however they are broken into lines: word lists stay readable as prose. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
