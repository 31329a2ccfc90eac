import type { Article } from '../../domain/article.ts';
import { text } from '../reading/columns.ts';
import { isTypable, mostCompared, nearest, typedWord } from '../reading/nearly-spelt.ts';
import type { Queries } from './database.ts';
import { wordsOf } from './lexemes.ts';

/** What an article is about stands at its top. */
const TOP_OF_TEXT = 2_000;

/** Keeps the words of titles and ledes: what people may have meant. In order, so that two writers can't block each other. */
export async function rememberWords(queries: Queries, articles: readonly Article[]): Promise<void> {
  const words = new Set(
    articles.flatMap((article) =>
      wordsOf(`${article.title} ${article.text.slice(0, TOP_OF_TEXT)}`).filter(isTypable),
    ),
  );
  await queries.run(
    'insert into vocabulary select unnest($1::text[]) on conflict do nothing',
    [...words].sort(),
  );
}

/** Words that occur in the articles and differ from this one by a letter or two, nearest first. */
export async function similarWords(queries: Queries, typed: string, limit: number): Promise<string[]> {
  const meant = typedWord(wordsOf(typed).join(''));
  if (meant === null) return [];
  const words = await queries.all(
    'select word from vocabulary where word >= $1 and word < $2 limit $3',
    meant.start,
    meant.end,
    mostCompared,
  );
  return nearest(
    meant,
    words.map((row) => text(row, 'word')),
    limit,
  );
}
