/**
 * A search as people type it, parsed. Whatever is typed gives a query, never a syntax error.
 * Leaves are matched after stemming and without diacritics, in title or text.
 */
export type Query =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  | { readonly kind: 'outlet'; readonly name: string }
  | { readonly kind: 'speaker'; readonly name: string }
  | { readonly kind: 'and'; readonly parts: readonly Query[] }
  | { readonly kind: 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  /** Matches everything: what is left when nothing was asked for. */
  | { readonly kind: 'all' };
