import { CourantError } from '../domain/errors.ts';
import { complain, type Io } from './io.ts';
import type { BatchStreams } from './jsonl.ts';

export type BatchName = 'quotes' | 'summarize' | 'cluster' | 'extract' | 'feed';

/** Runs one of the batch commands over standard input; 1 when any line failed. */
export async function runBatch(
  io: Io,
  name: BatchName,
  options: { readonly maxWords?: string },
): Promise<number> {
  const streams = { input: io.input, output: io.output, complain: (line: string) => complain(io, line) };
  const failed = await batch(name, streams, options);
  return failed > 0 ? 1 : 0;
}

async function batch(
  name: BatchName,
  streams: BatchStreams,
  options: { readonly maxWords?: string },
): Promise<number> {
  switch (name) {
    case 'quotes':
      return (await import('./batch-quotes.ts')).quotesBatch(streams);
    case 'summarize':
      return (await import('./batch-summaries.ts')).summarizeBatch(
        streams,
        readMaxWords(options.maxWords ?? '60'),
      );
    case 'cluster':
      return (await import('./batch-clusters.ts')).clusterBatch(streams);
    case 'extract':
      return (await import('./batch-ingest.ts')).extractBatch(streams);
    case 'feed':
      return (await import('./batch-ingest.ts')).feedBatch(streams);
  }
}

function readMaxWords(text: string): number {
  const words = Number(text);
  if (Number.isSafeInteger(words) && words >= 1) return words;
  throw new CourantError('invalid', `--max-words is “${text}”.`, {
    mend: 'Give a whole number of words, like 60.',
  });
}
