import type { ArticleTerms } from './article-terms.ts';
import type { Rarity } from './rarity.ts';

/**
 * An article as numbers, ready to be compared: terms by number, ascending, each with its share of the article's
 * length (TF-IDF, length 1) and its rarity. Two articles are compared in one pass over both.
 */
export type Vector = {
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  readonly rarities: Float32Array;
  /** The same for the title's terms alone. */
  readonly titleTerms: Int32Array;
  readonly titleWeights: Float32Array;
  /** Rarities of all title terms summed. */
  readonly titleRarity: number;
  /** 1 where the term is in the title; along `terms`. */
  readonly inTitle: Uint8Array;
  /** 1 where the term holds a digit; along `terms`. */
  readonly isNumber: Uint8Array;
};

export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  numberOf(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(term, number);
    }
    return number;
  }
}

export function vectorOf({ weights, title }: ArticleTerms, rarity: Rarity, vocabulary: Vocabulary): Vector {
  const entries = [...weights]
    .map(([term, weight]) => ({ number: vocabulary.numberOf(term), term, weight, rarity: rarity(term) }))
    .filter((entry) => entry.rarity > 0)
    .sort((a, b) => a.number - b.number);
  const titled = entries.filter(({ term }) => title.has(term));
  const length = Math.hypot(...entries.map((entry) => entry.weight * entry.rarity)) || 1;
  const titleLength = Math.hypot(...titled.map((entry) => entry.weight * entry.rarity)) || 1;
  return {
    terms: Int32Array.from(entries, ({ number }) => number),
    weights: Float32Array.from(entries, (entry) => (entry.weight * entry.rarity) / length),
    rarities: Float32Array.from(entries, (entry) => entry.rarity),
    inTitle: Uint8Array.from(entries, ({ term }) => Number(title.has(term))),
    isNumber: Uint8Array.from(entries, ({ term }) => Number(/\d/.test(term))),
    titleTerms: Int32Array.from(titled, ({ number }) => number),
    titleWeights: Float32Array.from(titled, (entry) => (entry.weight * entry.rarity) / titleLength),
    titleRarity: titled.reduce((sum, entry) => sum + entry.rarity, 0),
  };
}
