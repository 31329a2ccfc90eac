import { distance } from 'fastest-levenshtein';
import { integer, text } from '../reading/columns.ts';
import type { Database } from './database.ts';

/** Words of the index that begin like the one typed are compared with it; the first letters are seldom wrong. */
const sharedLetters = 2;
const compared = 20_000;

/** Words that occur in the articles and differ from this one by a letter or two, nearest first. */
export function similarWords(database: Database, typed: string, limit: number): string[] {
  const word = folded(typed.trim());
  if (!/^[\p{L}\p{N}]{4,40}$/u.test(word)) return [];
  const start = word.slice(0, sharedLetters);
  const most = word.length < 6 ? 1 : 2;
  const near = database
    .all(
      'select term from articles_words where term >= ? and term < ? limit ?',
      start,
      `${start}\u{10ffff}`,
      compared,
    )
    .map((row) => text(row, 'term'))
    // The index holds stems: they may be shorter than what people type.
    .filter((term) => term.length >= word.length - most - 3)
    .flatMap((term) => spelledOut(database, term))
    .filter((spelled) => distance(word, spelled) > 0 && distance(word, spelled) <= most);
  return [...new Set(near)]
    .sort((a, b) => distance(word, a) - distance(word, b) || a.localeCompare(b))
    .slice(0, limit);
}

/** The words of the newest article with this stem that may have it. */
function spelledOut(database: Database, term: string): string[] {
  const row = database.get(
    'select rowid as row from articles_index where articles_index match ? order by rowid desc limit 1',
    `{title body} : "${term.replaceAll('"', '""')}"`,
  );
  const body =
    row &&
    database.get(
      "select article ->> 'title' || ' ' || body as text from articles where row = ?",
      integer(row, 'row'),
    );
  if (!body) return [];
  const words = new Set(folded(text(body, 'text')).match(/[\p{L}\p{N}]+/gu) ?? []);
  return [...words].filter((word) => word.startsWith(term.slice(0, -1)) && word.length <= term.length + 3);
}

function folded(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
