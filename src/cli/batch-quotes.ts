/** The batch command over articles whose quotes are wanted. */
import { extractQuotes, flattenStretches } from '../../digests/quotes/extract-quotes.ts';
import { batchArticle } from './batch-lines.ts';
import type { BatchStreams } from './jsonl.ts';
import { mapJsonLines } from './jsonl.ts';

/** In: an article. Out: `{id, quotes: [{start, end, speaker, speakerStart, speakerEnd}]}`, offsets in UTF-16 units. */
export function quotesBatch(streams: BatchStreams): Promise<number> {
  return mapJsonLines(streams, batchArticle, ({ id, title, text }) => {
    const { quotes } = extractQuotes({ id: String(id), ...(title ? { title } : {}), text });
    return { id, quotes: flattenStretches(text, quotes) };
  });
}
