import { type ArticleTerms, articleTerms } from './article-terms.ts';
import { StoryIndex } from './story-index.ts';

export type ClusterArticle = {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: number | null;
  readonly outlet: string | null;
} & ({ readonly text: string } | { readonly terms: ArticleTerms });

export type StoryLabel = { readonly id: string; readonly story: string };

/** Which story each article tells, labelled by the story's first article; same order out as in. */
export function clusterArticles(articles: readonly ClusterArticle[]): StoryLabel[] {
  const read = articles.map((article) => ({
    ...article,
    terms: 'terms' in article ? article.terms : articleTerms(article),
  }));
  const index = new StoryIndex();
  for (const { terms } of read) index.countTerms(terms);
  const byTime = read.toSorted((a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0));
  const storyOf = new Map(byTime.map((article) => [article.id, index.add(article)]));
  return articles.map(({ id }) => ({ id, story: storyOf.get(id) ?? id }));
}
