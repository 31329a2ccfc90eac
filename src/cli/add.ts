import { createReadStream, statSync } from 'node:fs';
import { analyseArticle } from '../../digests/analyse-article.ts';
import { loadEnvironment, openApp } from '../app.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import { describeError } from '../domain/errors.ts';
import { readArticleFile } from '../ingest/files/read-article-file.ts';
import { complain, type Io, say } from './io.ts';
import { showProgress } from './progress.ts';

/** Articles go in by so many at a time: few enough that other processes are not kept waiting. */
const batchSize = 50;

/** `courant add FILE…|-`: a bad file is named with its fault; the others are stored. */
export async function add(io: Io, files: readonly string[]): Promise<number> {
  const app = await openApp(loadEnvironment());
  const progress = showProgress(io, 'stored', app.clock);
  const counts = { added: 0, known: 0, updated: 0 };
  const faults: string[] = [];
  let batch: AnalysedArticle[] = [];
  const flush = async () => {
    for (const { outcome } of await app.store.articles.add(batch)) counts[outcome] += 1;
    batch = [];
  };
  try {
    for (const file of files) {
      try {
        const name = file === '-' ? 'standard input' : file;
        const content = file === '-' ? io.input : openFile(file);
        for await (const entry of readArticleFile(name, content, { now: app.clock() })) {
          if (entry.kind === 'fault') faults.push(`${entry.where}: ${describeError(entry.fault)}`);
          else batch.push(analyseArticle(entry.article));
          progress.step(file);
          if (batch.length >= batchSize) await flush();
        }
      } catch (error) {
        faults.push(`${file}: ${unreadable(error)}`);
      }
    }
    if (batch.length > 0) await flush();
  } finally {
    progress.end();
    await app.store.close();
  }
  for (const fault of faults) complain(io, fault);
  say(io, summary(counts, faults.length));
  return faults.length > 0 ? 1 : 0;
}

function openFile(file: string) {
  if (statSync(file).isDirectory()) throw new Error('is a folder; name the files in it');
  return createReadStream(file);
}

function unreadable(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'there is no such file.';
  if (error instanceof Error && 'code' in error && error.code === 'EACCES')
    return 'this file may not be read.';
  return describeError(error);
}

function summary(counts: { added: number; known: number; updated: number }, faults: number): string {
  const articles = (n: number) => `${n} ${n === 1 ? 'article' : 'articles'}`;
  return [
    `${articles(counts.added)} added`,
    counts.updated > 0 ? `${counts.updated} updated` : null,
    counts.known > 0 ? `${counts.known} already there` : null,
    faults > 0 ? `${faults} could not be read` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
