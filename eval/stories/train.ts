/**
 * Makes the data files of digests/stories from the training texts. Of the `dev` sets only titles and beginnings are
 * read, to leave out the events that they share with the training texts: what is measured must not have been learnt.
 *   node eval/stories/train.ts
 * - background.weights.json: share of articles in which common words occur; names are left out
 * - same-event.weights.json: logistic regression that tells pairs of one event from look-alikes
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { calendarWords } from '../../digests/names/name-words.ts';
import { articleTerms } from '../../digests/stories/article-terms.ts';
import { stem } from '../../digests/text/stem.ts';
import { stopWords } from '../../digests/text/stop-words.ts';
import { foldWord, tokenize } from '../../digests/text/tokens.ts';
import type { Told } from './batches.ts';
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
/** Letters and digits only: the same article is set a little differently in different sets. */
const keyOf = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 60);
const measured = new Set(
  ['allsides', 'basil']
    .flatMap((set) => lines<{ readonly title: string; readonly text: string }>(`clusters/${set}.dev.jsonl`))
    .flatMap(({ title, text }) => [keyOf(title), keyOf(text)]),
);
const events = lines<Event>('summaries/multi.train.jsonl').filter(({ articles: told }) =>
  told.every(({ title, text }) => !measured.has(keyOf(title ?? '')) && !measured.has(keyOf(text))),
);
const articles = lines<{ readonly title: string; readonly text: string }>('quotes/train.jsonl');

// A word counts as common when it occurs in at least so many articles and is seldom capitalised; days and months always
// are: left to pass for names, "Monday" bound together what a paper tells of one day.
const leastArticles = 8;
const mostCapitals = 0.5;
const beginning = 1500;
const daysAndMonths = new Set([...calendarWords].map((word) => stem(word, 'en')));

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
      n >= leastArticles &&
      (capitals / total < mostCapitals || daysAndMonths.has(term)) &&
      /^\p{L}/u.test(term),
  )
  .map(([term, { articles: n }]) => [term, Number((n / texts.length).toFixed(5))] as const)
  .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
writeFileSync(new URL('background.weights.json', out), `${JSON.stringify(Object.fromEntries(background))}\n`);

// Not before: they read the background when they are loaded.
const { comparePairs, comparisonNames, comparisonWidth } = await import(
  '../../digests/stories/compared-pairs.ts'
);
const { numberTerms, vectorSpace } = await import('../../digests/stories/vector-space.ts');
const { trainingBatches } = await import('./batches.ts');

/** Pairs with less in common are told apart by anything; learning from look-alikes is what helps. */
const leastCosine = 0.1;

const x: number[][] = [];
const y: number[] = [];
for (const batch of trainingBatches(events.map(toldBy), articles.map(alone))) {
  const space = vectorSpace(numberTerms(batch.map(articleTerms)));
  const undated = batch.map(() => null);
  const { earlier, later, features } = comparePairs(space, undated);
  for (let pair = 0; pair < earlier.length; pair++) {
    const row = [...features.subarray(pair * comparisonWidth, (pair + 1) * comparisonWidth)];
    if ((row[0] ?? 0) < leastCosine) continue;
    x.push(row);
    y.push(Number(batch[earlier[pair] ?? 0]?.event === batch[later[pair] ?? 0]?.event));
  }
}
const model = fitLogistic(x, y);
writeFileSync(new URL('same-event.weights.json', out), `${JSON.stringify(model, null, 1)}\n`);
console.log(
  `${events.length} events, ${background.length} common words; ${x.length} pairs, ${y.reduce((a, b) => a + b, 0)} of one event`,
);
for (const [n, name] of comparisonNames.entries()) {
  console.log(`${(model.weights[n] ?? 0).toFixed(2).padStart(7)}  ${name}`);
}

function alone({ title, text }: { readonly title: string; readonly text: string }, at: number): Told {
  return { event: `alone-${at}`, title, text };
}

function toldBy({ id, articles: told }: Event): Told[] {
  return told.map(({ title, text }) => ({ event: id, title: title ?? '', text }));
}
