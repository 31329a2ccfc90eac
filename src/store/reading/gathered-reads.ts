/**
 * What is asked for by its id in the same turn is read by one query: many deliveries that are taken on together each
 * read the subscription they are for.
 * @param readAll those that are there, in any order
 */
export function gatherReads<T extends { readonly id: string }>(
  readAll: (ids: readonly string[]) => Promise<readonly T[]>,
): (id: string) => Promise<T | null> {
  let ids: string[] = [];
  let reading: Promise<ReadonlyMap<string, T>> | null = null;

  async function read(): Promise<ReadonlyMap<string, T>> {
    await null;
    const wanted = ids;
    ids = [];
    reading = null;
    return new Map((await readAll(wanted)).map((found) => [found.id, found]));
  }

  return async (id) => {
    ids.push(id);
    reading ??= read();
    return (await reading).get(id) ?? null;
  };
}
