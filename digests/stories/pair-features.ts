import type { Vector, VectorSpace } from './vector-space.ts';

/** What two articles have in common, in the order of the model's weights. */
export const pairFeatureNames = [
  'cosine',
  'root of cosine',
  'cosine of titles',
  'lesser share of a title found in the other article',
  'greater share of a title found in the other article',
  'rarity of shared numbers',
  'rarity of the three rarest shared terms',
  'shared terms',
] as const;

const mostShared = 40;

/** Compares one article with many: its terms are laid out once, then each other article costs one look a term. */
export class PairFeatures {
  readonly #space: VectorSpace;
  /** By number of the term: its place in the article being compared, counted from 1. */
  readonly #places: Uint16Array;
  readonly #features = new Float64Array(pairFeatureNames.length);
  #one: Vector | null = null;

  constructor(space: VectorSpace) {
    this.#space = space;
    this.#places = new Uint16Array(space.rarities.length);
  }

  /** The article to compare with others from now on. */
  compare(one: Vector): void {
    for (const term of this.#one?.terms ?? []) this.#places[term] = 0;
    for (let at = 0; at < one.terms.length; at++) this.#places[one.terms[at] as number] = at + 1;
    this.#one = one;
  }

  /** What it has in common with another. The array is written anew by each call: millions of pairs make no garbage. */
  with(other: Vector): Float64Array {
    const one = this.#one;
    if (!one) throw new Error('compare() comes before with()');
    const places = this.#places;
    const { rarities, isNumber } = this.#space;
    const { terms, weights, inTitle } = other;
    let cosine = 0;
    let titles = 0;
    let numbers = 0;
    let shared = 0;
    let first = 0;
    let second = 0;
    let third = 0;
    let titleOfOne = 0;
    let titleOfOther = 0;
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] as number;
      const place = (places[term] as number) - 1;
      if (place < 0) continue;
      const rarity = rarities[term] as number;
      if (rarity === 0) continue;
      const product = (one.weights[place] as number) * (weights[at] as number);
      cosine += product;
      shared += 1;
      if (isNumber[term]) numbers += rarity / 6;
      if (one.inTitle[place]) {
        titleOfOne += rarity;
        if (inTitle[at]) titles += product;
      }
      if (inTitle[at]) titleOfOther += rarity;
      if (rarity > first) {
        third = second;
        second = first;
        first = rarity;
      } else if (rarity > second) {
        third = second;
        second = rarity;
      } else if (rarity > third) third = rarity;
    }
    const shareOfOne = titleOfOne / (one.titleRarity || 1);
    const shareOfOther = titleOfOther / (other.titleRarity || 1);
    const features = this.#features;
    features[0] = cosine;
    features[1] = Math.sqrt(cosine);
    features[2] = titles / (one.titleLength * other.titleLength || 1);
    features[3] = Math.min(shareOfOne, shareOfOther);
    features[4] = Math.max(shareOfOne, shareOfOther);
    features[5] = Math.min(2, numbers);
    features[6] = (first + second + third) / 18;
    features[7] = Math.min(shared, mostShared) / 20;
    return features;
  }
}
