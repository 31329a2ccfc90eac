import type { ArticleTerms } from './article-terms.ts';
import { NumberList } from './number-list.ts';
import { rarityOf } from './rarity.ts';

/**
 * Articles as rows of numbers, one after the other in few large arrays: comparing tens of thousands of articles is
 * bound by memory, and a row each of its own would be strewn about it.
 */
type Rows = {
  /** First place of each row, and the end of the last. */
  readonly starts: Int32Array;
  /** Where in its row the terms of the title end; they stand first. */
  readonly titleEnds: Int32Array;
  /** Terms by number. */
  readonly terms: Int32Array;
  readonly weights: Float32Array;
};

/** Articles with their terms numbered, before it is known how rare these are. Weights are those within the article. */
export type NumberedArticles = Rows & { readonly numbers: ReadonlyMap<string, number> };

/** Articles ready to be compared, in their order. Weights are TF-IDF, an article's vector scaled to length 1. */
export type VectorSpace = Rows & {
  readonly articles: number;
  /** By number of the term. */
  readonly rarities: Float32Array;
  /** By number of the term: 1 where it holds a digit. */
  readonly isNumber: Uint8Array;
  /** By article: the rarities of all title terms summed. */
  readonly titleRarities: Float32Array;
  /** By article: the length of the title's part of the vector, 0 to 1. */
  readonly titleLengths: Float32Array;
};

export function numberTerms(articles: Iterable<ArticleTerms>): NumberedArticles {
  const numbers = new Map<string, number>();
  const starts = new NumberList<Int32Array<ArrayBuffer>>(Int32Array);
  const titleEnds = new NumberList<Int32Array<ArrayBuffer>>(Int32Array);
  const all = new NumberList<Int32Array<ArrayBuffer>>(Int32Array);
  const allWeights = new NumberList<Float32Array<ArrayBuffer>>(Float32Array);
  starts.push(0);
  for (const { terms, weights, titleTerms } of articles) {
    titleEnds.push(all.length + titleTerms);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as string;
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
      }
      all.push(number);
      allWeights.push(weights[at] as number);
    }
    starts.push(all.length);
  }
  return {
    numbers,
    starts: starts.done(),
    titleEnds: titleEnds.done(),
    terms: all.done(),
    weights: allWeights.done(),
  };
}

/**
 * Gives each term its rarity among these articles, and makes vectors of the articles. A term that only one article has
 * counts for how long this one's vector is, and is then left out: there is nothing to share it with.
 *
 * @param counts How much each article counts for how often a term occurs; 1 for all without it.
 */
export function vectorSpace(numbered: NumberedArticles, counts?: Float64Array): VectorSpace {
  const { numbers, starts } = numbered;
  const articles = starts.length - 1;
  const isNumber = new Uint8Array(numbers.size);
  const rarities = new Float32Array(numbers.size);
  const { occursIn, total, articlesWith } = countTerms(numbered, counts);
  for (const [term, number] of numbers) {
    rarities[number] = rarityOf(term, occursIn[number] as number, total);
    isNumber[number] = Number(/\d/.test(term));
  }
  const space = {
    articles,
    rarities,
    isNumber,
    starts: new Int32Array(starts.length),
    titleEnds: new Int32Array(articles),
    terms: new Int32Array(numbered.terms.length),
    weights: new Float32Array(numbered.terms.length),
    titleRarities: new Float32Array(articles),
    titleLengths: new Float32Array(articles),
  };
  for (let article = 0, end = 0; article < articles; article++) {
    end = writeVector(article, end, numbered, articlesWith, space);
    space.starts[article + 1] = end;
  }
  return space;
}

function countTerms({ numbers, starts, terms }: NumberedArticles, counts: Float64Array | undefined) {
  const occursIn = new Float64Array(numbers.size);
  const articlesWith = new Int32Array(numbers.size);
  let total = 0;
  for (let article = 0; article + 1 < starts.length; article++) {
    const count = counts?.[article] ?? 1;
    total += count;
    for (let at = starts[article] as number; at < (starts[article + 1] as number); at++) {
      const term = terms[at] as number;
      occursIn[term] = (occursIn[term] as number) + count;
      articlesWith[term] = (articlesWith[term] as number) + 1;
    }
  }
  return { occursIn, total, articlesWith };
}

/** @returns where the next one begins */
function writeVector(
  article: number,
  start: number,
  { starts, titleEnds, terms, weights }: NumberedArticles,
  articlesWith: Int32Array,
  space: VectorSpace,
): number {
  let end = start;
  let squares = 0;
  let titleSquares = 0;
  let titleRarity = 0;
  space.titleEnds[article] = start;
  for (let at = starts[article] as number; at < (starts[article + 1] as number); at++) {
    const term = terms[at] as number;
    const rarity = space.rarities[term] as number;
    const weight = (weights[at] as number) * rarity;
    const inTitle = at < (titleEnds[article] as number);
    squares += weight * weight;
    if (inTitle) {
      titleSquares += weight * weight;
      titleRarity += rarity;
    }
    if (rarity === 0 || articlesWith[term] === 1) continue;
    space.terms[end] = term;
    space.weights[end] = weight;
    end += 1;
    if (inTitle) space.titleEnds[article] = end;
  }
  const length = Math.sqrt(squares) || 1;
  for (let at = start; at < end; at++) space.weights[at] = (space.weights[at] as number) / length;
  space.titleRarities[article] = titleRarity;
  space.titleLengths[article] = Math.sqrt(titleSquares) / length;
  return end;
}
