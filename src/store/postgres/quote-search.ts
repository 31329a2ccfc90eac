import { articlesRead, quotedIn, quotesFound } from '../reading/quotes-found.ts';
import type { FoundQuote, QuoteSearch } from '../store.ts';
import type { Database } from './database.ts';
import { expressionOf } from './full-text-query.ts';
import { newestRows } from './newest-rows.ts';

/** Articles read at a time: mostly the first ones are enough. */
const readTogether = 50;

/** Quotes newest first: of speakers whose name holds these words, or of articles that match. */
export async function searchQuotes(database: Database, search: QuoteSearch): Promise<FoundQuote[]> {
  const newest = { window: search.window, candidates: articlesRead };
  const rows = await newestRows(database, newest, expressionOf(quotedIn(search)));
  const found: FoundQuote[] = [];
  for (let from = 0; from < rows.length && found.length < search.limit; from += readTogether) {
    const articles = await database.all(
      'select article, body, quotes from articles where row = any($1) order by row desc',
      rows.slice(from, from + readTogether),
    );
    for (const article of articles)
      for (const quote of quotesFound(article, search.speaker)) found.push(quote);
  }
  return found.slice(0, search.limit);
}
