import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Article } from '../../domain/article.ts';
import type { Quote, Statement } from '../../domain/quote.ts';
import { json, type Row, text } from './columns.ts';

/** What `analysisOf` needs of a row. */
export const analysisColumns = 'article, body, quotes, statements, terms, signature';

/** An article of a row; its text is kept apart from the rest. */
export function articleOf(row: Row): Article {
  return { ...json<Omit<Article, 'text'>>(row, 'article'), text: text(row, 'body') };
}

export function analysisOf(row: Row): AnalysedArticle {
  return {
    article: articleOf(row),
    quotes: quotesOf(row),
    statements: json<Statement[]>(row, 'statements'),
    terms: text(row, 'terms'),
    signature: text(row, 'signature'),
  };
}

export function quotesOf(row: Row): readonly Quote[] {
  return json<Quote[]>(row, 'quotes');
}
