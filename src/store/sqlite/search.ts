import { articleOf } from '../reading/article-row.ts';
import { integer } from '../reading/columns.ts';
import { ranked, worthReading } from '../reading/rank.ts';
import { rowWindow } from '../reading/row-time.ts';
import type { Hit, Search } from '../store.ts';
import type { Database } from './database.ts';
import { fts5Expression } from './full-text-query.ts';

/**
 * In two steps, because bm25 over all matches of a common word grows with the archive: the newest candidates by the
 * index alone, which is in time order; then the best of these by title hit, words near the top, and age.
 */
export function searchArticles(database: Database, search: Search): Hit[] {
  const { query, limit } = search;
  const rows = newestRows(database, search, fts5Expression(query));
  const titled =
    query.kind === 'all'
      ? new Set<number>()
      : new Set(newestRows(database, search, fts5Expression(query, 'title')));
  const found = worthReading(rows, titled, limit).flatMap((row) => {
    const read = database.get('select article, body from articles where row = ?', row);
    return read ? [{ row, article: articleOf(read) }] : [];
  });
  return ranked(found, search, titled);
}

/** The newest rows of a window that match, newest first. */
export function newestRows(
  database: Database,
  { window, candidates }: Pick<Search, 'window' | 'candidates'>,
  expression: string | null,
): number[] {
  const { from, to } = rowWindow(window);
  const found =
    expression === null
      ? database.all(
          'select row from articles where row >= ? and row < ? order by row desc limit ?',
          from,
          to,
          candidates,
        )
      : database.all(
          `select rowid as row from articles_index
           where articles_index match ? and rowid >= ? and rowid < ? order by rowid desc limit ?`,
          expression,
          from,
          to,
          candidates,
        );
  return found.map((row) => integer(row, 'row'));
}
