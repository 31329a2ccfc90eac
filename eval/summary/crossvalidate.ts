/**
 * What to expect of the summariser on articles it has not learnt from, though its weights are trained on all of
 * nyt.dev and single.dev: five times it is trained without a fifth of them, and that fifth is summarised.
 *
 *   node eval/summary/crossvalidate.ts [folder of the evaluation data]
 */
import { select } from '../../digests/summary/select.ts';
import { worthOf } from '../../digests/summary/worth.ts';
import { readCases, type SummaryCase } from './cases.ts';
import { rouge } from './rouge.ts';
import { modelOf, type PreparedCase, prepare, train } from './training.ts';

const FOLDS = 5;
const lengths: Readonly<Record<string, number>> = { 'nyt.dev': 34, 'single.dev': 75 };

const folder = process.argv[2] ?? '../shared/data';
const prepared = (set: string): PreparedCase[] => readCases(folder, set).map(prepare);
const always = prepared('multi.train');
const judged = Object.keys(lengths).map((set) => ({ set, cases: prepared(set) }));
const scores = new Map(judged.map(({ set }) => [set, { rouge1: 0, rouge2: 0, words: 0 }]));

for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (at: number) => at % FOLDS === fold;
  const learnt = judged.flatMap(({ cases }) => cases.filter((_, at) => !inFold(at)));
  const model = modelOf(train([...always, ...learnt]));
  for (const { set, cases } of judged) {
    for (const { summaryCase, story } of cases.filter((_, at) => inFold(at))) {
      const chosen = select(story, worthOf(story, model), lengths[set] ?? 60);
      add(set, chosen.map(({ text }) => text).join(' '), summaryCase);
    }
  }
  process.stderr.write(`fold ${fold + 1} of ${FOLDS}\n`);
}

for (const { set, cases } of judged) {
  const { rouge1, rouge2, words } = scores.get(set) ?? { rouge1: 0, rouge2: 0, words: 0 };
  const mean = (sum: number) => (sum / cases.length).toFixed(3);
  process.stdout.write(`${set}: rouge1 ${mean(rouge1)}, rouge2 ${mean(rouge2)}, ${mean(words)} words\n`);
}

function add(set: string, summary: string, { reference }: SummaryCase): void {
  const sums = scores.get(set);
  if (!sums) return;
  const { rouge1, rouge2 } = rouge(summary, reference);
  sums.rouge1 += rouge1;
  sums.rouge2 += rouge2;
  sums.words += summary.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
