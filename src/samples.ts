import { createReadStream, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Clock } from './domain/time.ts';
import type { Topic } from './domain/topic.ts';
import type { Store } from './store/store.ts';

const folder = new URL('../samples/', import.meta.url);
const doneKey = 'courant:samples-loaded';

const topic = z.object({
  slug: z.string().min(1),
  title: z.string().min(1),
  query: z.string(),
  synonyms: z.array(z.string()).default([]),
  exclude: z.array(z.string()).default([]),
  outlets: z.array(z.string()).default([]),
});

/** A topics file: a list of topics as JSON. Throws what zod or JSON says of a wrong one. */
export function readTopics(text: string): readonly Topic[] {
  return z.array(topic).parse(JSON.parse(text));
}

/**
 * Loads the sample articles and topics into a database that has never had any articles, once;
 * returns how many articles came in.
 */
export async function loadSamples(store: Store, clock: Clock): Promise<number> {
  if ((await store.keyValues.has(doneKey)) || (await store.articles.count()) > 0) return 0;
  for (const sample of readTopics(readFileSync(new URL('topics.json', folder), 'utf8'))) {
    if (!(await store.topics.get(sample.slug))) await store.topics.save(sample);
  }
  // Reading articles is wanted once in the life of a database: its code is not loaded at every start.
  const [{ readArticleFile }, { analyseArticle }] = await Promise.all([
    import('./ingest/files/read-article-file.ts'),
    import('../digests/analyse-article.ts'),
  ]);
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
