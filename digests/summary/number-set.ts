/** Some of the numbers below a limit, a bit each: how many two sets share is counted 32 at a time. */
export class NumberSet {
  readonly #bits: Int32Array;
  #size = 0;

  constructor(limit: number) {
    this.#bits = new Int32Array((limit >> 5) + 1);
  }

  get size(): number {
    return this.#size;
  }

  add(number: number): void {
    const before = this.#bits[number >> 5] as number;
    const after = before | (1 << (number & 31));
    if (after === before) return;
    this.#bits[number >> 5] = after;
    this.#size++;
  }

  /** @param other of the same limit */
  countShared(other: NumberSet): number {
    let shared = 0;
    for (let at = 0; at < this.#bits.length; at++)
      for (let left = (this.#bits[at] as number) & (other.#bits[at] as number); left !== 0; left &= left - 1)
        shared++;
    return shared;
  }
}
