/** Something that is made when it is first wanted, once; after a failure, again at the next asking. */
export type Lazy<T> = {
  /** Makes it, or gives what was made. */
  get(): Promise<T>;
  /** What was made, or is being made; null while nobody has wanted it. */
  made(): Promise<T> | null;
};

export function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | null = null;
  return {
    get() {
      made ??= make().catch((error: unknown) => {
        made = null;
        throw error;
      });
      return made;
    },
    made: () => made,
  };
}
