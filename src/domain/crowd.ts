/** Many who come and go all the time, of whom now and then all are wanted. In no order. */
export type Crowd<T> = Iterable<T> & {
  readonly size: () => number;
  /** Returns how to leave again. */
  enter(member: T): () => void;
};

/**
 * What a `Set` would do, without what V8 makes of one whose members come and go by the thousand: each table that a
 * `Set` outgrew points to the next one, so once one of them has grown old, all that any later one held survives every
 * small garbage collection until the next full one.
 */
export function createCrowd<T>(): Crowd<T> {
  type Place = { readonly member: T; at: number };
  const places: Place[] = [];

  return {
    size: () => places.length,
    enter(member) {
      const own: Place = { member, at: places.length };
      places.push(own);
      return () => {
        if (places[own.at] !== own) return;
        const last = places.pop();
        if (last === undefined || last === own) return;
        places[own.at] = last;
        last.at = own.at;
      };
    },
    *[Symbol.iterator]() {
      for (const { member } of [...places]) yield member;
    },
  };
}
