import type { AnalysedArticle } from '../../domain/analysed-article.ts';

/**
 * Most articles, and about as many characters of text, that are written in one transaction: some ten milliseconds. In
 * longer ones other writers, and this process's own answers, wait; in shorter ones the index is merged more often.
 */
const mostArticles = 100;
const mostCharacters = 400_000;

/** Articles in their order, as many at a time as go into one transaction; a very long one goes alone. */
export function* inPortions<T>(
  entries: readonly T[],
  articleOf: (entry: T) => AnalysedArticle['article'],
): Generator<readonly T[]> {
  let portion: T[] = [];
  let characters = 0;
  for (const entry of entries) {
    const { length } = articleOf(entry).text;
    if (portion.length === mostArticles || (portion.length > 0 && characters + length > mostCharacters)) {
      yield portion;
      portion = [];
      characters = 0;
    }
    portion.push(entry);
    characters += length;
  }
  if (portion.length > 0) yield portion;
}
