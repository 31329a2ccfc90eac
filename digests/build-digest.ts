import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import type { Digest } from '../src/domain/digest.ts';
import { digestId } from '../src/domain/digest-id.ts';
import type { Story } from '../src/domain/story.ts';
import type { DigestRequest } from './digest-request.ts';
import { gatherStories } from './stories/gather-stories.ts';
import { rankGathered, tellStory } from './tell-story.ts';

/**
 * Makes the digest of a window: articles become stories, stories are ranked, the best are told. Pure: the same
 * request gives the same digest, with the same id.
 */
export function buildDigest(request: DigestRequest): Digest {
  const isHeard = ({ article }: AnalysedArticle) => !request.mutedOutlets.includes(article.outlet);
  const articles = request.articles.filter(({ analysis }) => isHeard(analysis));
  const ranked = gatherStories(articles, request.earlier.filter(isHeard))
    .map((gathered) => rankGathered(gathered, request))
    .filter(({ outlets, fresh }) => outlets.length >= request.minOutlets && fresh.length > 0)
    .sort((a, b) => b.ranking.score - a.ranking.score || a.id.localeCompare(b.id))
    .slice(0, request.maxStories);
  const stories: readonly Story[] = ranked.map((story) => tellStory(story, request));
  return {
    id: digestId(request.topic.slug, request.window, stories),
    topic: request.topic,
    window: request.window,
    stories,
    articleCount: articles.length,
    outletCount: new Set(articles.map(({ analysis }) => analysis.article.outlet)).size,
    language: mostCommon(articles.map(({ analysis }) => analysis.article.language)) ?? 'und',
    builtAt: request.builtAt,
  };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0];
}
