/**
 * How readily editors take a word, or a pair of words, up into a summary: the logarithm of its odds against those of
 * any word. 0 for what is not known, and for names, which are told or not for what they did in this story alone.
 */
export type Lexicon = (name: string) => number;

/** @param odds by name, as `eval/summary/lexicon.ts` learns them */
export function lexiconOf(odds: Readonly<Record<string, number>>): Lexicon {
  const known = new Map(Object.entries(odds));
  return (name) => known.get(name) ?? 0;
}
