import type { Vector } from './vectors.ts';

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
const at = (values: Float32Array | Int32Array | Uint8Array, index: number): number => values[index] as number;

/** One pass over both articles' terms; `into` takes the features, so that millions of pairs make no garbage. */
export function pairFeatures(a: Vector, b: Vector, into: Float64Array): Float64Array {
  let cosine = 0;
  let numbers = 0;
  let shared = 0;
  let [first, second, third] = [0, 0, 0];
  let [titleOfA, titleOfB] = [0, 0];
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const difference = at(a.terms, i) - at(b.terms, j);
    if (difference < 0) i += 1;
    else if (difference > 0) j += 1;
    else {
      const rarity = at(a.rarities, i);
      cosine += at(a.weights, i) * at(b.weights, j);
      shared += 1;
      if (at(a.isNumber, i)) numbers += rarity / 6;
      if (at(a.inTitle, i)) titleOfA += rarity;
      if (at(b.inTitle, j)) titleOfB += rarity;
      if (rarity > first) [first, second, third] = [rarity, first, second];
      else if (rarity > second) [second, third] = [rarity, second];
      else if (rarity > third) third = rarity;
      i += 1;
      j += 1;
    }
  }
  const [shareA, shareB] = [titleOfA / (a.titleRarity || 1), titleOfB / (b.titleRarity || 1)];
  into[0] = cosine;
  into[1] = Math.sqrt(cosine);
  into[2] = titleCosine(a, b);
  into[3] = Math.min(shareA, shareB);
  into[4] = Math.max(shareA, shareB);
  into[5] = Math.min(2, numbers);
  into[6] = (first + second + third) / 18;
  into[7] = Math.min(shared, mostShared) / 20;
  return into;
}

function titleCosine(a: Vector, b: Vector): number {
  let cosine = 0;
  for (let i = 0, j = 0; i < a.titleTerms.length && j < b.titleTerms.length; ) {
    const difference = at(a.titleTerms, i) - at(b.titleTerms, j);
    if (difference < 0) i += 1;
    else if (difference > 0) j += 1;
    else {
      cosine += at(a.titleWeights, i) * at(b.titleWeights, j);
      i += 1;
      j += 1;
    }
  }
  return cosine;
}
