import type { Query } from '../../domain/query.ts';

/**
 * A query as FTS5 expression (sqlite.org/fts5.html#full_text_query_syntax) over the columns title, body, outlet and
 * speakers. Every leaf is a quoted string, so nothing that was typed is syntax. Null matches everything.
 */
export function fts5Expression(query: Query, columns = '{title body}'): string | null {
  return query.kind === 'all' ? null : expression(query, columns);
}

function expression(query: Query, columns: string): string {
  switch (query.kind) {
    case 'word':
      return `${columns} : ${wordExpression(query.text)}`;
    case 'phrase':
      return `${columns} : ${quoted(query.words.join(' '))}`;
    case 'outlet':
      return `outlet : ${quoted(query.name)}`;
    case 'speaker':
      return `speakers : ${quoted(query.name)}`;
    case 'or':
      return `(${query.parts.map((part) => expression(part, columns)).join(' OR ')})`;
    case 'and': {
      const wanted = query.parts.filter(({ kind }) => kind !== 'not');
      const unwanted = query.parts.filter(({ kind }) => kind === 'not');
      const base =
        wanted.length === 0
          ? everyArticle
          : `(${wanted.map((part) => expression(part, columns)).join(' AND ')})`;
      const without = unwanted.map((part) => expression(part.kind === 'not' ? part.part : part, columns));
      return without.length === 0 ? base : `(${base} NOT (${without.join(' OR ')}))`;
    }
    case 'not':
      return `(${everyArticle} NOT ${expression(query.part, columns)})`;
    case 'all':
      return everyArticle;
  }
}

/** FTS5's NOT subtracts from something: each article carries this word in its outlet column. */
export const everyArticleWord = 'courantarticle';
const everyArticle = `outlet : "${everyArticleWord}"`;

/**
 * The word after stemming, or any word that goes on from its root: "ukraine" finds "Ukrainian", "germany" "German".
 * Only long roots: short ones run into other words ("police" and "policy").
 */
function wordExpression(word: string): string {
  const root = word.toLowerCase().replace(/[aeiouyаеиіоуяїєью]+$/u, '');
  return root.length >= shortestRoot && /^\p{L}+$/u.test(root)
    ? `(${quoted(word)} OR ${quoted(root)} *)`
    : quoted(word);
}

const shortestRoot = 6;

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll('\0', '')}"`;
}
