/**
 * Trains the two models of digests/quotes from the annotated articles and writes their weights:
 *   node eval/quotes/train.ts [../shared/data/quotes/train.jsonl]
 * Seeded: the same data gives the same weights. Takes about a minute on one core.
 */
import { writeFileSync } from 'node:fs';
import { loadTrees, type TreeWeights } from '../../digests/learned/trees.ts';
import { featureNames } from '../../digests/quotes/candidate-features.ts';
import { chooseSpeakers } from '../../digests/quotes/choose.ts';
import {
  describeQuotation,
  quotationFeatureCount,
  quotationFeatureNames,
} from '../../digests/quotes/quotation.ts';
import { type BoostingSettings, boost } from '../learning/boosting.ts';
import { logistic, softmax, type TrainingData } from '../learning/losses.ts';
import { type Choices, type Example, isRight, rankingData, readExamples } from './examples.ts';

const FOLDS = 5;

const attributionSettings: BoostingSettings = {
  trees: 160,
  leaves: 20,
  rate: 0.1,
  lambda: 2,
  minHessian: 2,
  columnShare: 0.5,
  groupShare: 0.7,
  seed: 7,
};

const quotationSettings: BoostingSettings = { ...attributionSettings, trees: 60, leaves: 8, minHessian: 4 };

/** An article's fold by its place: neighbours in the file, often of one outlet, go to different folds. */
const foldOf = (at: number): number => (at * 7919) % FOLDS;

/** Choices for every article by models that were trained without it. */
function heldOutChoices(examples: readonly Example[]): Choices {
  const choices = new Map<Example, { mention: number; margin: number }[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = examples.filter((_, at) => foldOf(at) !== fold);
    const trees = loadTrees(boost(rankingData(seen), softmax, attributionSettings), featureNames);
    examples.forEach((example, at) => {
      if (foldOf(at) === fold) choices.set(example, chooseSpeakers(example.reading, trees));
    });
  }
  return choices;
}

/** One row a stretch: is it a quotation, or a title, a nickname, a word held at arm's length? */
function quotationData(examples: readonly Example[], choices: Choices): TrainingData {
  const rows: number[] = [];
  const target: number[] = [];
  const weights: number[] = [];
  const row = new Float32Array(quotationFeatureCount);
  for (const example of examples) {
    let inParagraph = 0;
    const { paragraph, firstToken } = example.reading.layout;
    example.gold.forEach((gold, stretch) => {
      const same =
        stretch > 0 && paragraph[firstToken[stretch - 1] ?? 0] === paragraph[firstToken[stretch] ?? 0];
      inParagraph = same ? inParagraph + 1 : 0;
      if (gold === null) return;
      describeQuotation(
        example.reading.layout,
        stretch,
        inParagraph,
        choices.get(example)?.[stretch]?.margin ?? 0,
        row,
      );
      rows.push(...row);
      target.push(gold.attributed ? 1 : 0);
      weights.push(gold.words >= 5 ? 1 : 0.5);
    });
  }
  return {
    features: quotationFeatureNames,
    rows: Float32Array.from(rows),
    target: Uint8Array.from(target),
    groups: Int32Array.from({ length: target.length + 1 }, (_, at) => at),
    weights: Float32Array.from(weights),
  };
}

function accuracy(examples: readonly Example[], choices: Choices): string {
  let asked = 0;
  let right = 0;
  for (const example of examples) {
    example.gold.forEach((gold, stretch) => {
      if (gold === null || gold.words < 5 || !gold.attributed || gold.speakerStart === undefined) return;
      asked++;
      if (isRight(example, gold, choices.get(example)?.[stretch]?.mention ?? -1)) right++;
    });
  }
  return `${right} of ${asked} (${((100 * right) / asked).toFixed(2)} %)`;
}

function save(name: string, weights: TreeWeights): void {
  const file = new URL(`../../digests/quotes/${name}.weights.json`, import.meta.url);
  writeFileSync(file, `${JSON.stringify(weights)}\n`);
}

const file = process.argv[2] ?? new URL('../../../shared/data/quotes/train.jsonl', import.meta.url).pathname;
const examples = readExamples(file);
const choices = heldOutChoices(examples);
console.log(`the right mention, held out: ${accuracy(examples, choices)}`);
save('attribution', boost(rankingData(examples), softmax, attributionSettings));
save('quotation', boost(quotationData(examples, choices), logistic, quotationSettings));
