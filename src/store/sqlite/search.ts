import type { Article } from '../../domain/article.ts';
import type { Instant } from '../../domain/time.ts';
import type { Hit, Search } from '../store.ts';
import { articleOf } from './article-row.ts';
import { integer } from './columns.ts';
import type { Database } from './database.ts';
import { fts5Expression } from './full-text-query.ts';
import { relevanceOf, type WordsWanted, wordsWanted } from './relevance.ts';
import { rowsASecond, rowWindow } from './row-time.ts';

/** So many more than asked for are read and compared closely. */
const closelyRead = 2;

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
  const newest = rows[0] ?? 0;
  const first = rows
    .map((row) => ({ row, score: (titled.has(row) ? 1 : 0) + freshness(newest, row) }))
    .sort((a, b) => b.score - a.score || b.row - a.row)
    .slice(0, limit * closelyRead);
  const wanted = wordsWanted(query);
  return first
    .flatMap(({ row }) => {
      const found = database.get('select article, body from articles where row = ?', row);
      return found ? [{ row, article: articleOf(found) }] : [];
    })
    .map(({ row, article }) => hitOf(article, titled.has(row), wanted, freshness(newest, row)))
    .filter(({ hit }) => inWindow(hit.article, search.window.from, search.window.to))
    .sort((a, b) => b.score - a.score || b.hit.article.publishedAt - a.hit.article.publishedAt)
    .slice(0, limit)
    .map(({ hit }) => hit);
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

function hitOf(
  article: Article,
  inTitle: boolean,
  wanted: WordsWanted,
  fresh: number,
): { hit: Hit; score: number } {
  const relevance = relevanceOf(article, inTitle, wanted);
  return { hit: { article, relevance }, score: relevance + fresh };
}

/** Half as fresh each two days: 1 for the newest candidate, towards 0. */
function freshness(newest: number, row: number): number {
  const days = (newest - row) / rowsASecond / 86_400;
  return 0.5 ** (days / 2);
}

function inWindow({ publishedAt }: Article, from: Instant, to: Instant): boolean {
  return publishedAt >= from && publishedAt < to;
}
