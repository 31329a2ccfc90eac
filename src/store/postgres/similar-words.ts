import { distance } from 'fastest-levenshtein';
import type { Article } from '../../domain/article.ts';
import { text } from '../reading/columns.ts';
import type { Queries } from './database.ts';
import { wordsOf } from './lexemes.ts';

/** Words of the vocabulary that begin like the one typed are compared with it; the first letters are seldom wrong. */
const sharedLetters = 2;
const compared = 20_000;
/** What an article is about stands at its top. */
const TOP_OF_TEXT = 2_000;
const typable = /^[\p{L}\p{N}]{4,40}$/u;

/** Keeps the words of titles and ledes: what people may have meant. In order, so that two writers can't block each other. */
export async function rememberWords(queries: Queries, articles: readonly Article[]): Promise<void> {
  const words = new Set(
    articles.flatMap((article) =>
      wordsOf(`${article.title} ${article.text.slice(0, TOP_OF_TEXT)}`).filter((word) => typable.test(word)),
    ),
  );
  await queries.run(
    'insert into vocabulary select unnest($1::text[]) on conflict do nothing',
    [...words].sort(),
  );
}

/** Words that occur in the articles and differ from this one by a letter or two, nearest first. */
export async function similarWords(queries: Queries, typed: string, limit: number): Promise<string[]> {
  const word = wordsOf(typed).join('');
  if (!typable.test(word)) return [];
  const start = word.slice(0, sharedLetters);
  const most = word.length < 6 ? 1 : 2;
  const found = await queries.all(
    'select word from vocabulary where word >= $1 and word < $2 limit $3',
    start,
    `${start}\u{10ffff}`,
    compared,
  );
  return found
    .map((row) => text(row, 'word'))
    .filter((near) => distance(word, near) > 0 && distance(word, near) <= most)
    .sort((a, b) => distance(word, a) - distance(word, b) || a.localeCompare(b))
    .slice(0, limit);
}
