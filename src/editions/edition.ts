import { buildDigest } from '../../digests/build-digest.ts';
import { storyMemory } from '../../digests/stories/candidates.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Digest } from '../domain/digest.ts';
import type { Clock } from '../domain/time.ts';
import { topicQuery } from '../domain/topic-query.ts';
import type { Store } from '../store/store.ts';
import { type EditionRequest, feedbackMemory } from './edition-request.ts';

/** Searches the store for a topic's articles of a window and makes the digest of them. */
export async function makeEdition(store: Store, clock: Clock, request: EditionRequest): Promise<Digest> {
  const { topic, window, size } = request;
  const hits = await store.articles.search({
    query: topicQuery(topic),
    window,
    candidates: size.candidates,
    limit: size.articles,
  });
  const analyses = await store.articles.analyses(hits.map((hit) => hit.article.id));
  const feedback = request.feedbackOf
    ? await store.feedback.ofChannel(request.feedbackOf, window.to - feedbackMemory)
    : [];
  return buildDigest({
    topic: { slug: topic.slug, title: topic.title },
    window,
    articles: withRelevance(analyses, new Map(hits.map((hit) => [hit.article.id, hit.relevance]))),
    seen: request.seen,
    earlier: await earlierArticles(store, request),
    feedback,
    mutedOutlets: request.mutedOutlets,
    minOutlets: request.minOutlets,
    maxStories: size.stories,
    quotesPerStory: size.quotesPerStory,
    summaryWords: size.summaryWords,
    builtAt: clock(),
  });
}

/** Articles of the digests its readers have had that a story of this window may go on with. */
async function earlierArticles(
  store: Store,
  { seen, window }: EditionRequest,
): Promise<readonly AnalysedArticle[]> {
  const recent = seen
    .flatMap(({ stories }) => stories.flatMap(({ articles }) => articles))
    .filter(({ publishedAt }) => publishedAt >= window.from - storyMemory);
  return store.articles.analyses([...new Set(recent.map(({ id }) => id))]);
}

function withRelevance(analyses: readonly AnalysedArticle[], relevance: ReadonlyMap<string, number>) {
  return analyses.map((analysis) => ({ analysis, relevance: relevance.get(analysis.article.id) ?? 0 }));
}
