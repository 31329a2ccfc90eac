/**
 * Copies of one text: agency reports that several outlets carry. MinHash (Broder 1997) over shingles of words tells
 * how much two texts share.
 */
import { foldWord, tokenize } from '../text/tokens.ts';

const shingleWords = 4;
const hashes = 64;
/** From this estimated share of common shingles on, two texts are one. */
const copyThreshold = 0.55;
/** Longer texts are told apart by their beginning. */
const wordsRead = 1500;

/** Equal for equal texts; serialisable, small, made once when an article comes in. */
export function signatureOf(text: string): string {
  const words = tokenize(text.slice(0, wordsRead * 12))
    .slice(0, wordsRead)
    .map((word) => foldWord(word.text));
  const least = new Uint32Array(hashes).fill(0xffffffff);
  const count = Math.max(1, words.length - shingleWords + 1);
  for (let at = 0; at < count; at++) {
    const shingle = hash(words.slice(at, at + shingleWords).join(' '));
    for (let n = 0; n < hashes; n++) {
      const mixed =
        (Math.imul(shingle ^ (seeds[n] as number), multipliers[n] as number) ^ (shingle >>> 15)) >>> 0;
      if (mixed < (least[n] as number)) least[n] = mixed;
    }
  }
  return [...least].map((number) => number.toString(36)).join('.');
}

/** A signature read for comparing: the least hash of each kind. */
export type Signature = Uint32Array;

/** @param signature as `signatureOf` writes it */
export function readSignature(signature: string): Signature {
  return Uint32Array.from(signature.split('.'), (number) => Number.parseInt(number, 36));
}

/** The estimated share of shingles two texts have in common (Jaccard), 0 to 1. */
export function likeness(a: Signature, b: Signature): number {
  let equal = 0;
  for (let n = 0; n < hashes; n++) if (a[n] === b[n]) equal++;
  return equal / hashes;
}

export function isNearCopy(a: Signature, b: Signature): boolean {
  return likeness(a, b) >= copyThreshold;
}

/** Groups of articles that carry the same text; each article is in exactly one group. */
export function copyGroups<T extends { readonly signature: string }>(articles: readonly T[]): T[][] {
  const groups: { readonly first: Signature; readonly members: T[] }[] = [];
  for (const article of articles) {
    const signature = readSignature(article.signature);
    const group = groups.find(({ first }) => isNearCopy(first, signature));
    if (group) group.members.push(article);
    else groups.push({ first: signature, members: [article] });
  }
  return groups.map(({ members }) => members);
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo). */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state >>> 0;
}

const seeds = Array.from({ length: hashes }, (_, n) => hash(`seed ${n}`));
const multipliers = Array.from({ length: hashes }, (_, n) => (hash(`multiplier ${n}`) | 1) >>> 0);
