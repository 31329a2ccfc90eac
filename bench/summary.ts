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
/** Passes over all articles before the first that counts, and those that count: of each summariser its best. */
const WARM_UP = 2;
const TURNS = 5;
const SENTENCES = 3;
const WORDS = 75;

type Input = { readonly id: string; readonly title?: string; readonly text: string };
type LexRank = { summarize(text: string, lines: number, done: (error: unknown) => void): void };

/** All are told the language, as a stored article knows its own. */
const ours = (article: Input): unknown => summarize([{ ...article, language: 'en' }], { words: WORDS });

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

/** Articles a second of each, all equally warm. */
function bestInTurn(
  articles: readonly Input[],
  summarisers: readonly ((article: Input) => unknown)[],
): readonly number[] {
  const best = summarisers.map(() => 0);
  for (let turn = -WARM_UP; turn < TURNS; turn++)
    for (const [which, read] of summarisers.entries()) {
      const figure = perSecond(articles, read);
      if (turn >= 0) best[which] = Math.max(best[which] ?? 0, figure);
    }
  return best;
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
  const baselines = [
    { name: 'ts-textrank, 3 sentences', read: textRank() },
    { name: 'lexrank, 3 sentences', read: lexRank() },
  ];
  const [same = 0, ...figures] = bestInTurn(articles, [ours, ...baselines.map(({ read }) => read)]);
  const lines = baselines.map(({ name }, at): BenchLine => {
    const figure = figures[at] ?? 0;
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
      goal: 'does not hang on 5 MB',
    },
  ];
};
