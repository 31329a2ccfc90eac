import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import { readTerms } from './article-terms.ts';

/**
 * The article whose headline stands for all: the one whose title names most of what the others tell too; the newest of
 * equals. A comment, a side issue and a reaction name things that the others don't.
 *
 * @param relevanceOf How well an article fits the topic, 0 to 1; counts as much as fitting the others.
 * @throws Error when there is no article.
 */
export function leadArticle<T extends AnalysedArticle>(
  analyses: readonly T[],
  relevanceOf: (analysis: T) => number,
): T {
  const read = analyses.map((analysis) => ({ analysis, terms: readTerms(analysis.terms) }));
  const occursIn = new Map<string, number>();
  for (const { terms } of read)
    for (const term of terms.terms) occursIn.set(term, (occursIn.get(term) ?? 0) + 1);
  const scored = read.map(({ analysis, terms: { terms, titleTerms } }) => {
    // An article's own title terms are in it anyway: only the others speak for them.
    const others = terms.slice(0, titleTerms).map((term) => Math.max(0, (occursIn.get(term) ?? 0) - 1));
    const support = others.reduce((sum, count) => sum + count, 0) / Math.max(1, others.length);
    return { analysis, score: support / Math.max(1, analyses.length - 1) + relevanceOf(analysis) };
  });
  const [lead] = scored.sort(
    (a, b) => b.score - a.score || b.analysis.article.publishedAt - a.analysis.article.publishedAt,
  );
  if (!lead) throw new Error('a story has at least one article');
  return lead.analysis;
}
