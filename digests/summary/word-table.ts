import { type TextUnits, unitsOf } from '../text/units.ts';

/**
 * Numbers for words: 0, 1, 2, … in the order in which they come. Like a `Map`, but a word need not be cut out of its text
 * to be asked for.
 */
export class WordTable {
  /** Each word by its number. */
  readonly words: string[] = [];
  /** Open addressing: the hash of a word, and its number plus one, 0 for a free place. Its length is a power of two. */
  #places = new Int32Array(2 * FIRST_PLACES);
  /** Words that are long, or found no place near their own: words made to have one hash cost no more than others. */
  readonly #others = new Map<string, number>();

  /** The number of the word that stands in a text; it is added if need be. */
  numberOf({ text, units }: TextUnits, from: number, to: number): number {
    if (to - from > LONGEST) return this.#numberOfOther(text.slice(from, to));
    const hash = hashOf(units, from, to);
    for (let step = 0; step < STEPS; step++) {
      const at = this.#placeOf(hash, step);
      const number = (this.#places[at + 1] as number) - 1;
      if (number < 0) return this.#addShort(hash, text.slice(from, to));
      if (this.#places[at] === hash && isWord(this.words[number] as string, units, from, to)) return number;
    }
    return this.#others.get(text.slice(from, to)) ?? this.#addShort(hash, text.slice(from, to));
  }

  #numberOfOther(word: string): number {
    const known = this.#others.get(word);
    if (known !== undefined) return known;
    const number = this.#add(word);
    this.#others.set(this.words[number] as string, number);
    return number;
  }

  #addShort(hash: number, word: string): number {
    const number = this.#add(word);
    this.#put(hash, number);
    if (this.words.length * 4 > this.#places.length) this.#grow();
    return number;
  }

  #add(word: string): number {
    // what a text is cut out of would stay in memory as long as its piece does
    return this.words.push(` ${word}`.slice(1)) - 1;
  }

  #put(hash: number, number: number): void {
    for (let step = 0; step < STEPS; step++) {
      const at = this.#placeOf(hash, step);
      if (this.#places[at + 1] !== 0) continue;
      this.#places[at] = hash;
      this.#places[at + 1] = number + 1;
      return;
    }
    this.#others.set(this.words[number] as string, number);
  }

  /** Where in `#places` a word of this hash is looked for at this step. */
  #placeOf(hash: number, step: number): number {
    return (2 * (hash + step)) & (this.#places.length - 1);
  }

  #grow(): void {
    const old = this.#places;
    const crowded = [...this.#others].filter(([word]) => word.length <= LONGEST);
    this.#places = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += 2)
      if (old[at + 1] !== 0) this.#put(old[at] as number, (old[at + 1] as number) - 1);
    for (const [word, number] of crowded) {
      this.#others.delete(word);
      this.#put(hashOf(unitsOf(word).units, 0, word.length), number);
    }
  }
}

const FIRST_PLACES = 1 << 14;
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
