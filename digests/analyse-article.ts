import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import type { Article } from '../src/domain/article.ts';
import { extractQuotes } from './quotes/extract-quotes.ts';
import { articleTerms, serializeTerms } from './stories/article-terms.ts';
import { signatureOf } from './stories/copies.ts';

/** Reads out of an article, once, all that digests and searches will want of it. */
export function analyseArticle(article: Article): AnalysedArticle {
  const { quotes, statements } = extractQuotes(article);
  return {
    article,
    quotes,
    statements,
    terms: serializeTerms(articleTerms(article)),
    signature: signatureOf(article.text),
  };
}
