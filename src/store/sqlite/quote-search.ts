import type { Quote } from '../../domain/quote.ts';
import { articleOf } from '../reading/article-row.ts';
import { integer, json } from '../reading/columns.ts';
import { foldedName } from '../reading/folded-name.ts';
import { rowWindow } from '../reading/row-time.ts';
import type { FoundQuote, QuoteSearch } from '../store.ts';
import type { Database } from './database.ts';
import { fts5Expression } from './full-text-query.ts';
import { newestRows } from './search.ts';

/** Names that share a part ("Smith") are looked up one by one; more than this are too many to be meant. */
const mostSpeakers = 200;
/** Articles looked through for quotes on a topic. */
const articlesRead = 400;

/** Quotes newest first: of speakers whose name holds these words, or of articles that match. */
export function searchQuotes(database: Database, search: QuoteSearch): FoundQuote[] {
  const matching =
    search.query === null
      ? null
      : new Set(
          newestRows(
            database,
            { window: search.window, candidates: articlesRead },
            fts5Expression(search.query),
          ),
        );
  if (search.speaker === null) {
    const rows = matching ?? newestRows(database, { window: search.window, candidates: articlesRead }, null);
    return [...rows].flatMap((row) => quotesOfRow(database, row, null)).slice(0, search.limit);
  }
  const speakers = speakersNamed(database, search.speaker);
  const rows = new Set(speakers.flatMap((speaker) => rowsOfSpeaker(database, speaker, search)));
  return [...rows]
    .filter((row) => matching === null || matching.has(row))
    .sort((a, b) => b - a)
    .slice(0, search.limit)
    .flatMap((row) => quotesOfRow(database, row, new Set(speakers)))
    .slice(0, search.limit);
}

function speakersNamed(database: Database, name: string): number[] {
  const words = foldedName(name);
  if (words === '') return [];
  return database
    .all(`select id from speakers where ' ' || name || ' ' like ? limit ?`, `% ${words} %`, mostSpeakers)
    .map((row) => integer(row, 'id'));
}

function rowsOfSpeaker(database: Database, speaker: number, { window, limit }: QuoteSearch): number[] {
  const { from, to } = rowWindow(window);
  return database
    .all(
      `select distinct article_row from quotes where speaker = ? and article_row >= ? and article_row < ?
       order by article_row desc limit ?`,
      speaker,
      from,
      to,
      limit,
    )
    .map((row) => integer(row, 'article_row'));
}

function quotesOfRow(database: Database, row: number, speakers: ReadonlySet<number> | null): FoundQuote[] {
  const found = database.get('select article, body from articles where row = ?', row);
  if (!found) return [];
  const article = articleOf(found);
  return database
    .all('select speaker, quote from quotes where article_row = ? order by position', row)
    .filter(
      (quote) => speakers === null || (quote.speaker !== null && speakers.has(integer(quote, 'speaker'))),
    )
    .map((quote) => ({ quote: json<Quote>(quote, 'quote'), article }));
}
