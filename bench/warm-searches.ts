import { parseQuery } from '../src/domain/parse-query.ts';
import type { Query } from '../src/domain/query.ts';
import type { Hit, Store } from '../src/store/store.ts';
import { archiveEnd } from './archive.ts';

const month = 30 * 86_400_000;
/** What `/brief` looks through at last, before it looks at all there is. */
export const searched = { from: archiveEnd - month, to: archiveEnd };
export const wanted = 10;

export function search(store: Store, query: Query): Promise<readonly Hit[]> {
  return store.articles.search({ query, window: searched, candidates: 500, limit: wanted });
}

/** Milliseconds of each search for each of these words, so many rounds after one that does not count. */
export async function warmSearches(store: Store, of: readonly string[], rounds: number): Promise<number[]> {
  const queries = of.map(parseQuery);
  const taken: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const query of queries) {
      const begun = performance.now();
      await search(store, query);
      if (round > 0) taken.push(performance.now() - begun);
    }
  }
  return taken;
}
