import { articleOf } from '../reading/article-row.ts';
import { integer } from '../reading/columns.ts';
import { ranked, worthReading } from '../reading/rank.ts';
import { type RowWindow, rowWindow } from '../reading/row-time.ts';
import type { Hit, Search } from '../store.ts';
import type { Database } from './database.ts';
import { fts5Expression } from './full-text-query.ts';

/**
 * In two steps, because bm25 over all matches of a common word grows with the archive: the newest candidates by the
 * index alone, which is in time order; then the best of these by title hit, words near the top, and age.
 */
export function searchArticles(database: Database, search: Search): Hit[] {
  const { query, limit, candidates } = search;
  const rows = newestRows(database, rowWindow(search.window), candidates, fts5Expression(query));
  const titled = new Set(
    query.kind === 'all' ? [] : titledRows(database, rows, fts5Expression(query, 'title')),
  );
  const found = worthReading(rows, titled, limit).flatMap((row) => {
    const read = database.get('select article, body from articles where row = ?', row);
    return read ? [{ row, article: articleOf(read) }] : [];
  });
  return ranked(found, search, titled);
}

/** Which of the candidates have it in the title. Further back nobody looks: a month without one would be read through. */
function titledRows(database: Database, rows: readonly number[], expression: string | null): number[] {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  return newestRows(database, { from: oldest, to: newest + 1 }, rows.length, expression);
}

/** The newest rows of a window that match, newest first. */
export function newestRows(
  database: Database,
  { from, to }: RowWindow,
  most: number,
  expression: string | null,
): number[] {
  const found =
    expression === null
      ? database.all(
          'select row from articles where row >= ? and row < ? order by row desc limit ?',
          from,
          to,
          most,
        )
      : database.all(
          `select rowid as row from articles_index
           where articles_index match ? and rowid >= ? and rowid < ? order by rowid desc limit ?`,
          expression,
          from,
          to,
          most,
        );
  return found.map((row) => integer(row, 'row'));
}
