/** The batch command over articles that become stories. */
import { clusterArticles } from '../../digests/stories/cluster-articles.ts';
import { describeError } from '../domain/errors.ts';
import { type BatchArticle, type BatchStreams, batchArticle } from './batch-lines.ts';
import { readJsonLines } from './jsonl.ts';

/** In: articles, all of which are read before the first is answered. Out: `{id, story}`, the story's label. */
export async function clusterBatch(streams: BatchStreams): Promise<number> {
  const articles: BatchArticle[] = [];
  let failed = 0;
  for await (const line of readJsonLines(streams.input, batchArticle, 'an article')) {
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
    })),
  );
  const storyOf = new Map(labels.map((label) => [label.id, label.story]));
  for (const { id } of articles)
    streams.output.write(`${JSON.stringify({ id, story: storyOf.get(String(id)) })}\n`);
  return failed;
}
