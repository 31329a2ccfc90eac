import type { Instant } from '../domain/time.ts';
import type { ArticleStore } from '../store/store.ts';

/** What is kept: articles of so many days, and so many articles; null sets no bound. */
export type Retention = { readonly days: number | null; readonly articles: number | null };

const DAY_MS = 24 * 60 * 60_000;

/** Deletes what is beyond either bound, except what a stored digest cites; returns how many articles went. */
export async function forgetOld(
  store: Pick<ArticleStore, 'prune' | 'publishedOfNewest'>,
  { days, articles }: Retention,
  now: Instant,
): Promise<number> {
  const bounds = [
    days === null ? null : now - days * DAY_MS,
    articles === null ? null : await store.publishedOfNewest(articles),
  ].filter((bound) => bound !== null);
  return bounds.length === 0 ? 0 : store.prune(Math.max(...bounds));
}
