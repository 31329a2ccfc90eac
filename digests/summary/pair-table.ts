/** Numbers for pairs of small numbers: 0, 1, 2, … in the order in which the pairs are added. */
export class PairTable {
  /** The first and the second of each pair, by its number. */
  readonly firsts: number[] = [];
  readonly seconds: number[] = [];
  /** Open addressing: pair number plus one, 0 for a free place. Its length is a power of two. */
  #places = new Int32Array(2048);

  get size(): number {
    return this.firsts.length;
  }

  /** The number of a pair; -1 for one that was never added. */
  find(first: number, second: number): number {
    return (this.#places[this.#placeOf(first, second)] as number) - 1;
  }

  /** The number of a pair, which is added if need be. */
  add(first: number, second: number): number {
    const place = this.#placeOf(first, second);
    const known = this.#places[place] as number;
    if (known > 0) return known - 1;
    this.firsts.push(first);
    this.seconds.push(second);
    this.#places[place] = this.size;
    if (this.size * 2 > this.#places.length) this.#grow();
    return this.size - 1;
  }

  /** Where the pair stands, or would stand. */
  #placeOf(first: number, second: number): number {
    const last = this.#places.length - 1;
    let place = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 7;
    for (;;) {
      place &= last;
      const pair = (this.#places[place] as number) - 1;
      if (pair < 0 || (this.firsts[pair] === first && this.seconds[pair] === second)) return place;
      place++;
    }
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let pair = 0; pair < this.size; pair++)
      this.#places[this.#placeOf(this.firsts[pair] as number, this.seconds[pair] as number)] = pair + 1;
  }
}
