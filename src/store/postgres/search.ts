import { articleOf } from '../reading/article-row.ts';
import { integer } from '../reading/columns.ts';
import { ranked, worthReading } from '../reading/rank.ts';
import type { Hit, Search } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { expressionOf } from './full-text-query.ts';
import { newestRows } from './newest-rows.ts';

/**
 * In two steps, because ranking all matches of a common word grows with the archive: the newest candidates; then the
 * best of these by title hit, words near the top, and age.
 */
export async function searchArticles(database: Database, search: Search): Promise<Hit[]> {
  const { query, limit } = search;
  const rows = await newestRows(database, search, expressionOf(query));
  const titled = await titledOf(database, rows, expressionOf(query, 'A'));
  const wanted = worthReading(rows, titled, limit);
  const read = await database.all('select row, article, body from articles where row = any($1)', wanted);
  const articles = new Map(read.map((row) => [integer(row, 'row'), articleOf(row)]));
  const found = wanted.flatMap((row) => {
    const article = articles.get(row);
    return article ? [{ row, article }] : [];
  });
  return ranked(found, search, titled);
}

/** Which of the candidates have it in the title; none where null, which matches everything, was asked. */
async function titledOf(
  queries: Queries,
  rows: readonly number[],
  expression: string | null,
): Promise<ReadonlySet<number>> {
  if (rows.length === 0 || expression === null) return new Set();
  const titled = await queries.all(
    'select row from articles where row = any($1) and words @@ $2::tsquery',
    rows,
    expression,
  );
  return new Set(titled.map((row) => integer(row, 'row')));
}
