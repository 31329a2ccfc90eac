import { candidatePairs } from './candidates.ts';
import { NumberList } from './number-list.ts';
import { PairFeatures, pairFeatureNames } from './pair-features.ts';
import type { VectorSpace } from './vector-space.ts';

/** What the model looks at, in the order of its weights: what two articles share, then how near they are beside others. */
export const comparisonNames = [
  ...pairFeatureNames,
  'likeness, as a share of that of the nearest: of the article where it is less',
  'likeness, as a share of that of the nearest: of the article where it is more',
] as const;

/** So many numbers a pair in `ComparedPairs.features`. */
export const comparisonWidth = comparisonNames.length;

/** All pairs worth comparing, with what the model looks at. */
export type ComparedPairs = {
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** A row of `comparisonWidth` numbers a pair. */
  readonly features: Float32Array;
};

/** A nearest neighbour counts as no nearer than this cosine: two copies of one text must not part their story from both. */
const nearestAtMost = 0.5;
/** Nor as farther than this one: where nobody else tells what an article tells, the nearest is no fellow for that. */
const nearestAtLeast = 0.2;

/**
 * Compares the candidates. How alike two articles must be to tell one event depends on what else there is: a likeness
 * that is the greatest for both says more than the same likeness between two that are nearer to others (local scaling,
 * Zelnik-Manor and Perona 2004).
 *
 * @param times Of the articles, undated ones first, then in order of time.
 */
export function comparePairs(space: VectorSpace, times: readonly (number | null)[]): ComparedPairs {
  const earlier = new NumberList<Int32Array<ArrayBuffer>>(Int32Array);
  const later = new NumberList<Int32Array<ArrayBuffer>>(Int32Array);
  const rows = new NumberList<Float32Array<ArrayBuffer>>(Float32Array);
  const nearest = new Float32Array(space.articles).fill(nearestAtLeast);
  const compared = new PairFeatures(space);
  let article = 0;
  for (const others of candidatePairs(space, times)) {
    if (others.length > 0) compared.compare(article);
    for (const other of others) {
      const features = compared.with(other);
      const cosine = Math.min(nearestAtMost, features[0] as number);
      if (cosine > (nearest[article] as number)) nearest[article] = cosine;
      if (cosine > (nearest[other] as number)) nearest[other] = cosine;
      earlier.push(other);
      later.push(article);
      for (let n = 0; n < comparisonWidth; n++) rows.push(n < features.length ? (features[n] as number) : 0);
    }
    article += 1;
  }
  const pairs = { earlier: earlier.done(), later: later.done(), features: rows.done() };
  writeNearness(pairs, nearest);
  return pairs;
}

function writeNearness({ earlier, later, features }: ComparedPairs, nearest: Float32Array): void {
  for (let pair = 0; pair < earlier.length; pair++) {
    const row = pair * comparisonWidth;
    const cosine = Math.min(nearestAtMost, features[row] as number);
    const shareOfOne = cosine / (nearest[earlier[pair] as number] as number);
    const shareOfOther = cosine / (nearest[later[pair] as number] as number);
    features[row + comparisonWidth - 2] = Math.min(shareOfOne, shareOfOther);
    features[row + comparisonWidth - 1] = Math.max(shareOfOne, shareOfOther);
  }
}
