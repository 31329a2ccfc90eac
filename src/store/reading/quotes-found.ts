import type { Query } from '../../domain/query.ts';
import type { Quote } from '../../domain/quote.ts';
import type { FoundQuote, QuoteSearch } from '../store.ts';
import { articleOf, quotesOf } from './article-row.ts';
import type { Row } from './columns.ts';
import { foldedName } from './folded-name.ts';

/** Articles looked through for quotes. */
export const articlesRead = 400;

/** What the index is asked: articles about this, in which somebody of this name is quoted. */
export function quotedIn({ speaker, query }: QuoteSearch): Query {
  const wanted: Query[] = [];
  if (query !== null && query.kind !== 'all') wanted.push(query);
  if (speaker !== null) wanted.push({ kind: 'speaker', name: speaker });
  const [only] = wanted;
  if (only === undefined) return { kind: 'all' };
  return wanted.length === 1 ? only : { kind: 'and', parts: wanted };
}

/** The quotes of an article, of everybody or of those whose name holds these words. */
export function quotesFound(row: Row, speaker: string | null): FoundQuote[] {
  const article = articleOf(row);
  return quotesOf(row)
    .filter((quote) => speaker === null || isBy(quote, foldedName(speaker)))
    .map((quote) => ({ quote, article }));
}

/** The index finds names by their stems; here the words themselves must be in the name. */
function isBy({ speaker }: Quote, words: string): boolean {
  return speaker !== null && words !== '' && ` ${foldedName(speaker.name)} `.includes(` ${words} `);
}
