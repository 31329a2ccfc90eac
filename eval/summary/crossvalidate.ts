/**
 * What to expect of the summariser on articles it has not learnt from, though its weights are trained on all of
 * nyt.dev and single.dev: five times it is trained without a fifth of them, and that fifth is summarised; all of it
 * again with other fifths.
 *
 *   node eval/summary/crossvalidate.ts [folder of the evaluation data]
 */
import { select } from '../../digests/summary/select.ts';
import { worthOf } from '../../digests/summary/worth.ts';
import { articlesAlone, readCases, type SummaryCase } from './cases.ts';
import { rouge } from './rouge.ts';
import { modelOf, prepare, train } from './training.ts';

const FOLDS = 5;
/** How often all is parted anew: the fits on so few articles differ much. */
const ROUNDS = 3;
/** The sets, with the words of their summaries. */
const lengths: Readonly<Record<string, number>> = { 'nyt.dev': 34, 'single.dev': 75 };

const folder = process.argv[2] ?? '../shared/data';
const stories = readCases(folder, 'multi.train');
const always = [...stories, ...articlesAlone(stories)].map(prepare);
const judged = Object.keys(lengths).map((set) => ({ set, cases: readCases(folder, set).map(prepare) }));
const scores = new Map(judged.map(({ set }) => [set, { rouge1: 0, rouge2: 0, words: 0, count: 0 }]));

for (let round = 0; round < ROUNDS; round++) {
  const foldOf = (at: number) => (at * (round * 2 + 1) + Math.floor(at / FOLDS) * round) % FOLDS;
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = judged.flatMap(({ cases }) => cases.filter((_, at) => foldOf(at) !== fold));
    const model = modelOf(train([...always, ...learnt]));
    for (const { set, cases } of judged) {
      for (const { summaryCase, story } of cases.filter((_, at) => foldOf(at) === fold)) {
        const words = lengths[set] ?? 60;
        const chosen = select(story, worthOf(story, { words, model }), words);
        add(set, chosen.map(({ text }) => text).join(' '), summaryCase);
      }
    }
    process.stderr.write(`round ${round + 1}, fold ${fold + 1}\n`);
  }
}

for (const [set, { rouge1, rouge2, words, count }] of scores) {
  const mean = (sum: number) => (sum / count).toFixed(3);
  process.stdout.write(`${set}: rouge1 ${mean(rouge1)}, rouge2 ${mean(rouge2)}, ${mean(words)} words\n`);
}

function add(set: string, summary: string, { reference }: SummaryCase): void {
  const sums = scores.get(set);
  if (!sums) return;
  const { rouge1, rouge2 } = rouge(summary, reference);
  sums.rouge1 += rouge1;
  sums.rouge2 += rouge2;
  sums.words += summary.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  sums.count++;
}
