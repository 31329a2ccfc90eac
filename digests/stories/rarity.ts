import { createRequire } from 'node:module';

/** Shares of articles in which common words of English news occur: counts only, names left out (eval/stories/train.ts). */
const background: ReadonlyMap<string, number> = new Map(
  Object.entries(createRequire(import.meta.url)('./background.weights.json') as Record<string, number>),
);

/** The background counts like so many articles more: it matters for a few articles and fades among thousands. */
const backgroundArticles = 400;
/** Share of articles that a term outside the background is taken to occur in. */
const unseenShare = 0.0004;

/** Inverse document frequency of a term that `occursIn` so many of the `articles`; 0 for one that all of them share. */
export function rarityOf(term: string, occursIn: number, articles: number): number {
  const expected = (background.get(term) ?? unseenShare) * backgroundArticles;
  return Math.max(0, Math.log((articles + backgroundArticles + 1) / (occursIn + expected + 0.5)));
}
