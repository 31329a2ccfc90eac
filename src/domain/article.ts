import type { Instant } from './time.ts';

/** A news article as stored. `text` is clean prose, paragraphs separated by one empty line, no boilerplate. */
export type Article = {
  /** Derived by `articleId`: from the canonical URL, else from the content. */
  readonly id: string;
  readonly url: string | null;
  /** The one address under which every variant of the article's link is known; null for a file without a link. */
  readonly canonicalUrl: string | null;
  /** Who published it, as a reader would name it: "Associated Press", "abcnews.go.com". */
  readonly outlet: string;
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: Instant;
  /** True when the source gave no usable date and `publishedAt` is the time it was first seen. */
  readonly dateGuessed: boolean;
  readonly fetchedAt: Instant;
  /** ISO 639-1 code, "und" when unknown. */
  readonly language: string;
  readonly text: string;
  /** The outlet's own standfirst or description, where it gave one. */
  readonly lede: string | null;
  readonly image: string | null;
};

/** What a list of sources needs of an article; small enough to be kept inside a digest for ever. */
export type ArticleRef = Pick<Article, 'id' | 'title' | 'outlet' | 'url' | 'publishedAt'>;

export function articleRef(article: Article): ArticleRef {
  const { id, title, outlet, url, publishedAt } = article;
  return { id, title, outlet, url, publishedAt };
}
