/** Numbers for whole numbers from 0 on: 0, 1, 2, … in the order in which they are added. */
export class NumberTable {
  /** What each number stands for. */
  readonly members: number[] = [];
  /** Open addressing: number plus one, 0 for a free place. Its length is a power of two. */
  #places = new Int32Array(1024);

  get size(): number {
    return this.members.length;
  }

  /** The number of a member; -1 for what was never added. */
  find(member: number): number {
    return (this.#places[this.#placeOf(member)] as number) - 1;
  }

  /** The number of a member, which is added if need be. */
  add(member: number): number {
    const place = this.#placeOf(member);
    const known = this.#places[place] as number;
    if (known > 0) return known - 1;
    this.members.push(member);
    this.#places[place] = this.size;
    if (this.size * 2 > this.#places.length) this.#grow();
    return this.size - 1;
  }

  /** Where the member stands, or would stand. */
  #placeOf(member: number): number {
    const last = this.#places.length - 1;
    for (let place = Math.imul(member, 0x9e3779b1) >>> 7; ; place++) {
      place &= last;
      const number = (this.#places[place] as number) - 1;
      if (number < 0 || this.members[number] === member) return place;
    }
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (const [number, member] of this.members.entries()) this.#places[this.#placeOf(member)] = number + 1;
  }
}
