/**
 * `make`, asked once for each of the keys that came last: for what is asked for again and again. Only where the key
 * alone says what is made. A flood of keys costs time, never memory.
 * @param size how many are remembered at most
 */
export function remembering<K, V>(size: number, make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= size) made.clear();
    made.set(key, value);
    return value;
  };
}
