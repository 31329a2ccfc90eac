/**
 * An archive of news made by rule (generated-articles.ts), told in words of letters, with sentences and quotes, as the
 * store holds it. Built once a size and kept in the folder for temporary files.
 */
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleTerms, serializeTerms } from '../digests/stories/article-terms.ts';
import { signatureOf } from '../digests/stories/copies.ts';
import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import type { Quote } from '../src/domain/quote.ts';
import { migrations } from '../src/store/sqlite/migrations.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { type GeneratedArticle, newsByRule } from './generated-articles.ts';

/** The newest article of an archive is this old or a little older. */
export const archiveEnd = Date.UTC(2026, 0, 5, 8);

const day = 86_400_000;
const articlesADay = 5000;
const outlets = 200;
/** An article has none to five quotes. */
const mostQuotes = 6;
/** Articles come in the order they were published, nearly: so many are sorted at a time. */
const sortedTogether = 2000;

/** The path of an SQLite database with this many articles; made now, where there is none from an earlier run. */
export async function archiveOf(count: number): Promise<string> {
  const path = join(tmpdir(), `courant-bench-archive-${madeLike()}-${count}.db`);
  if (existsSync(path)) return path;
  process.stderr.write(`Making an archive of ${count.toLocaleString('en')} articles in ${path} …\n`);
  const unfinished = `${path}.unfinished`;
  for (const part of ['', '-wal', '-shm']) rmSync(`${unfinished}${part}`, { force: true });
  const store = await openSqliteStore(unfinished);
  for (const batch of batches(archiveArticles(count), sortedTogether)) await store.articles.add(batch);
  await store.close();
  renameSync(unfinished, path);
  return path;
}

/** Changes when the schema or this file's rules do, so that no old archive is taken for a new one. */
function madeLike(): string {
  return createHash('sha256')
    .update(JSON.stringify([migrations, 'archive 1']))
    .digest('hex')
    .slice(0, 16);
}

/** In the order of time, but for some hours. */
export function* archiveArticles(count: number): Generator<AnalysedArticle> {
  const begins = archiveEnd - Math.ceil((count / articlesADay) * day);
  let made = 0;
  for (const article of newsByRule()) {
    if (made === count) return;
    made += 1;
    yield analysed(article, Math.min(archiveEnd - 1000, Math.floor(begins + article.publishedAt)));
  }
}

function analysed({ id, title, text, event }: GeneratedArticle, publishedAt: number): AnalysedArticle {
  const told = withQuotes(id, spelled(text), Number(id.slice(1)) % mostQuotes, event);
  const article = {
    id,
    url: `https://outlet-${event % outlets}.example/${id}`,
    canonicalUrl: `https://outlet-${event % outlets}.example/${id}`,
    outlet: `Outlet ${Number(id.slice(1)) % outlets}`,
    title: sentence(spelled(title)),
    byline: null,
    publishedAt,
    dateGuessed: false,
    fetchedAt: publishedAt,
    language: 'en',
    text: told.text,
    lede: null,
    image: null,
  };
  return {
    article,
    quotes: told.quotes,
    statements: [],
    terms: serializeTerms(articleTerms(article)),
    signature: signatureOf(article.text),
  };
}

/** Puts a quote at the end of so many paragraphs; by a speaker of the event, so that some people are often in the news. */
function withQuotes(articleId: string, text: string, wanted: number, event: number) {
  const quotes: Quote[] = [];
  let told = '';
  for (const [n, block] of text.split('\n\n').entries()) {
    const paragraph = block.trim();
    const sentences = paragraph.split('. ').map(sentence).join('. ');
    told += `${told === '' ? '' : '\n\n'}${sentences}`;
    if (n >= wanted) continue;
    const words = sentence(paragraph.split(' ').slice(0, 14).join(' ').replaceAll('.', ''));
    const name = `${sentence(wordOfRank(2000 + (event % 5000)))} ${sentence(wordOfRank(9000 + (event % 5000)))}`;
    const contextStart = told.length + 1;
    told += ` “${words},” ${name} said.`;
    const start = contextStart + 1;
    const end = start + words.length + 1;
    const named = told.indexOf(name, end);
    quotes.push({
      articleId,
      start,
      end,
      text: told.slice(start, end),
      continuations: [],
      speaker: {
        name,
        role: null,
        kind: 'person',
        mentions: [{ start: named, end: named + name.length }],
      },
      speakerMention: { start: named, end: named + name.length, text: name },
      cue: { start: told.length - 5, end: told.length - 1, text: 'said' },
      context: { start: contextStart, end: told.length },
    });
  }
  return { text: told, quotes };
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The generator's words carry their rank as a number; people's words have letters, the common ones few. */
function spelled(text: string): string {
  return text.replace(/\bw([0-9a-z]+)/g, (_, rank: string) => wordOfRank(Number.parseInt(rank, 36)));
}

const consonants = 'b d f g k l m n p r s t v z'.split(' ');
const vowels = 'a e i o u'.split(' ');
const syllables = consonants.flatMap((consonant) => vowels.map((vowel) => consonant + vowel));
const words = new Map<number, string>();

/**
 * A word of its own for each rank: syllables for digits, closed by a consonant. The commonest thousand are shorter, as
 * with people; together with the generator's function words a word has 4.7 letters, as in English news.
 */
export function wordOfRank(rank: number): string {
  const known = words.get(rank);
  if (known !== undefined) return known;
  let word = consonants[rank % consonants.length] ?? '';
  let left = Math.floor(rank / consonants.length);
  for (let more = rank < 1000 ? 2 : 3; more > 0 || left > 0; more--) {
    word = `${syllables[left % syllables.length]}${word}`;
    left = Math.floor(left / syllables.length);
  }
  words.set(rank, word);
  return word;
}

function* batches<T>(of: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of of) {
    batch.push(one);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
