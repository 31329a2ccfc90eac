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

type Read = {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  readonly inTitle: Uint8Array;
};

/** Gives each term its number and its rarity among these articles, and makes vectors of the articles. */
export function vectorSpace(articles: Iterable<ArticleTerms>): VectorSpace {
  const numbers = new Map<string, number>();
  const occursIn: number[] = [];
  const read = Array.from(articles, (article) => numberTerms(article, numbers, occursIn));
  const rarities = new Float64Array(numbers.size);
  const isNumber = new Uint8Array(numbers.size);
  for (const [term, number] of numbers) {
    rarities[number] = rarityOf(term, occursIn[number] ?? 0, read.length);
    isNumber[number] = Number(/\d/.test(term));
  }
  return { vectors: read.map((article) => vectorOf(article, rarities)), rarities, isNumber };
}

function numberTerms(
  { weights, title }: ArticleTerms,
  numbers: Map<string, number>,
  occursIn: number[],
): Read {
  const read = {
    terms: new Int32Array(weights.size),
    weights: new Float64Array(weights.size),
    inTitle: new Uint8Array(weights.size),
  };
  let at = 0;
  for (const [term, weight] of weights) {
    let number = numbers.get(term);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(term, number);
    }
    occursIn[number] = (occursIn[number] ?? 0) + 1;
    read.terms[at] = number;
    read.weights[at] = weight;
    read.inTitle[at] = Number(title.has(term));
    at += 1;
  }
  return read;
}

function vectorOf({ terms, weights, inTitle }: Read, rarities: Float64Array): Vector {
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
