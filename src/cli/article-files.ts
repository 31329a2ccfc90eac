/** Articles from the files a command names, one file after the other; `-` is standard input. */
import { createReadStream, statSync } from 'node:fs';
import { describeError } from '../domain/errors.ts';
import { type FileEntry, readArticleFile } from '../ingest/files/read-article-file.ts';
import type { Io } from './io.ts';

/** An article, or a fault in words: with the file's name and, where known, the line. */
export type FoundArticle =
  | Extract<FileEntry, { kind: 'article' }>
  | { readonly kind: 'fault'; readonly fault: string };

/** A file that can't be read is one fault; the others are read all the same. */
export async function* articlesIn(io: Io, files: readonly string[]): AsyncGenerator<FoundArticle> {
  for (const file of files) {
    const name = file === '-' ? 'standard input' : file;
    try {
      const content = file === '-' ? io.input : openFile(file);
      for await (const entry of readArticleFile(name, content, { now: io.clock() })) {
        if (entry.kind === 'fault') yield { kind: 'fault', fault: describeError(entry.fault) };
        else yield entry;
      }
    } catch (error) {
      yield { kind: 'fault', fault: `${name}: ${unreadable(error)}` };
    }
  }
}

function openFile(file: string) {
  if (statSync(file).isDirectory()) throw new Error('This is a folder; name the files in it.');
  return createReadStream(file);
}

function unreadable(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.';
  if (error instanceof Error && 'code' in error && error.code === 'EACCES')
    return 'This file may not be read.';
  return describeError(error);
}
