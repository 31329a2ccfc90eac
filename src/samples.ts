import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Clock } from './domain/time.ts';
import type { Store } from './store/store.ts';

const folder = new URL('../samples/', import.meta.url);
const doneKey = 'courant:samples-loaded';

/**
 * Loads the sample articles and topics into a database that has never had any articles, once;
 * returns how many articles came in.
 */
export async function loadSamples(store: Store, clock: Clock): Promise<number> {
  if ((await store.keyValues.has(doneKey)) || (await store.articles.count()) > 0) return 0;
  // Samples are wanted once in the life of a database: the code that reads them is not loaded at every start.
  const [{ readTopics }, { readArticleFile }, { analyseArticle }] = await Promise.all([
    import('./topics-file.ts'),
    import('./ingest/files/read-article-file.ts'),
    import('../digests/analyse-article.ts'),
  ]);
  for (const sample of readTopics('topics.json', readFileSync(new URL('topics.json', folder), 'utf8'))) {
    if (!(await store.topics.get(sample.slug))) await store.topics.save(sample);
  }
  const entries = readArticleFile(
    'articles.jsonl',
    createReadStream(fileURLToPath(new URL('articles.jsonl', folder))),
    {
      now: clock(),
    },
  );
  const articles = [];
  for await (const entry of entries) {
    if (entry.kind === 'fault') throw entry.fault;
    articles.push(analyseArticle(entry.article));
  }
  await store.articles.add(articles);
  await store.keyValues.set(doneKey, 'true');
  return articles.length;
}
