import { basename } from 'node:path';
import type { Article } from '../../domain/article.ts';
import { CourantError, describeError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import { type FoundArticle, makeArticle, outletOfUrl } from '../article.ts';
import { decodeDocument } from '../encoding/decode.ts';
import { entryArticle } from '../feeds/entry-article.ts';
import { parseFeed } from '../feeds/parse-feed.ts';
import { readPage } from '../pages/extract-article.ts';
import { type FileKind, kindByContent, kindByName } from './file-kind.ts';
import { readJsonRow } from './json-lines.ts';
import { linesOf } from './lines.ts';
import { readPlainText } from './plain-text.ts';

/** One article of a file, or what is wrong with it; `where` is the file, with the line in JSON Lines. */
export type FileEntry =
  | { readonly kind: 'article'; readonly where: string; readonly article: Article }
  | { readonly kind: 'fault'; readonly where: string; readonly fault: CourantError };

export type ByteStream = AsyncIterable<Uint8Array>;

/** One document is held in memory whole; JSON Lines are not, and a line of theirs may be this long. */
const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Fewer letters than this are no article. */
const MIN_LETTERS = 20;

const textMend = 'Give the article as a title, an empty line and paragraphs.';
const rowsMend = 'Each article is an object: {"title", "date", "outlet", "url", "text"}.';
const feedMend = 'The feed must hold the text of its articles: nothing is fetched for a file.';

/**
 * Reads the articles of a file: one of plain text, HTML or Markdown, those of a feed or of a list in JSON, any number
 * of JSON Lines (read as a stream).
 * The kind is told by the name, and by the content where the name does not say ("-", "notes"). Nothing is thrown for
 * what a file holds: a fault is an entry like an article, and those after it are read.
 */
export async function* readArticleFile(
  name: string,
  content: Uint8Array | ByteStream,
  { now }: { now: Instant },
): AsyncIterable<FileEntry> {
  const stream = content instanceof Uint8Array ? once(content) : content;
  const { head, rest } = await peek(stream);
  const kind = kindByName(name) ?? kindByContent(head);
  if (kind === 'json-lines') yield* readRows(name, rest, now);
  else yield* readDocument(name, kind, rest, now);
}

async function* readRows(name: string, stream: ByteStream, now: Instant): AsyncIterable<FileEntry> {
  let number = 0;
  let articles = 0;
  for await (const line of linesOf(stream, MAX_DOCUMENT_BYTES)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    const where = `${name}:${number}`;
    articles++;
    if (line === null) {
      yield faultOf(where, 'the line is longer than 20 MB', 'Split the file, one article a line.');
      continue;
    }
    yield rowOf(where, () => JSON.parse(line), now);
  }
  if (articles === 0) yield faultOf(name, 'the file is empty', 'Give a file with an article in it.');
}

function rowOf(where: string, parse: () => unknown, now: Instant): FileEntry {
  try {
    return articleOf(where, readJsonRow(parse(), readPage), now, rowsMend);
  } catch (error) {
    return faultOf(where, faultOfRow(error), rowsMend);
  }
}

function faultOfRow(error: unknown): string {
  if (error instanceof SyntaxError) return `it is not JSON: ${error.message}`;
  if (error instanceof Error && 'issues' in error) return 'a field has the wrong type';
  return describeError(error);
}

async function* readDocument(
  name: string,
  kind: FileKind,
  stream: ByteStream,
  now: Instant,
): AsyncIterable<FileEntry> {
  const bytes = await collect(stream);
  if (bytes === null)
    return yield faultOf(
      name,
      'the file is larger than 20 MB',
      'Split it, one article a file, or give JSON Lines.',
    );
  if (kind === 'binary')
    return yield faultOf(name, 'the file is not text', 'Save it as plain text, HTML or Markdown first.');
  const { text } = decodeDocument(bytes);
  if (text.trim() === '')
    return yield faultOf(name, 'the file is empty', 'Give a file with an article in it.');
  try {
    if (kind === 'feed') yield* readFeed(name, bytes, now);
    else if (kind === 'json') yield* readJson(name, text, now);
    else yield articleOf(name, await readText(kind, text), now);
  } catch (error) {
    yield faultOf(
      name,
      `the file could not be read: ${describeError(error)}`,
      'Save it as plain text and try again.',
    );
  }
}

/** A feed's entries as far as the file has their text: nothing is fetched for it. */
function* readFeed(name: string, bytes: Uint8Array, now: Instant): Iterable<FileEntry> {
  const feed = parseFeed({ body: bytes });
  for (const [index, entry] of feed.entries.entries())
    yield articleOf(`${name}:${index + 1}`, entryArticle({ entry, feed, outlet: null }).found, now, feedMend);
  if (feed.entries.length === 0)
    yield faultOf(name, 'the feed has no entries', 'Give one that has articles in it.');
}

function* readJson(name: string, text: string, now: Instant): Iterable<FileEntry> {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    return yield faultOf(name, faultOfRow(error), rowsMend);
  }
  if (!Array.isArray(found)) yield rowOf(name, () => found, now);
  else for (const [index, row] of found.entries()) yield rowOf(`${name}:${index + 1}`, () => row, now);
}

async function readText(kind: FileKind, text: string): Promise<FoundArticle> {
  if (kind === 'html') return readPage(text, null);
  if (kind !== 'markdown') return readPlainText(text);
  // Its libraries take longer to load than all others here, and most never need them.
  const { readMarkdown } = await import('./markdown.ts');
  return readMarkdown(text);
}

function articleOf(where: string, found: FoundArticle, now: Instant, mend: string = textMend): FileEntry {
  if ((found.text.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS)
    return faultOf(where, 'no article was found in it', mend);
  // Where nothing names an outlet, the file's own name tells the reader where it came from.
  const outlet = found.outlet || outletOfUrl(found.url ?? null) || nameOf(where);
  return { kind: 'article', where, article: makeArticle({ ...found, outlet }, now) };
}

function nameOf(where: string): string {
  return where.startsWith('-') ? 'standard input' : basename(where).replace(/:\d+$/, '');
}

function faultOf(where: string, what: string, mend: string): FileEntry {
  return { kind: 'fault', where, fault: new CourantError('invalid', `${where}: ${what}.`, { mend }) };
}

async function* once(bytes: Uint8Array): ByteStream {
  yield bytes;
}

/** The first chunk, and a stream that still has it. */
async function peek(stream: ByteStream): Promise<{ head: Uint8Array; rest: ByteStream }> {
  const iterator = stream[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  async function* rest(): ByteStream {
    yield head;
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return { head, rest: rest() };
}

/** Null when there is more than one document may have. */
async function collect(stream: ByteStream): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > MAX_DOCUMENT_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
