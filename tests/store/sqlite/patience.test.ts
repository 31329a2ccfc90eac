import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { newFeed } from '../../../src/domain/feed.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';
import type { Store } from '../../../src/store/store.ts';

/** Two transactions' worth. */
const articles = Array.from({ length: 130 }, (_, n): Article => {
  const url = `https://harbour.example/quay-${n}`;
  return {
    id: `quay-${n}`,
    url,
    canonicalUrl: url,
    outlet: 'The Harbour Post',
    title: `Council votes on quay ${n}`,
    byline: null,
    publishedAt: 0,
    dateGuessed: false,
    fetchedAt: 0,
    language: 'en',
    text: 'The council of Elmford voted on Tuesday.',
    lede: null,
    image: null,
  };
});
const topic = { slug: 'quays', title: 'Quays', query: 'quay', synonyms: [], exclude: [], outlets: [] };

const writes: readonly (readonly [name: string, write: (store: Store) => Promise<unknown>])[] = [
  ['topics', (store) => store.topics.save(topic)],
  ['feeds', (store) => store.feeds.add(newFeed({ id: 'f', url: 'https://harbour.example', outlet: 'H' }, 0))],
  ['key values, gathered', (store) => store.keyValues.set('key', 'value')],
  ['key values, each for itself', (store) => store.keyValues.delete('key')],
  ['the ledger', (store) => store.deliveries.retry(['nobody'], 0)],
  [
    'articles',
    (store) =>
      store.articles.add(
        articles.map((article) => ({ article, quotes: [], statements: [], terms: '', signature: '' })),
      ),
  ],
];

describe('while a stranger has the file locked', () => {
  let stranger: DatabaseSync;
  let store: Store;
  beforeEach(async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'courant-patience-')), 'courant.db');
    store = await openSqliteStore(path);
    stranger = new DatabaseSync(path);
    stranger.exec('begin immediate');
  });
  afterEach(async () => {
    stranger.close();
    await store.close();
  });

  // The stranger lives in this process: whoever held the event loop would keep it from ever letting go.
  it.each(writes)(
    'the event loop goes on, and what was to be written is written in the end: %s',
    async (_, write) => {
      let done = false;
      const writing = write(store).then((result) => {
        done = true;
        return result;
      });
      expect(await store.topics.list()).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve));
      expect(done).toBe(false);
      stranger.exec('commit');
      await writing;
    },
  );

  it('each article is added once, though the lock falls between two of its transactions', async () => {
    stranger.exec('rollback');
    const [, add = () => Promise.reject(new Error('no such write'))] = writes.at(-1) ?? [];
    const adding = add(store);
    stranger.exec('begin immediate');
    expect(await store.articles.count()).toBe(100);
    await new Promise((resolve) => setTimeout(resolve));
    stranger.exec('commit');
    expect(await adding).toEqual(articles.map(({ id }) => ({ id, outcome: 'added' })));
  });
});
