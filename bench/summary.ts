import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  AbsoluteSummarizerConfig,
  DefaultTextParser,
  NullLogger,
  SorensenDiceSimilarity,
  Summarizer,
} from 'ts-textrank';
import { summarize } from '../digests/summary/summarize.ts';
import { cpuSecondsSince, perSecond } from './cpu-seconds.ts';
import type { Bench, BenchLine } from './line.ts';

const folder = new URL('../../shared/data/summaries/', import.meta.url);
const SETS = ['nyt.dev', 'single.dev'];
/** The others are slow: fewer articles are enough to measure them by. */
const FEW = 40;
const SENTENCES = 3;
const WORDS = 75;

type Input = { readonly id: string; readonly title?: string; readonly text: string };
type LexRank = { summarize(text: string, lines: number, done: (error: unknown) => void): void };

/** All are told the language, as a stored article knows its own. */
const ours = (article: Input): unknown => summarize([{ ...article, language: 'en' }], { words: WORDS });

/** Every `step`-th article, so that the few are of the same kinds as all. */
function spread(articles: readonly Input[]): Input[] {
  const step = Math.max(1, Math.floor(articles.length / FEW));
  return articles.filter((_, index) => index % step === 0);
}

function textRank(): (article: Input) => unknown {
  const config = new AbsoluteSummarizerConfig(
    SENTENCES,
    new SorensenDiceSimilarity(),
    new DefaultTextParser(),
    0.85,
    Summarizer.SORT_OCCURENCE,
  );
  const summarizer = new Summarizer(config, new NullLogger());
  return ({ text }) => summarizer.summarize(text, 'en');
}

function lexRank(): (article: Input) => unknown {
  const { summarize: rank } = createRequire(import.meta.url)('lexrank') as LexRank;
  return ({ text }) => rank(text, SENTENCES, () => undefined);
}

/** Articles a second on one core, beside the two summarisers of npm, on the same articles in the same run. */
export const bench: Bench = async () => {
  if (!existsSync(folder)) {
    console.log(`summary: no articles at ${folder.pathname}`);
    return [];
  }
  const articles: Input[] = SETS.flatMap((set) =>
    readFileSync(new URL(`${set}.jsonl`, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): Input => JSON.parse(line)),
  );
  const few = spread(articles);
  for (let warm = 0; warm < 3; warm++) perSecond(articles, ours);
  const all = Math.max(perSecond(articles, ours), perSecond(articles, ours));
  const same = Math.max(perSecond(few, ours), perSecond(few, ours));
  const lines = [
    { name: 'ts-textrank, 3 sentences', read: textRank() },
    { name: 'lexrank, 3 sentences', read: lexRank() },
  ].map(({ name, read }): BenchLine => {
    perSecond(few.slice(0, 5), read);
    const figure = perSecond(few, read);
    return {
      name: 'summary of one article',
      ours: same,
      baseline: { name, figure },
      ratio: same / figure,
      unit: 'articles/s',
      sizes: [],
      goal: '10 times ts-textrank and lexrank in the same run',
    };
  });
  const long = articles.map(({ text }) => text).join('\n\n');
  const sizes = [1, 2, 4, 8].map((times) => {
    const text = long.repeat(times);
    const before = process.cpuUsage();
    ours({ id: 'long', text });
    return { size: text.length, ours: cpuSecondsSince(before) * 1000 };
  });
  return [
    ...lines,
    {
      name: 'summary of one very long article',
      ours: sizes.at(-1)?.ours ?? 0,
      baseline: null,
      ratio: null,
      unit: 'ms',
      sizes,
      goal: `does not hang on 5 MB (all articles of the run: ${all.toFixed(0)} a second)`,
    },
  ];
};
