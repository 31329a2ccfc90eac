/**
 * Trains the two models of digests/quotes from the annotated articles and writes their weights:
 *   node eval/quotes/train.ts [../shared/data/quotes/train.jsonl]
 * Seeded: the same data gives the same weights. Takes about a minute on one core.
 */
import { writeFileSync } from 'node:fs';
import type { TreeWeights } from '../../digests/learned/trees.ts';
import { readExamples } from './examples.ts';
import { attributionOfFolds, heldOutChoices, trainAttribution, trainQuotation } from './training.ts';

function save(name: string, weights: TreeWeights): void {
  const file = new URL(`../../digests/quotes/${name}.weights.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(weights)}\n`);
}

const file = process.argv[2] ?? new URL('../../../shared/data/quotes/train.jsonl', import.meta.url).pathname;
const examples = readExamples(file);
const choices = heldOutChoices(examples, attributionOfFolds(examples));
save('attribution', trainAttribution(examples));
save('quotation', trainQuotation(examples, choices));
