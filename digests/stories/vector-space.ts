import type { ArticleTerms } from './article-terms.ts';
import { rarityOf } from './rarity.ts';

/** An article as numbers, ready to be compared. All arrays run along `terms`. */
export type Vector = {
  /** Terms by number. */
  readonly terms: Int32Array;
  /** TF-IDF, scaled to length 1. */
  readonly weights: Float32Array;
  /** 1 where the term is in the title. */
  readonly inTitle: Uint8Array;
  /** Rarities of all title terms summed. */
  readonly titleRarity: number;
  /** Length of the title's part of the vector, 0 to 1. */
  readonly titleLength: number;
};

export type VectorSpace = {
  /** In the order of the articles. */
  readonly vectors: readonly Vector[];
  /** By number of the term. */
  readonly rarities: Float64Array;
  /** By number of the term: 1 where it holds a digit. */
  readonly isNumber: Uint8Array;
};

type NumberedTerms = Pick<Vector, 'terms' | 'weights' | 'inTitle'>;

/** Articles with their terms numbered, before it is known how rare these are. */
export type NumberedArticles = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly articles: readonly NumberedTerms[];
};

export function numberTerms(articles: Iterable<ArticleTerms>): NumberedArticles {
  const numbers = new Map<string, number>();
  return { numbers, articles: Array.from(articles, (article) => numbered(article, numbers)) };
}

/**
 * Gives each term its rarity among these articles, and makes vectors of the articles.
 *
 * @param counts How much each article counts for how often a term occurs; 1 for all without it.
 */
export function vectorSpace({ numbers, articles }: NumberedArticles, counts?: Float64Array): VectorSpace {
  const occursIn = new Float64Array(numbers.size);
  let total = 0;
  for (const [at, { terms }] of articles.entries()) {
    const count = counts?.[at] ?? 1;
    total += count;
    for (const term of terms) occursIn[term] = (occursIn[term] as number) + count;
  }
  const rarities = new Float64Array(numbers.size);
  const isNumber = new Uint8Array(numbers.size);
  for (const [term, number] of numbers) {
    rarities[number] = rarityOf(term, occursIn[number] as number, total);
    isNumber[number] = Number(/\d/.test(term));
  }
  return { vectors: articles.map((article) => vectorOf(article, rarities)), rarities, isNumber };
}

function numbered({ weights, title }: ArticleTerms, numbers: Map<string, number>): NumberedTerms {
  const article = {
    terms: new Int32Array(weights.size),
    weights: new Float32Array(weights.size),
    inTitle: new Uint8Array(weights.size),
  };
  let at = 0;
  for (const [term, weight] of weights) {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
    }
    article.terms[at] = number;
    article.weights[at] = weight;
    article.inTitle[at] = Number(title.has(term));
    at += 1;
  }
  return article;
}

function vectorOf({ terms, weights, inTitle }: NumberedTerms, rarities: Float64Array): Vector {
  const scaled = new Float32Array(terms.length);
  let squares = 0;
  let titleSquares = 0;
  let titleRarity = 0;
  for (let at = 0; at < terms.length; at++) {
    const rarity = rarities[terms[at] as number] as number;
    const weight = (weights[at] as number) * rarity;
    scaled[at] = weight;
    squares += weight * weight;
    if (!inTitle[at]) continue;
    titleSquares += weight * weight;
    titleRarity += rarity;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = 0; at < scaled.length; at++) scaled[at] = (scaled[at] as number) / length;
  return { terms, weights: scaled, inTitle, titleRarity, titleLength: Math.sqrt(titleSquares) / length };
}
