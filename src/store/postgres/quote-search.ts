import type { Quote } from '../../domain/quote.ts';
import { articleOf } from '../reading/article-row.ts';
import { integer, json } from '../reading/columns.ts';
import { foldedName } from '../reading/folded-name.ts';
import { rowWindow } from '../reading/row-time.ts';
import type { FoundQuote, QuoteSearch } from '../store.ts';
import type { Queries } from './database.ts';
import { tsqueryOf } from './full-text-query.ts';
import { NOTHING, newestRows } from './search.ts';

/** Names that share a part ("Smith") are looked up one by one; more than this are too many to be meant. */
const mostSpeakers = 200;
/** Articles looked through for quotes on a topic. */
const articlesRead = 400;

/** Quotes newest first: of speakers whose name holds these words, or of articles that match. */
export async function searchQuotes(queries: Queries, search: QuoteSearch): Promise<FoundQuote[]> {
  const { query, speaker, window, limit } = search;
  const newest = { window, candidates: articlesRead };
  const expression = query === null || query.kind === 'all' ? null : (tsqueryOf(query) ?? NOTHING);
  const matching = query === null ? null : await newestRows(queries, newest, expression);
  if (speaker === null) {
    const rows = matching ?? (await newestRows(queries, newest, null));
    return (await quotesOfRows(queries, rows, null)).slice(0, limit);
  }
  const speakers = await speakersNamed(queries, speaker);
  const told = await rowsOfSpeakers(queries, speakers, search);
  const among = matching === null ? null : new Set(matching);
  const rows = told.filter((row) => among === null || among.has(row)).slice(0, limit);
  return (await quotesOfRows(queries, rows, speakers)).slice(0, limit);
}

async function speakersNamed(queries: Queries, name: string): Promise<number[]> {
  const words = foldedName(name);
  if (words === '') return [];
  const found = await queries.all(
    `select id from speakers where ' ' || name || ' ' like $1 limit $2`,
    `% ${words} %`,
    mostSpeakers,
  );
  return found.map((row) => integer(row, 'id'));
}

async function rowsOfSpeakers(
  queries: Queries,
  speakers: readonly number[],
  { window, limit, query }: QuoteSearch,
): Promise<number[]> {
  const { from, to } = rowWindow(window);
  const found = await queries.all(
    `select distinct article_row from quotes where speaker = any($1) and article_row >= $2 and article_row < $3
     order by article_row desc limit $4`,
    speakers,
    from,
    to,
    query === null ? limit : limit * mostSpeakers,
  );
  return found.map((row) => integer(row, 'article_row'));
}

async function quotesOfRows(
  queries: Queries,
  rows: readonly number[],
  speakers: readonly number[] | null,
): Promise<FoundQuote[]> {
  const found = await queries.all(
    `select row, article, body, quote from articles join quotes on article_row = row
     where row = any($1) and ($2::bigint[] is null or speaker = any($2)) order by row desc, position`,
    rows,
    speakers,
  );
  return found.map((row) => ({ quote: json<Quote>(row, 'quote'), article: articleOf(row) }));
}
