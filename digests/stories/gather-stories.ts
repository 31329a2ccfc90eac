import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import type { Candidate } from '../digest-request.ts';
import { readTerms } from './article-terms.ts';
import { clusterArticles } from './cluster-articles.ts';

/** Articles that tell one event, oldest first. */
export type Gathered = {
  /** Those of the window: never empty. */
  readonly members: readonly Candidate[];
  /** Those its readers had in earlier digests. */
  readonly before: readonly AnalysedArticle[];
};

/** Stories of the window's articles, each with what came of it earlier. */
export function gatherStories(
  articles: readonly Candidate[],
  earlier: readonly AnalysedArticle[],
): Gathered[] {
  const current = new Set(articles.map(({ analysis }) => analysis.article.id));
  const before = earlier.filter(({ article }) => !current.has(article.id));
  const storyOf = new Map(
    clusterArticles([...articles.map(({ analysis }) => analysis), ...before].map(clusterable)).map(
      ({ id, story }) => [id, story],
    ),
  );
  const beforeOf = Map.groupBy(before, ({ article }) => storyOf.get(article.id));
  return [...Map.groupBy(articles, ({ analysis }) => storyOf.get(analysis.article.id))].map(
    ([story, members]) => ({
      members: members.toSorted((a, b) => byTime(a.analysis, b.analysis)),
      before: (beforeOf.get(story) ?? []).toSorted(byTime),
    }),
  );
}

function clusterable({ article, terms }: AnalysedArticle) {
  return {
    id: article.id,
    title: article.title,
    publishedAt: article.publishedAt,
    terms: readTerms(terms),
  };
}

function byTime({ article: a }: AnalysedArticle, { article: b }: AnalysedArticle): number {
  return a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1);
}
