import type { StoryText } from './document.ts';

/** Sentences of an article among which the one that tells its headline is looked for. */
const EARLY = 8;
/** Share of the headline's stems that a sentence must tell to open the summary under it. */
const LEAST_SHARE = 1 / 3;

/**
 * The early sentence of the first article that tells most of its headline; the first of equal ones. An anecdote that
 * shares nothing with the headline is passed over.
 * @returns its index in the story; null where none tells enough of it
 */
export function openingOf({ sentences, titles, words }: StoryText): number | null {
  const stemOf = (inBook: number) => words.book.stemOf(inBook);
  const headline = new Set((titles[0] ?? []).map(stemOf).filter((stem) => stem >= 0));
  let opening: number | null = null;
  let most = LEAST_SHARE * headline.size;
  for (const { article, position, sentence, words: own } of sentences) {
    if (article > 0 || position >= EARLY) break;
    const stems = new Set(own.map((word) => stemOf(words.inBook[word] as number)));
    const told = [...headline].filter((stem) => stems.has(stem)).length;
    if (told === 0 || told < most || (opening !== null && told === most)) continue;
    opening = sentence;
    most = told;
  }
  return opening;
}
