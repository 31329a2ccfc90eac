/**
 * What to expect of quotes on articles the models have not learnt from: five times they are trained without a fifth of
 * the annotated articles, and that fifth is read. All of them are scored at once by ../shared/eval/score.mjs.
 *
 *   node eval/quotes/crossvalidate.ts [../shared/data/quotes/train.jsonl] [--list] [--predictions FILE]
 *
 * `--predictions` keeps what was scored; `--list` shows each miss as offsets for looking it up, never its text. What tells quotations from titles learns from
 * margins whose models knew the other folds' articles, which flatters it by a hair at most.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTrees } from '../../digests/learned/trees.ts';
import { featureNames } from '../../digests/quotes/candidate-features.ts';
import { extractQuotes, flattenStretches } from '../../digests/quotes/extract-quotes.ts';
import { quotationFeatureNames } from '../../digests/quotes/quotation.ts';
import { selectQuotations } from '../../digests/quotes/select-quotations.ts';
import { readExamples } from './examples.ts';
import { Misses } from './misses.ts';
import { attributionOfFolds, FOLDS, foldOf, heldOutChoices, trainQuotation } from './training.ts';

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' }, predictions: { type: 'string' } },
  allowPositionals: true,
});
const shared = new URL('../../../shared/', import.meta.url).pathname;
const file = positionals[0] ?? join(shared, 'data/quotes/train.jsonl');
const examples = readExamples(file);
const models = attributionOfFolds(examples);
const choices = heldOutChoices(examples, models);
const misses = new Misses();
const predictions: string[] = [];

for (const [fold, weights] of models.entries()) {
  const learnt = examples.filter((_, at) => foldOf(at) !== fold);
  const attribution = loadTrees(weights, featureNames);
  const quotation = loadTrees(trainQuotation(learnt, choices), quotationFeatureNames);
  for (const example of examples.filter((_, at) => foldOf(at) === fold)) {
    const { id, reading } = example;
    const { quotes } = extractQuotes({ id, text: reading.text }, { attribution, quotation });
    predictions.push(JSON.stringify({ id, quotes: flattenStretches(reading.text, quotes) }));
    const chosen = choices.get(example) ?? [];
    misses.add(example, chosen, selectQuotations(reading, chosen, quotation));
  }
}

const folder = mkdtempSync(join(tmpdir(), 'crossvalidate-'));
try {
  const predicted = values.predictions ?? join(folder, 'predictions.jsonl');
  writeFileSync(predicted, `${predictions.join('\n')}\n`);
  const scorer = join(shared, 'eval/score.mjs');
  const figures = execFileSync(process.execPath, [scorer, 'quotes', file, predicted], { encoding: 'utf8' });
  if (values.list === true) for (const line of misses.list) console.log(line);
  console.log(`${FOLDS} folds of ${examples.length} articles: ${figures.trim()}\n${misses.summary()}`);
} finally {
  rmSync(folder, { recursive: true });
}
