import { stemmer } from '@orama/stemmers/english';
import { distance } from 'fastest-levenshtein';
import { integer, text } from '../reading/columns.ts';
import { mostCompared, nearest, type TypedWord, typedWord } from '../reading/nearly-spelt.ts';
import type { Database } from './database.ts';

/** To spell a stem out articles are read: so many of the nearest stems, and so many articles of each. */
const stemsSpelledOut = 12;
const articlesOfAStem = 10;

/** Words that occur in the articles and differ from this one by a letter or two, nearest first. */
export function similarWords(database: Database, typed: string, limit: number): string[] {
  const meant = typedWord(folded(typed.trim()));
  if (meant === null) return [];
  const near = nearestStems(database, meant).flatMap((stem) => spelledOut(database, stem));
  return nearest(meant, near, limit);
}

/** The index holds stems: those like the stem of what was typed, or like its beginning. */
function nearestStems(database: Database, { word, start, end, most }: TypedWord): string[] {
  const stem = stemmer(word);
  return database
    .all(
      'select term, doc from articles_words where term >= ? and term < ? limit ?',
      start,
      end,
      mostCompared,
    )
    .map((row) => ({ term: text(row, 'term'), articles: integer(row, 'doc') }))
    .filter(({ term }) => /^[\p{L}\p{N}]+$/u.test(term))
    .map(({ term, articles }) => ({
      term,
      articles,
      far: Math.min(distance(stem, term), distance(word.slice(0, term.length), term)),
    }))
    .filter(({ term, far }) => far <= most && term.length >= stem.length - most)
    .sort((a, b) => a.far - b.far || b.articles - a.articles)
    .slice(0, stemsSpelledOut)
    .map(({ term }) => term);
}

/** The words of the newest articles with this stem that may have it. */
function spelledOut(database: Database, stem: string): string[] {
  const words = new RegExp(`(?<![\\p{L}\\p{N}])${stem.slice(0, -1)}[\\p{L}\\p{N}]+`, 'gu');
  return database
    .all(
      `select article ->> 'title' || ' ' || body as text from articles where row in (
         select rowid from articles_index where articles_index match ? order by rowid desc limit ?)`,
      `{title body} : "${stem.replaceAll('"', '""')}"`,
      articlesOfAStem,
    )
    .flatMap((article) => folded(text(article, 'text')).match(words) ?? []);
}

function folded(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
