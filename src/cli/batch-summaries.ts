/** The batch command over articles and stories whose summary is wanted. */
import { summarize, summaryText } from '../../digests/summary/summarize.ts';
import { batchArticleOrStory } from './batch-lines.ts';
import type { BatchStreams } from './jsonl.ts';
import { mapJsonLines } from './jsonl.ts';

/** In: an article, or a story of several. Out: `{id, summary}` of `words` words on average. */
export function summarizeBatch(streams: BatchStreams, words: number): Promise<number> {
  return mapJsonLines(streams, batchArticleOrStory, (value) => {
    const articles = 'articles' in value ? value.articles : [{ title: value.title, text: value.text }];
    const named = articles.map(({ title, text }, index) => ({
      id: `${value.id}#${index}`,
      title: title ?? null,
      text,
    }));
    return { id: value.id, summary: summaryText(summarize(named, { words })) };
  });
}
