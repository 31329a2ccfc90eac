import { createRequire } from 'node:module';
import type { ArticleTerms } from './article-terms.ts';

/** Shares of articles in which common words of English news occur: counts only, names left out (eval/stories/train.ts). */
const background: ReadonlyMap<string, number> = new Map(
  Object.entries(createRequire(import.meta.url)('./background.weights.json') as Record<string, number>),
);

/** The background counts like so many articles more: it matters for a few articles and fades among thousands. */
const backgroundArticles = 400;
/** Share of articles that a term outside the background is taken to occur in. */
const unseenShare = 0.0004;

/** Inverse document frequency of a term among these articles, 0 for one that all of them share. */
export type Rarity = (term: string) => number;

export function rarityAmong(articles: readonly ArticleTerms[]): Rarity {
  const frequency = new Map<string, number>();
  for (const { weights } of articles) {
    for (const term of weights.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const total = articles.length + backgroundArticles;
  const known = new Map<string, number>();
  return (term) => {
    let rarity = known.get(term);
    if (rarity === undefined) {
      const expected = (background.get(term) ?? unseenShare) * backgroundArticles;
      rarity = Math.max(0, Math.log((total + 1) / ((frequency.get(term) ?? 0) + expected + 0.5)));
      known.set(term, rarity);
    }
    return rarity;
  };
}
