import { analyseArticle } from '../../digests/analyse-article.ts';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { AddOutcome } from '../store/store.ts';
import { articlesIn } from './article-files.ts';
import { complain, counted, type Io, say } from './io.ts';
import { showProgress } from './progress.ts';
import { withApp } from './with-app.ts';

/** Articles go in by so many at a time: few enough that other processes are not kept waiting. */
const batchSize = 50;

/** `courant add FILE…|-`: a bad file is named with its fault; the others are stored. */
export async function add(io: Io, files: readonly string[]): Promise<number> {
  const counts = { added: 0, known: 0, updated: 0 };
  const faults: string[] = [];
  await withApp(io, async ({ store, clock }) => {
    const progress = showProgress(io, 'read', clock);
    let batch: AnalysedArticle[] = [];
    const flush = async () => {
      for (const { outcome } of await store.articles.add(batch)) counts[outcome] += 1;
      batch = [];
    };
    try {
      for await (const found of articlesIn(io, files)) {
        if (found.kind === 'fault') {
          faults.push(found.fault);
          continue;
        }
        batch.push(analyseArticle(found.article));
        progress.step(found.article.title);
        if (batch.length >= batchSize) await flush();
      }
      if (batch.length > 0) await flush();
    } finally {
      progress.end();
    }
  });
  for (const fault of faults) complain(io, fault);
  say(io, summary(counts, faults.length));
  return faults.length > 0 ? 1 : 0;
}

function summary(counts: Readonly<Record<AddOutcome['outcome'], number>>, faults: number): string {
  return [
    `${counted(counts.added, 'article')} added`,
    counts.updated > 0 ? `${counts.updated} updated` : null,
    counts.known > 0 ? `${counts.known} already there` : null,
    faults > 0 ? `${faults} could not be read` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
