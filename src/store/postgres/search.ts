import { articleOf } from '../reading/article-row.ts';
import { integer } from '../reading/columns.ts';
import { ranked, worthReading } from '../reading/rank.ts';
import { rowWindow } from '../reading/row-time.ts';
import type { Hit, Search } from '../store.ts';
import type { Queries } from './database.ts';
import { expressionOf, nothing } from './full-text-query.ts';

/**
 * In two steps, because ranking all matches of a common word grows with the archive: the newest candidates by the
 * index alone; then the best of these by title hit, words near the top, and age.
 */
export async function searchArticles(queries: Queries, search: Search): Promise<Hit[]> {
  const { query, limit } = search;
  const [rows, titles] = await Promise.all([
    newestRows(queries, search, expressionOf(query)),
    query.kind === 'all' ? [] : newestRows(queries, search, expressionOf(query, 'A')),
  ]);
  const titled = new Set(titles);
  const wanted = worthReading(rows, titled, limit);
  const read = await queries.all('select row, article, body from articles where row = any($1)', wanted);
  const articles = new Map(read.map((row) => [integer(row, 'row'), articleOf(row)]));
  const found = wanted.flatMap((row) => {
    const article = articles.get(row);
    return article ? [{ row, article }] : [];
  });
  return ranked(found, search, titled);
}

/** The newest rows of a window that match, newest first; null matches everything. */
export async function newestRows(
  queries: Queries,
  { window, candidates }: Pick<Search, 'window' | 'candidates'>,
  expression: string | null,
): Promise<number[]> {
  if (expression === nothing) return [];
  const { from, to } = rowWindow(window);
  const found =
    expression === null
      ? await queries.all(
          'select row from articles where row >= $1 and row < $2 order by row desc limit $3',
          from,
          to,
          candidates,
        )
      : await queries.all(
          `select row from articles where words @@ $1::tsquery and row >= $2 and row < $3
           order by row desc limit $4`,
          expression,
          from,
          to,
          candidates,
        );
  return found.map((row) => integer(row, 'row'));
}
