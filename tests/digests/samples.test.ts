import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyseArticle } from '../../digests/analyse-article.ts';
import { buildDigest } from '../../digests/build-digest.ts';
import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import { readArticleFile } from '../../src/ingest/files/read-article-file.ts';
import { requestFor } from './wire.ts';

const path = fileURLToPath(new URL('../../samples/articles.jsonl', import.meta.url));

async function samples(): Promise<AnalysedArticle[]> {
  const analyses: AnalysedArticle[] = [];
  for await (const entry of readArticleFile(path, createReadStream(path), { now: 0 })) {
    if (entry.kind === 'fault') throw entry.fault;
    analyses.push(analyseArticle(entry.article));
  }
  return analyses;
}

const analyses = await samples();
const times = analyses.map(({ article }) => article.publishedAt);
const window = { from: Math.min(...times), to: Math.max(...times) + 1 };
const { stories } = buildDigest(requestFor(analyses, { window, builtAt: window.to }));
const story = (word: RegExp) => {
  const found = stories.filter(({ headline }) => word.test(headline));
  expect(found).toHaveLength(1);
  return found[0];
};

describe('the digest of the samples', () => {
  it('has five stories of fourteen articles', () => {
    expect(stories.map(({ articles }) => articles.length).toSorted()).toEqual([2, 2, 3, 3, 4]);
  });

  it('tells the Riyadh talks once, first, with every outlet that reports on them', () => {
    expect(stories[0]).toBe(story(/Riyadh/));
    expect(stories[0]?.outlets.toSorted()).toEqual([
      'Lakeside Courier',
      'Meridian Daily',
      'Northern Wire',
      'The Harbour Post',
    ]);
  });

  it('has headlines that say what happened', () => {
    expect(stories.map(({ headline }) => headline).toSorted()).toEqual([
      'Australia’s central bank cuts rates for the first time since 2020',
      'Black boxes recovered from Delta jet that overturned in Toronto',
      'NASA raises odds of asteroid hitting Earth in 2032 to 3.1 percent',
      'Pope Francis has pneumonia in both lungs, Vatican says',
      'U.S. and Russia agree in Riyadh to work toward ending the Ukraine war',
    ]);
  });

  it('quotes the ministers of the talks, one quote each, and counts who carried it', () => {
    const quotes = stories[0]?.keyQuotes ?? [];
    expect(new Set(quotes.map(({ speaker }) => speaker?.name)).size).toBe(quotes.length);
    expect(quotes.map(({ speaker }) => speaker?.name)).toEqual(
      expect.arrayContaining(['Sergey Lavrov', 'Marco Rubio']),
    );
    expect(quotes.find(({ speaker }) => speaker?.name === 'Sergey Lavrov')?.outlets.length).toBeGreaterThan(
      1,
    );
  });

  it('keeps the claim that the record contradicts together with the sentence that says so', () => {
    const [contested] = stories[0]?.contested ?? [];
    expect(contested?.claim.text).toMatch(/never started it/);
    expect(contested?.contestedBy.text).toMatch(/contradicted by the record/);
  });

  it('has a summary of whole sentences and at least one key quote for each story', () => {
    for (const { summary, keyQuotes, headline } of stories) {
      expect(summary.length, headline).toBeGreaterThan(0);
      expect(keyQuotes.length, headline).toBeGreaterThan(0);
      for (const { text } of summary) expect(text).toMatch(/^“?\p{Lu}.*[.!?”]$/su);
    }
  });
});
