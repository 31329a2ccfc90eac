/** The batch commands over pages and feeds; kept apart because their parsers are slow to load. */
import { z } from 'zod';
import { feedLine } from '../ingest/feeds/feed-line.ts';
import { extractLine } from '../ingest/pages/extract-line.ts';
import { batchId as id } from './batch-lines.ts';
import type { BatchStreams } from './jsonl.ts';
import { type LineShape, mapJsonLines } from './jsonl.ts';

const page: LineShape<{ id: string | number; url?: string | null | undefined; html: string }> = {
  schema: z.object({ id, url: z.string().nullish(), html: z.string() }),
  words: 'a page {id, html, url?}',
};
const feed: LineShape<{ id: string | number; url?: string | null | undefined; xml: string }> = {
  schema: z.object({ id, url: z.string().nullish(), xml: z.string() }),
  words: 'a feed {id, xml, url?}',
};

/** In: `{id, url?, html}`. Out: `{id, title, byline, publishedAt, text}`. */
export function extractBatch(streams: BatchStreams): Promise<number> {
  return mapJsonLines(streams, page, (row) => extractLine(row));
}

/** In: `{id, xml}`. Out: `{id, feed, entry}`, either null where there is none. */
export function feedBatch(streams: BatchStreams): Promise<number> {
  return mapJsonLines(streams, feed, (row) => feedLine(row));
}
