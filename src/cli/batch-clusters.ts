/** The batch command over articles that become stories. */
import { pipeline } from 'node:stream/promises';
import { clusterArticles } from '../../digests/stories/cluster-articles.ts';
import { describeError } from '../domain/errors.ts';
import { type BatchArticle, batchArticle } from './batch-lines.ts';
import type { BatchStreams } from './jsonl.ts';
import { faultLine, type JsonLine, readJsonLines } from './jsonl.ts';

/** In: articles, all of which are read before the first is answered. Out: `{id, story}`, the story's label. */
export async function clusterBatch(streams: BatchStreams): Promise<number> {
  const lines: JsonLine<BatchArticle>[] = [];
  for await (const line of readJsonLines(streams.input, batchArticle)) lines.push(line);
  const articles = lines.flatMap((line) => ('value' in line ? [line.value] : []));
  for (const line of lines) if ('fault' in line) streams.complain(describeError(line.fault));
  const labels = clusterArticles(
    articles.map((one) => ({
      id: String(one.id),
      title: one.title ?? '',
      text: one.text,
      publishedAt: instantOf(one.date),
    })),
  );
  const storyOf = new Map(labels.map((label) => [label.id, label.story]));
  await pipeline(answers(lines, storyOf), streams.output, { end: false });
  return lines.length - articles.length;
}

function* answers(
  lines: readonly JsonLine<BatchArticle>[],
  storyOf: ReadonlyMap<string, string>,
): Generator<string> {
  for (const line of lines) {
    if ('fault' in line) yield faultLine(line.id, line.fault);
    else yield `${JSON.stringify({ id: line.value.id, story: storyOf.get(String(line.value.id)) })}\n`;
  }
}

function instantOf(date: string | null | undefined): number | null {
  const at = Date.parse(date ?? '');
  return Number.isNaN(at) ? null : at;
}
