import type { Article } from './article.ts';
import type { Quote, Statement } from './quote.ts';

/** An article with all that is read out of it once, when it comes in, so that eight o'clock only reads. */
export type AnalysedArticle = {
  readonly article: Article;
  readonly quotes: readonly Quote[];
  readonly statements: readonly Statement[];
  /** Serialised clustering features (`digests/stories`); opaque to the store. */
  readonly terms: string;
  /** Serialised near-duplicate signature (`digests/stories`); opaque to the store. */
  readonly signature: string;
};
