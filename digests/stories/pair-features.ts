import type { VectorSpace } from './vector-space.ts';

/** What two articles have in common, in the order of the model's weights. */
export const pairFeatureNames = [
  'cosine',
  'root of cosine',
  'cosine of titles',
  'lesser share of a title found in the other article',
  'greater share of a title found in the other article',
  'rarity of shared numbers',
  'rarity of the three rarest shared terms',
] as const;

/** Compares one article with many: its terms are laid out once, then each other article costs one look a term. */
export class PairFeatures {
  readonly #space: VectorSpace;
  /** By number of the term: its place in the article being compared, counted from 1. */
  readonly #places: Int32Array;
  readonly #features = new Float64Array(pairFeatureNames.length);
  #one: number | null = null;

  constructor(space: VectorSpace) {
    this.#space = space;
    this.#places = new Int32Array(space.rarities.length);
  }

  /** The article to compare with others from now on. */
  compare(one: number): void {
    const { starts, terms } = this.#space;
    if (this.#one !== null)
      for (let at = starts[this.#one] as number; at < (starts[this.#one + 1] as number); at++)
        this.#places[terms[at] as number] = 0;
    for (let at = starts[one] as number; at < (starts[one + 1] as number); at++)
      this.#places[terms[at] as number] = at + 1;
    this.#one = one;
  }

  /** What it has in common with another. The array is written anew by each call: millions of pairs make no garbage. */
  with(other: number): Float64Array {
    const one = this.#one;
    if (one === null) throw new Error('compare() comes before with()');
    const places = this.#places;
    const { starts, titleEnds, terms, weights, rarities, isNumber, titleRarities, titleLengths } =
      this.#space;
    const titleEndOfOne = titleEnds[one] as number;
    const titleEndOfOther = titleEnds[other] as number;
    const end = starts[other + 1] as number;
    let cosine = 0;
    let titles = 0;
    let numbers = 0;
    let first = 0;
    let second = 0;
    let third = 0;
    let titleOfOne = 0;
    let titleOfOther = 0;
    for (let at = starts[other] as number; at < end; at++) {
      const term = terms[at] as number;
      const place = (places[term] as number) - 1;
      if (place < 0) continue;
      const rarity = rarities[term] as number;
      const product = (weights[place] as number) * (weights[at] as number);
      cosine += product;
      if (isNumber[term]) numbers += rarity / 6;
      if (place < titleEndOfOne) {
        titleOfOne += rarity;
        if (at < titleEndOfOther) titles += product;
      }
      if (at < titleEndOfOther) titleOfOther += rarity;
      if (rarity > first) {
        third = second;
        second = first;
        first = rarity;
      } else if (rarity > second) {
        third = second;
        second = rarity;
      } else if (rarity > third) third = rarity;
    }
    const shareOfOne = titleOfOne / (titleRarities[one] || 1);
    const shareOfOther = titleOfOther / (titleRarities[other] || 1);
    const features = this.#features;
    // Two words in common are a place and a day: whatever a paper tells of its town shares as much.
    if (third === 0) return features.fill(0);
    features[0] = cosine;
    features[1] = Math.sqrt(cosine);
    features[2] = titles / ((titleLengths[one] as number) * (titleLengths[other] as number) || 1);
    features[3] = Math.min(shareOfOne, shareOfOther);
    features[4] = Math.max(shareOfOne, shareOfOther);
    features[5] = Math.min(2, numbers);
    features[6] = (first + second + third) / 18;
    return features;
  }
}
