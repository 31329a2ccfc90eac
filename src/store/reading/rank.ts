import type { Article } from '../../domain/article.ts';
import type { Hit, Search } from '../store.ts';
import { relevanceOf, type WordsWanted, wordsWanted } from './relevance.ts';
import { rowsASecond } from './row-time.ts';

/** So many more than asked for are read and compared closely. */
const closelyRead = 2;

/** The candidates worth a close look, best first: by a hit in the title and by age. `rows` are newest first. */
export function worthReading(
  rows: readonly number[],
  titled: ReadonlySet<number>,
  limit: number,
): readonly number[] {
  const newest = rows[0] ?? 0;
  return rows
    .map((row) => ({ row, score: (titled.has(row) ? 1 : 0) + freshness(newest, row) }))
    .sort((a, b) => b.score - a.score || b.row - a.row)
    .slice(0, limit * closelyRead)
    .map(({ row }) => row);
}

/** The best of what was read: by a hit in the title, words near the top, and age. */
export function ranked(
  found: readonly { readonly row: number; readonly article: Article }[],
  { query, window, limit }: Search,
  titled: ReadonlySet<number>,
): Hit[] {
  const wanted = wordsWanted(query);
  const newest = found.reduce((most, { row }) => Math.max(most, row), 0);
  return found
    .map(({ row, article }) => hitOf(article, titled.has(row), wanted, freshness(newest, row)))
    .filter(({ hit }) => hit.article.publishedAt >= window.from && hit.article.publishedAt < window.to)
    .sort((a, b) => b.score - a.score || b.hit.article.publishedAt - a.hit.article.publishedAt)
    .slice(0, limit)
    .map(({ hit }) => hit);
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
