/**
 * Groups what attribution gets wrong: node eval/quotes/errors.ts [../shared/data/quotes/dev.jsonl] [--list]
 * Counts only; `--list` shows each miss as offsets for looking it up, never its text.
 */
import { parseArgs } from 'node:util';
import { loadTrees } from '../../digests/learned/trees.ts';
import attributionWeights from '../../digests/quotes/attribution.weights.json' with { type: 'json' };
import { featureNames } from '../../digests/quotes/candidate-features.ts';
import { chooseSpeakers } from '../../digests/quotes/choose.ts';
import { quotationFeatureNames } from '../../digests/quotes/quotation.ts';
import quotationWeights from '../../digests/quotes/quotation.weights.json' with { type: 'json' };
import { selectQuotations } from '../../digests/quotes/select-quotations.ts';
import { readExamples } from './examples.ts';
import { Misses } from './misses.ts';

const { values, positionals } = parseArgs({ options: { list: { type: 'boolean' } }, allowPositionals: true });
const file = positionals[0] ?? new URL('../../../shared/data/quotes/dev.jsonl', import.meta.url).pathname;
const attribution = loadTrees(attributionWeights, featureNames);
const quotation = loadTrees(quotationWeights, quotationFeatureNames);
const misses = new Misses();

for (const example of readExamples(file)) {
  const choices = chooseSpeakers(example.reading, attribution);
  misses.add(example, choices, selectQuotations(example.reading, choices, quotation));
}
if (values.list === true) for (const line of misses.list) console.log(line);
console.log(misses.summary());
