import { z } from 'zod';
import { firstDate } from '../dates/published-at.ts';
import { readPage } from './extract-article.ts';

const input = z.object({
  id: z.union([z.string(), z.number()]),
  url: z.string().nullish(),
  html: z.string(),
});

/** One line of `courant extract --jsonl`: a page in, its article out. */
export type ExtractedLine = {
  readonly id: string | number;
  readonly title: string | null;
  readonly byline: string | null;
  /** ISO 8601 in UTC; null when the page gives no date. */
  readonly publishedAt: string | null;
  readonly text: string;
};

/** Throws when the row is not {id, url?, html}. */
export function extractLine(row: unknown): ExtractedLine {
  const { id, url, html } = input.parse(row);
  const { title, byline, dates, text } = readPage(html, url ?? null);
  const at = firstDate(dates ?? [], Number.POSITIVE_INFINITY);
  return {
    id,
    title: title ?? null,
    byline: byline ?? null,
    publishedAt: at === null ? null : new Date(at).toISOString(),
    text,
  };
}
