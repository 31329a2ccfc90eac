import type { Instant, Window } from '../domain/time.ts';
import type { Store } from '../store/store.ts';

const day = 86_400_000;

/**
 * The last 24 hours; where they have no article, the 24 hours that end with the newest one there is,
 * so that a first run and a quiet weekend show something, under its true date.
 */
export async function newestDay(store: Store, now: Instant): Promise<Window> {
  const today = { from: now - day, to: now };
  const newest = await store.articles.search({
    query: { kind: 'all' },
    window: { from: 0, to: now },
    candidates: 1,
    limit: 1,
  });
  const publishedAt = newest[0]?.article.publishedAt;
  if (publishedAt === undefined || publishedAt >= today.from) return today;
  return { from: publishedAt + 1 - day, to: publishedAt + 1 };
}
