import type { Query } from '../../domain/query.ts';
import { lexemeOf, wordsOf } from './lexemes.ts';

/** Labels of the parts of an article in its tsvector. */
type Part = 'A' | 'AB';

/** What stands for a query that matches no article: what was asked for has neither letters nor digits. */
export const nothing = '';

/**
 * A query as the text of a tsquery over title (A) and body (B). Every leaf is made of letters and digits, so nothing
 * that was typed is syntax. Null matches everything.
 */
export function expressionOf(query: Query, part: Part = 'AB'): string | null {
  return query.kind === 'all' ? null : (expression(query, part) ?? nothing);
}

/** Null: a leaf without letters or digits, which matches nothing. */
function expression(query: Query, part: Part): string | null {
  switch (query.kind) {
    case 'word':
      return wordExpression(query.text, part);
    case 'phrase':
      return phrase(query.words.join(' '), part);
    case 'outlet':
      return phrase(query.name, 'C');
    case 'speaker':
      return phrase(query.name, 'D');
    case 'or':
      return joined(query.parts, part, '|');
    case 'and':
      return joined(query.parts, part, '&');
    case 'not': {
      const inner = expression(query.part, part);
      return inner === null ? null : `!(${inner})`;
    }
    case 'all':
      return null;
  }
}

function joined(parts: readonly Query[], part: Part, operator: '|' | '&'): string | null {
  const written = parts.map((one) => expression(one, part)).filter((one) => one !== null);
  return written.length === 0 ? null : `(${written.join(` ${operator} `)})`;
}

/**
 * The word after stemming, or any word that goes on from its root: "ukraine" finds "Ukrainian", "germany" "German".
 * Only long roots: short ones run into other words ("police" and "policy").
 */
function wordExpression(word: string, part: Part): string | null {
  const exact = phrase(word, part);
  const root = (wordsOf(word).join('') ?? '').replace(/[aeiouyаеиіоуяїєью]+$/u, '');
  return exact !== null && root.length >= shortestRoot && /^\p{L}+$/u.test(root)
    ? `(${exact} | '${root}':*${part})`
    : exact;
}

const shortestRoot = 6;

function phrase(text: string, labels: string): string | null {
  const lexemes = wordsOf(text).map((word) => `'${lexemeOf(word)}':${labels}`);
  return lexemes.length === 0 ? null : `(${lexemes.join(' <-> ')})`;
}
