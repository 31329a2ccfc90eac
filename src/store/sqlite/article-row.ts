import type { Article } from '../../domain/article.ts';
import { json, text } from './columns.ts';
import type { Row } from './database.ts';

/** An article of a row; its text is kept apart from the rest. */
export function articleOf(row: Row): Article {
  return { ...json<Omit<Article, 'text'>>(row, 'article'), text: text(row, 'body') };
}
