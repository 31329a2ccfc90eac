import type { Article } from '../../domain/article.ts';
import type { Query } from '../../domain/query.ts';

/** Beginnings of the words a query wants, folded: enough to tell where in an article they stand. */
export type WordsWanted = readonly string[];

/** News says what it is about at the top: so many characters of the text are looked at. */
const topOfText = 700;
const weights = { title: 0.5, top: 0.35, body: 0.15 };

export function wordsWanted(query: Query): WordsWanted {
  switch (query.kind) {
    case 'word':
      return [folded(query.text).slice(0, Math.max(4, Math.ceil(query.text.length * 0.75)))];
    case 'phrase':
      return [folded(query.words.join(' '))];
    case 'outlet':
    case 'speaker':
      return [folded(query.name)];
    case 'and':
    case 'or':
      return query.parts.flatMap(wordsWanted);
    case 'not':
    case 'all':
      return [];
  }
}

/** 0 to 1: in the title, near the top, or only somewhere. A query for everything finds all alike. */
export function relevanceOf({ title, text }: Article, inTitle: boolean, wanted: WordsWanted): number {
  if (wanted.length === 0) return weights.title;
  const top = ` ${folded(`${title} ${text.slice(0, topOfText)}`)}`;
  const mentions = wanted.reduce((sum, word) => sum + countOf(top, ` ${word}`), 0);
  return (inTitle ? weights.title : 0) + weights.top * (1 - 0.5 ** mentions) + weights.body;
}

function folded(text: string): string {
  // Nearly all English text, in a quarter of the time.
  if (!NOT_ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const NOT_ASCII = /[^\x00-\x7f]/;

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
