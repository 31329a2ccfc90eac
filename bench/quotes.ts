import { existsSync, readFileSync } from 'node:fs';
import nlp from 'compromise/three';
import { extractQuotes } from '../digests/quotes/extract-quotes.ts';
import { perSecond } from './cpu-seconds.ts';
import type { Bench, BenchLine } from './line.ts';

const data = new URL('../../shared/data/quotes/dev.jsonl', import.meta.url);

type Input = { readonly id: string; readonly text: string };

/** Articles a second on one core: quotations with speakers, beside compromise, which finds quotations only. */
export const bench: Bench = async () => {
  if (!existsSync(data)) {
    console.log(`quotes: no articles at ${data.pathname}`);
    return [];
  }
  const articles: Input[] = readFileSync(data, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const ours = (): number => perSecond(articles, (article) => extractQuotes(article));
  for (let warm = 0; warm < 5; warm++) ours();
  const figure = Math.max(ours(), ours(), ours());
  const few = articles.slice(0, 20);
  const theirs = perSecond(few, ({ text }) => nlp(text).quotations().out('array'));

  const longest = articles.map(({ text }) => text).join('\n\n');
  const sizes = [1, 2, 4].map((times) => {
    const text = longest.repeat(times);
    return {
      size: text.length,
      ours: (text.length / 1e6) * perSecond([text], (whole) => extractQuotes({ id: 'long', text: whole })),
    };
  });
  const line: BenchLine = {
    name: 'quotations and who said them',
    ours: figure,
    baseline: { name: 'compromise .quotations(), without speakers', figure: theirs },
    ratio: figure / theirs,
    unit: 'articles/s',
    sizes: [],
    goal: '500 articles/s or more on one core, 10 times compromise',
  };
  const growth: BenchLine = {
    name: 'quotations in one long article',
    ours: sizes.at(-1)?.ours ?? 0,
    baseline: null,
    ratio: null,
    unit: 'million characters/s',
    sizes,
    goal: 'the same at any length: linear time',
  };
  return [line, growth];
};
