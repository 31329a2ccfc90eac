/**
 * Makes the data files of digests/stories from the training texts; `dev` sets are not read.
 *   node eval/stories/train.ts
 * - background.weights.json: share of articles in which common words occur; names are left out
 * - same-event.weights.json: logistic regression that tells pairs of one event from look-alikes
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { articleTerms } from '../../digests/stories/article-terms.ts';
import { candidatePairs } from '../../digests/stories/candidates.ts';
import { PairFeatures, pairFeatureNames } from '../../digests/stories/pair-features.ts';
import { numberTerms, vectorSpace } from '../../digests/stories/vector-space.ts';
import { stem } from '../../digests/text/stem.ts';
import { stopWords } from '../../digests/text/stop-words.ts';
import { foldWord, tokenize } from '../../digests/text/tokens.ts';
import { fitLogistic } from './logistic.ts';

const data = new URL('../../../shared/data/', import.meta.url);
const out = new URL('../../digests/stories/', import.meta.url);
const lines = <T>(file: string): T[] =>
  readFileSync(new URL(file, data), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

type Event = {
  readonly id: string;
  readonly articles: readonly { readonly title: string | null; readonly text: string }[];
};
const events = lines<Event>('summaries/multi.train.jsonl');
const articles = lines<{ readonly text: string }>('quotes/train.jsonl');

// A word counts as common when it occurs in at least so many articles and is seldom capitalised.
const leastArticles = 8;
const mostCapitals = 0.5;
const beginning = 1500;

const texts = [
  ...events.flatMap((event) => event.articles.map(({ title, text }) => `${title ?? ''}. ${text}`)),
  ...articles.map(({ text }) => text.slice(0, beginning)),
];
const words = new Map<string, { articles: number; total: number; capitals: number }>();
for (const text of texts) {
  const seen = new Set<string>();
  for (const { text: word } of tokenize(text)) {
    const folded = foldWord(word);
    if (stopWords('en').has(folded)) continue;
    const term = stem(folded, 'en');
    const known = words.get(term) ?? { articles: 0, total: 0, capitals: 0 };
    known.total += 1;
    if (/^\p{Lu}/u.test(word)) known.capitals += 1;
    if (!seen.has(term)) known.articles += 1;
    seen.add(term);
    words.set(term, known);
  }
}
const background = [...words]
  .filter(
    ([term, { articles: n, total, capitals }]) =>
      n >= leastArticles && capitals / total < mostCapitals && /^\p{L}/u.test(term),
  )
  .map(([term, { articles: n }]) => [term, Number((n / texts.length).toFixed(5))] as const)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(new URL('background.weights.json', out), `${JSON.stringify(Object.fromEntries(background))}\n`);

const rows = events.flatMap(({ id, articles: told }) =>
  told.map(({ title, text }) => ({ event: id, terms: articleTerms({ title: title ?? '', text }) })),
);
const space = vectorSpace(numberTerms(rows.map(({ terms }) => terms)));
const undated = space.vectors.map((vector) => ({ vector, publishedAt: null }));
const pair = new PairFeatures(space);
const x: number[][] = [];
const y: number[] = [];
for (const [at, others] of candidatePairs(undated).entries()) {
  const one = space.vectors[at];
  if (!one) continue;
  pair.compare(one);
  for (const other of others) {
    const second = space.vectors[other];
    if (!second) continue;
    const features = [...pair.with(second)];
    // Pairs with less in common are told apart by anything; learning from look-alikes is what helps.
    if ((features[0] ?? 0) < 0.12) continue;
    x.push(features);
    y.push(rows[other]?.event === rows[at]?.event ? 1 : 0);
  }
}
const model = fitLogistic(x, y);
writeFileSync(new URL('same-event.weights.json', out), `${JSON.stringify(model, null, 1)}\n`);
console.log(
  `${background.length} common words; ${x.length} pairs, ${y.reduce((a, b) => a + b, 0)} of one event`,
);
for (const [n, name] of pairFeatureNames.entries()) {
  console.log(`${(model.weights[n] ?? 0).toFixed(2).padStart(7)}  ${name}`);
}
