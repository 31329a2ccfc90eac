import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import type { Digest } from '../../src/domain/digest.ts';

/** Fields that are moments, wherever they stand. */
const moments: ReadonlySet<string> = new Set([
  'publishedAt',
  'fetchedAt',
  'firstSeen',
  'lastSeen',
  'since',
  'builtAt',
  'from',
  'to',
]);

/**
 * The digest itself as JSON, for programs: nothing left out or shortened, moments as ISO 8601 in UTC. With it the
 * articles it was made of and every quote and statement in them, so that each offset can be checked.
 */
export function renderDigestJson(digest: Digest, analyses: readonly AnalysedArticle[] = []): string {
  const articles = analyses.map(({ article, quotes, statements }) => ({ ...article, quotes, statements }));
  return JSON.stringify({ ...digest, articles }, withoutInstants, 2);
}

function withoutInstants(name: string, value: unknown): unknown {
  return moments.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value;
}
