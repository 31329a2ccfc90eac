import { type ArticleTerms, articleTerms } from './article-terms.ts';
import { averageLink, type Link } from './average-link.ts';
import { daysBetween } from './candidates.ts';
import { comparePairs, comparisonWidth } from './compared-pairs.ts';
import { sameEvent } from './same-event.ts';
import { numberTerms, type VectorSpace, vectorSpace } from './vector-space.ts';

export type ClusterArticle = {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: number | null;
} & ({ readonly text: string; readonly language?: string } | { readonly terms: ArticleTerms });

export type StoryLabel = { readonly id: string; readonly story: string };

/** Mean chance, over all pairs of two groups, from which they tell one event. */
const threshold = 0.5;
/** Share of the articles in one story from which on rarity is counted anew, a story once; and how often at most. */
const dominant = 0.03;
const mostLooks = 3;
/** Fainter links decide nothing and cost memory. */
const faintest = 0.1;

/**
 * Which story each article tells, labelled by the story's first article; same order out as in. The order the
 * articles come in changes nothing.
 */
export function clusterArticles(articles: readonly ClusterArticle[]): StoryLabel[] {
  const ordered = articles.map((article, place) => ({ article, place })).sort(earlierFirst);
  // One at a time: terms as text are many times larger than as numbers.
  const terms = numberTerms(ordered.values().map(({ article }) => termsOf(article)));
  const times = ordered.map(({ article }) => article.publishedAt);
  let clusters = clustersOf(vectorSpace(terms), times);
  for (let look = 1; look < mostLooks && dominates(clusters); look++)
    clusters = clustersOf(vectorSpace(terms, shares(clusters)), times);
  const labels = articles.map(({ id }) => ({ id, story: id }));
  for (const [at, { place, article }] of ordered.entries())
    labels[place] = { id: article.id, story: ordered[clusters[at] ?? at]?.article.id ?? article.id };
  return labels;
}

function clustersOf(space: VectorSpace, times: readonly (number | null)[]): number[] {
  return averageLink(space.articles, linksBetween(space, times), threshold);
}

/** Whether one story fills so much of the batch that its own words pass for common ones. */
function dominates(clusters: readonly number[]): boolean {
  const largest = sizesOf(clusters)
    .values()
    .reduce((most, size) => Math.max(most, size), 0);
  return largest > 1 && largest >= dominant * clusters.length;
}

/** Each story counts once, however many tell it. */
function shares(clusters: readonly number[]): Float64Array {
  const sizes = sizesOf(clusters);
  return Float64Array.from(clusters, (cluster) => 1 / (sizes.get(cluster) ?? 1));
}

function sizesOf(clusters: readonly number[]): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const cluster of clusters) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return sizes;
}

type Placed = { readonly article: ClusterArticle; readonly place: number };

/** Undated articles first. */
function earlierFirst({ article: a }: Placed, { article: b }: Placed): number {
  const [timeA, timeB] = [a.publishedAt, b.publishedAt].map((time) => time ?? Number.NEGATIVE_INFINITY);
  if (timeA === timeB || timeA === undefined || timeB === undefined)
    return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  return timeA - timeB;
}

function termsOf(article: ClusterArticle): ArticleTerms {
  return 'terms' in article ? article.terms : articleTerms(article);
}

function linksBetween(space: VectorSpace, times: readonly (number | null)[]): Link[] {
  const links: Link[] = [];
  const { earlier, later, features } = comparePairs(space, times);
  for (let pair = 0; pair < earlier.length; pair++) {
    const [a, b] = [earlier[pair] as number, later[pair] as number];
    const likeness = sameEvent(features, pair * comparisonWidth, daysBetween(times, a, b));
    if (likeness >= faintest) links.push({ a, b, likeness });
  }
  return links;
}
