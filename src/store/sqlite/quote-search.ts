import { articlesRead, quotedIn, quotesFound } from '../reading/quotes-found.ts';
import { rowWindow } from '../reading/row-time.ts';
import type { FoundQuote, QuoteSearch } from '../store.ts';
import type { Database } from './database.ts';
import { fts5Expression } from './full-text-query.ts';
import { newestRows } from './search.ts';

/** Quotes newest first: of speakers whose name holds these words, or of articles that match. */
export function searchQuotes(database: Database, search: QuoteSearch): FoundQuote[] {
  const window = rowWindow(search.window);
  const found: FoundQuote[] = [];
  for (const row of newestRows(database, window, articlesRead, fts5Expression(quotedIn(search)))) {
    const article = database.get('select article, body, quotes from articles where row = ?', row);
    if (article) for (const quote of quotesFound(article, search.speaker)) found.push(quote);
    if (found.length >= search.limit) break;
  }
  return found.slice(0, search.limit);
}
