/** The batch command over articles whose quotes are wanted. */
import { extractQuotes, flattenStretches } from '../../digests/quotes/extract-quotes.ts';
import { detectLanguage } from '../../digests/text/language.ts';
import { declaredLanguage } from '../ingest/prose/declared-language.ts';
import { batchArticle } from './batch-lines.ts';
import type { BatchStreams } from './jsonl.ts';
import { mapJsonLines } from './jsonl.ts';

/** In: an article. Out: `{id, quotes: [{start, end, speaker, speakerStart, speakerEnd}]}`, offsets in UTF-16 units. */
export function quotesBatch(streams: BatchStreams): Promise<number> {
  return mapJsonLines(streams, batchArticle, ({ id, title, text, language: declared }) => {
    const language = declaredLanguage(declared) ?? detectLanguage(text);
    const { quotes } = extractQuotes({ id: String(id), ...(title ? { title } : {}), text, language });
    return { id, quotes: flattenStretches(text, quotes) };
  });
}
