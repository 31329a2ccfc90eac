import type { Query } from './query.ts';

/**
 * Reads a search as people type it: words, "phrases", OR, -minus or NOT, outlet:, speaker:, parentheses.
 * As search engines have it, OR joins its two neighbours and everything side by side must match:
 * `ukraine OR kyiv ceasefire` is (ukraine OR kyiv) AND ceasefire. Whatever is typed gives a query.
 */
export function parseQuery(text: string): Query {
  const tokens = tokensOf(text.slice(0, longestSearch));
  let at = 0;

  function conjunction(depth: number): Query {
    const parts: Query[] = [];
    while (at < tokens.length && tokens[at]?.kind !== 'close') {
      const part = disjunction(depth);
      if (part) parts.push(part);
    }
    return all(parts);
  }

  function disjunction(depth: number): Query | null {
    const parts: Query[] = [];
    let expectsMore = true;
    while (at < tokens.length && expectsMore) {
      while (tokens[at]?.kind === 'or') at += 1;
      const part = leaf(depth);
      if (part) parts.push(part);
      expectsMore = tokens[at]?.kind === 'or';
    }
    return parts.length === 0 ? null : any(parts);
  }

  function leaf(depth: number): Query | null {
    const token = tokens[at];
    if (!token || token.kind === 'close') return null;
    at += 1;
    switch (token.kind) {
      case 'not': {
        const part = leaf(depth);
        return part && part.kind !== 'all' ? { kind: 'not', part } : null;
      }
      case 'open': {
        if (depth >= deepestNesting) return null;
        const inner = conjunction(depth + 1);
        if (tokens[at]?.kind === 'close') at += 1;
        return inner.kind === 'all' ? null : inner;
      }
      case 'leaf':
        return token.query;
      default:
        return null;
    }
  }

  const parts: Query[] = [];
  while (at < tokens.length) {
    const part = conjunction(0);
    if (part.kind !== 'all') parts.push(part);
    // A closing parenthesis that nothing opened is passed over.
    if (tokens[at]?.kind === 'close') at += 1;
  }
  return all(parts);
}

/** All of them; nothing asked for matches everything. */
export function all(parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) =>
    part.kind === 'and' ? part.parts : part.kind === 'all' ? [] : [part],
  );
  return flat.length === 1 && flat[0]
    ? flat[0]
    : flat.length === 0
      ? { kind: 'all' }
      : { kind: 'and', parts: flat };
}

/** Any of them. */
export function any(parts: readonly Query[]): Query {
  if (parts.some(({ kind }) => kind === 'all')) return { kind: 'all' };
  const flat = parts.flatMap((part) => (part.kind === 'or' ? part.parts : [part]));
  return flat.length === 1 && flat[0] ? flat[0] : { kind: 'or', parts: flat };
}

/** Longer searches are cut: nobody types them, and every word costs an index look-up. */
const longestSearch = 1000;
const deepestNesting = 20;

type Token =
  | { readonly kind: 'or' | 'not' | 'open' | 'close' }
  | { readonly kind: 'leaf'; readonly query: Query };

const shape =
  /(-?)(?:(outlet|source|speaker|by):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|([^\s()"“”„«»]+))|([()])/giu;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, minus, field, phrase, word, bracket] of text.matchAll(shape)) {
    if (bracket) tokens.push({ kind: bracket === '(' ? 'open' : 'close' });
    else if (!field && !minus && (word === 'OR' || word === '|')) tokens.push({ kind: 'or' });
    else if (!field && !minus && word === 'NOT') tokens.push({ kind: 'not' });
    else if (field || minus || word !== 'AND') {
      const query = leafOf(field?.toLowerCase(), phrase, word);
      if (!query) continue;
      if (minus) tokens.push({ kind: 'not' });
      tokens.push({ kind: 'leaf', query });
    }
  }
  return tokens;
}

function leafOf(
  field: string | undefined,
  phrase: string | undefined,
  word: string | undefined,
): Query | null {
  const words = (phrase ?? word ?? '').match(/[\p{L}\p{M}\p{N}]+(?:['’.-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const [first] = words;
  if (first === undefined) return null;
  if (field === 'outlet' || field === 'source') return { kind: 'outlet', name: words.join(' ') };
  if (field === 'speaker' || field === 'by') return { kind: 'speaker', name: words.join(' ') };
  return phrase !== undefined && words.length > 1
    ? { kind: 'phrase', words }
    : all(words.map((text) => ({ kind: 'word', text })));
}
