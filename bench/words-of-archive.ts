import { DatabaseSync } from 'node:sqlite';

export type WordsOfArchive = {
  /** The words in the most articles, not counting function words. */
  readonly common: readonly string[];
  /** Words in some thousand articles of 100,000. */
  readonly seldom: readonly string[];
  /** Words in some ten articles of 100,000. */
  readonly rare: readonly string[];
};

/** A function word is in nearly every article, and nobody looks one up. */
const functionShare = 0.6;
const shareOfSeldom = 0.01;
const shareOfRare = 1e-4;

/** What to look up: from the vocabulary of the index, so that it is known how often each word stands. */
export function wordsOf(path: string, count: number): WordsOfArchive {
  const database = new DatabaseSync(path);
  database.exec(`create virtual table temp.words using fts5vocab('main', 'articles_index', 'row')`);
  const total = Number(database.prepare('select count(*) as n from articles').get()?.n);
  const search = (order: string, most: number) =>
    database
      .prepare(`select term from temp.words where doc <= ? and length(term) > 3 order by ${order} limit ?`)
      .all(most, count)
      .map(({ term }) => String(term));
  const words = {
    common: search('doc desc', total * functionShare),
    seldom: search('doc desc, term', total * shareOfSeldom),
    rare: search('doc desc, term', Math.max(2, total * shareOfRare)),
  };
  database.close();
  return words;
}

/** Milliseconds below which this share of the calls stayed. */
export function percentile(milliseconds: readonly number[], share: number): number {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
