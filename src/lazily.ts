/** Something that is made when it is first wanted, once. */
export type Lazy<T> = {
  /** Makes it, or gives what was made. */
  get(): Promise<T>;
  /** What was made; null while nobody has wanted it. */
  made(): Promise<T> | null;
};

export function lazily<T>(make: () => Promise<T>): Lazy<T> {
  let made: Promise<T> | null = null;
  return {
    get() {
      made ??= make();
      return made;
    },
    made: () => made,
  };
}
