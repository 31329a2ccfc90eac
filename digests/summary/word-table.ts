import type { TextUnits } from '../text/units.ts';

/**
 * Numbers for words: 0, 1, 2, … in the order in which they come. Like a `Map`, but a word need not be cut out of its text
 * to be asked for.
 */
export class WordTable {
  /** Each word by its number. */
  readonly words: string[] = [];
  /** Open addressing: the hash of a word, and its number plus one; 0 and 0 for a free place. */
  readonly #places = new Int32Array(2 * PLACES);
  /** Words that are long, or found no place near their own: words made to have one hash cost no more than others. */
  readonly #others = new Map<string, number>();

  /** The number of the word that stands in a text; it is added if need be. */
  numberOf({ text, units }: TextUnits, from: number, to: number): number {
    if (to - from > LONGEST) return this.#numberOfOther(text.slice(from, to));
    const hash = hashOf(units, from, to);
    const first = hash & (PLACES - 1);
    for (let place = first; place < first + STEPS; place++) {
      const at = 2 * (place & (PLACES - 1));
      const number = (this.#places[at + 1] as number) - 1;
      if (number < 0) {
        this.#places[at] = hash;
        this.#places[at + 1] = this.words.length + 1;
        return this.#add(text.slice(from, to));
      }
      if (this.#places[at] === hash && isWord(this.words[number] as string, units, from, to)) return number;
    }
    return this.#numberOfOther(text.slice(from, to));
  }

  #numberOfOther(word: string): number {
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    const number = this.#add(word);
    this.#others.set(this.words[number] as string, number);
    return number;
  }

  #add(word: string): number {
    // what a text is cut out of would stay in memory as long as its piece does
    return this.words.push(` ${word}`.slice(1)) - 1;
  }
}

/** A power of two; some more than a book has words. */
const PLACES = 1 << 17;
/** Places looked at for a word. */
const STEPS = 32;
/** UTF-16 units. */
const LONGEST = 32;

/** FNV-1a, its upper bits mixed in: the lower ones say where to look. */
function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ (units[at] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isWord(word: string, units: Uint16Array, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = from; at < to; at++) if (word.charCodeAt(at - from) !== units[at]) return false;
  return true;
}
