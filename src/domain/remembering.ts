/**
 * `make`, asked once for each of the keys that came last: for what many channels share. Only where the key alone says
 * what is made.
 * @param size how many are remembered
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
