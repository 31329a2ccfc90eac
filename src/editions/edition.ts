import { buildDigest } from '../../digests/build-digest.ts';
import { storyMemory } from '../../digests/stories/candidates.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { ChannelRef } from '../domain/channel.ts';
import type { Digest } from '../domain/digest.ts';
import type { Clock, Window } from '../domain/time.ts';
import type { Topic } from '../domain/topic.ts';
import { topicQuery } from '../domain/topic-query.ts';
import type { Store } from '../store/store.ts';

/** What one digest is made of. Requests that are equal give the same digest, so that channels can share it. */
export type EditionRequest = {
  readonly topic: Topic;
  readonly window: Window;
  /** Digests the readers have had, newest first: what is in them is not news. */
  readonly seen: readonly Digest[];
  readonly mutedOutlets: readonly string[];
  readonly minOutlets: number;
  /** Whose "useful" and "not useful" count; null for nobody's. */
  readonly feedbackOf: ChannelRef | null;
  readonly size: EditionSize;
};

export type EditionSize = {
  /** Newest articles looked at. */
  readonly candidates: number;
  /** Of those, the best that are read in full. */
  readonly articles: number;
  readonly stories: number;
  readonly quotesPerStory: number;
  readonly summaryWords: number;
};

/** A morning digest reads widely; an answer to a command reads what a second allows. */
export const digestSize: EditionSize = {
  candidates: 3000,
  articles: 600,
  stories: 8,
  quotesPerStory: 3,
  summaryWords: 60,
};
export const briefSize: EditionSize = {
  candidates: 500,
  articles: 60,
  stories: 6,
  quotesPerStory: 3,
  summaryWords: 60,
};

const day = 24 * 3_600_000;
/** Feedback older than this is forgotten: interests change. */
export const feedbackMemory = 60 * day;

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
