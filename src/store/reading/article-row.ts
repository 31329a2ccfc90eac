import type { Article } from '../../domain/article.ts';
import { json, type Row, text } from './columns.ts';

/** An article of a row; its text is kept apart from the rest. */
export function articleOf(row: Row): Article {
  return { ...json<Omit<Article, 'text'>>(row, 'article'), text: text(row, 'body') };
}
