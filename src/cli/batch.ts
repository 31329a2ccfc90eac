/**
 * The batch commands: one JSON object a line in, one a line out, in the same order. For tools and measurements;
 * the field names are those of the evaluation data's README.
 */
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { extractQuotes, flattenStretches } from '../../digests/quotes/extract-quotes.ts';
import { clusterArticles } from '../../digests/stories/cluster-articles.ts';
import { summarize, summaryText } from '../../digests/summary/summarize.ts';
import { describeError } from '../domain/errors.ts';
import { mapJsonLines, readJsonLines } from './jsonl.ts';

export type BatchStreams = {
  readonly input: Readable;
  readonly output: Writable;
  readonly complain: (line: string) => void;
};

const id = z.union([z.string(), z.number()]);
const article = z.object({
  id,
  title: z.string().nullish(),
  date: z.string().nullish(),
  outlet: z.string().nullish(),
  text: z.string(),
});
const story = z.object({
  id,
  articles: z.array(z.object({ title: z.string().nullish(), text: z.string() })),
});

/** In: an article. Out: `{id, quotes: [{start, end, speaker, speakerStart, speakerEnd}]}`, offsets in UTF-16 units. */
export function quotesBatch(streams: BatchStreams): Promise<number> {
  return mapJsonLines(streams, article, 'an article', ({ id, title, text }) => {
    const { quotes } = extractQuotes({ id: String(id), ...(title ? { title } : {}), text });
    return { id, quotes: flattenStretches(text, quotes) };
  });
}

/** In: an article, or a story of several. Out: `{id, summary}` of at most `maxWords` words. */
export function summarizeBatch(streams: BatchStreams, maxWords: number): Promise<number> {
  return mapJsonLines(streams, z.union([story, article]), 'an article or a story', (value) => {
    const articles = 'articles' in value ? value.articles : [{ title: value.title, text: value.text }];
    const named = articles.map(({ title, text }, index) => ({
      id: `${value.id}#${index}`,
      title: title ?? null,
      text,
    }));
    return { id: value.id, summary: summaryText(summarize(named, { maxWords })) };
  });
}

/** In: articles, all of which are read before the first is answered. Out: `{id, story}`, the story's label. */
export async function clusterBatch(streams: BatchStreams): Promise<number> {
  const articles: z.infer<typeof article>[] = [];
  let failed = 0;
  for await (const line of readJsonLines(streams.input, article, 'an article')) {
    if ('value' in line) articles.push(line.value);
    else {
      failed += 1;
      streams.complain(describeError(line.fault));
    }
  }
  const labels = clusterArticles(
    articles.map((one) => ({
      id: String(one.id),
      title: one.title ?? '',
      text: one.text,
      publishedAt: one.date ? Date.parse(one.date) : null,
      outlet: one.outlet ?? null,
    })),
  );
  const storyOf = new Map(labels.map((label) => [label.id, label.story]));
  for (const { id } of articles)
    streams.output.write(`${JSON.stringify({ id, story: storyOf.get(String(id)) })}\n`);
  return failed;
}
