import type { Query } from '../../domain/query.ts';
import { lexemesMeantBy, wordsOf } from './lexemes.ts';

/** Labels of the parts of an article in its tsvector. */
type Part = 'A' | 'AB';

/**
 * A query as the text of a tsquery over title (A) and body (B). Every leaf is made of letters and digits, so nothing
 * that was typed is syntax. Null matches everything.
 */
export function expressionOf(query: Query, part: Part = 'AB'): string | null {
  return query.kind === 'all' ? null : expression(query, part);
}

function expression(query: Query, part: Part): string {
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
    case 'not':
      return `!(${expression(query.part, part)})`;
    case 'all':
      return `!(${nothing})`;
  }
}

/** No article has it: its lexemes are letters and digits. What was asked for without any is found nowhere. */
const nothing = "'-'";

function joined(parts: readonly Query[], part: Part, operator: '|' | '&'): string {
  return `(${parts.map((one) => expression(one, part)).join(` ${operator} `)})`;
}

/**
 * The word after stemming, or any word that goes on from its root: "ukraine" finds "Ukrainian", "germany" "German".
 * Only long roots: short ones run into other words ("police" and "policy").
 */
function wordExpression(word: string, part: Part): string {
  const exact = phrase(word, part);
  const root = wordsOf(word)
    .join('')
    .replace(/[aeiouyаеиіоуяїєью]+$/u, '');
  return root.length >= shortestRoot && /^\p{L}+$/u.test(root) ? `(${exact} | '${root}':*${part})` : exact;
}

const shortestRoot = 6;

function phrase(text: string, labels: string): string {
  const lexemes = wordsOf(text).map((word) =>
    alternatives(lexemesMeantBy(word).map((lexeme) => `'${lexeme}':${labels}`)),
  );
  return lexemes.length === 0 ? nothing : `(${lexemes.join(' <-> ')})`;
}

function alternatives(leaves: readonly string[]): string {
  return leaves.length === 1 ? leaves.join() : `(${leaves.join(' | ')})`;
}
