import { type ArticleTerms, articleTerms } from './article-terms.ts';
import { averageLink, type Link } from './average-link.ts';
import { candidatePairs } from './candidates.ts';
import { pairFeatureNames, pairFeatures } from './pair-features.ts';
import { rarityAmong } from './rarity.ts';
import { sameEvent } from './same-event.ts';
import { Vocabulary, vectorOf } from './vectors.ts';

export type ClusterArticle = {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: number | null;
} & ({ readonly text: string; readonly language?: string } | { readonly terms: ArticleTerms });

export type StoryLabel = { readonly id: string; readonly story: string };

/** Mean chance, over all pairs of two groups, from which they tell one event. */
const threshold = 0.5;
/** Fainter links decide nothing and cost memory. */
const faintest = 0.02;

/**
 * Which story each article tells, labelled by the story's first article; same order out as in. The order the
 * articles come in changes nothing.
 */
export function clusterArticles(articles: readonly ClusterArticle[]): StoryLabel[] {
  const read = articles.map((article) => ({
    id: article.id,
    publishedAt: article.publishedAt,
    terms: 'terms' in article ? article.terms : articleTerms(article),
  }));
  const ordered = read.toSorted(
    (a, b) => (a.publishedAt ?? 0) - (b.publishedAt ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const rarity = rarityAmong(ordered.map(({ terms }) => terms));
  const vocabulary = new Vocabulary();
  const dated = ordered.map(({ terms, publishedAt }) => ({
    vector: vectorOf(terms, rarity, vocabulary),
    publishedAt,
  }));
  const clusters = averageLink(dated.length, linksBetween(dated), threshold);
  const storyOf = new Map(ordered.map(({ id }, at) => [id, ordered[clusters[at] ?? at]?.id ?? id]));
  return articles.map(({ id }) => ({ id, story: storyOf.get(id) ?? id }));
}

function linksBetween(articles: Parameters<typeof candidatePairs>[0]): Link[] {
  const features = new Float64Array(pairFeatureNames.length);
  return candidatePairs(articles).flatMap((others, at) =>
    others.flatMap((other): Link[] => {
      const [a, b] = [articles[other], articles[at]];
      if (!a || !b) return [];
      const gap =
        a.publishedAt === null || b.publishedAt === null ? null : Math.abs(b.publishedAt - a.publishedAt);
      const likeness = sameEvent(pairFeatures(a.vector, b.vector, features), gap);
      return likeness < faintest ? [] : [{ a: other, b: at, likeness }];
    }),
  );
}
