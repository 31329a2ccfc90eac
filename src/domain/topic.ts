/** A stored search with a name: what a channel subscribes to. */
export type Topic = {
  /** Lower case letters, digits, dashes: what people type after the command. */
  readonly slug: string;
  readonly title: string;
  /** Search as people type it: words, "phrases", OR, -minus, outlet:, speaker:. */
  readonly query: string;
  /** Other words for the same, in any language: Київ, Ukraina. Each is a query of its own, joined by OR. */
  readonly synonyms: readonly string[];
  readonly exclude: readonly string[];
  /** Only these outlets; empty means all. */
  readonly outlets: readonly string[];
};

/**
 * The topic of everything. Its title is kept as English, for lists; a digest of it is just the digest, and people are
 * told of it in their own words.
 */
export const ofEverything = { slug: 'all', title: 'Everything' } as const;

export function isOfEverything({ slug, title }: Pick<Topic, 'slug' | 'title'>): boolean {
  return slug === ofEverything.slug && title === ofEverything.title;
}
