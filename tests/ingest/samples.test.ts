import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOpml } from '../../src/ingest/feeds/opml.ts';
import { readArticleFile } from '../../src/ingest/files/read-article-file.ts';

const samples = new URL('../../samples/', import.meta.url);
const now = Date.UTC(2025, 1, 20);

async function articlesOf(file: string) {
  const articles = [];
  for await (const entry of readArticleFile(file, readFileSync(new URL(file, samples)), { now })) {
    if (entry.kind === 'fault') throw entry.fault;
    articles.push(entry.article);
  }
  return articles;
}

describe('what comes with Courant', () => {
  it('has a feed of each format, with the same articles as the sample file', async () => {
    const feeds = readdirSync(new URL('feeds/', samples));
    expect(feeds).toHaveLength(4);
    const fromFeeds = (await Promise.all(feeds.map((feed) => articlesOf(`feeds/${feed}`)))).flat();
    const fromFile = await articlesOf('articles.jsonl');
    const facts = (articles: typeof fromFile) =>
      articles
        .map(({ id, title, outlet, text, publishedAt, lede }) => ({
          id,
          title,
          outlet,
          text,
          publishedAt,
          lede,
        }))
        .toSorted((a, b) => a.id.localeCompare(b.id));
    expect(facts(fromFeeds)).toEqual(facts(fromFile));
  });

  it('lists a few dozen sources, each under a topic and once', () => {
    const { feeds, leftOut } = readOpml(readFileSync(new URL('sources.opml', samples)));
    expect(leftOut).toEqual([]);
    expect(feeds.length).toBeGreaterThanOrEqual(36);
    for (const feed of feeds) {
      expect(feed.url).toMatch(/^https:/);
      expect(feed.tags).toHaveLength(1);
      expect(feed.title).not.toBeNull();
    }
  });
});
