import { loadTrees, type TreeWeights } from '../../digests/learned/trees.ts';
import { featureNames } from '../../digests/quotes/candidate-features.ts';
import { type Choice, chooseSpeakers } from '../../digests/quotes/choose.ts';
import {
  describeQuotation,
  quotationFeatureCount,
  quotationFeatureNames,
} from '../../digests/quotes/quotation.ts';
import { type BoostingSettings, boost } from '../learning/boosting.ts';
import { logistic, softmax, type TrainingData } from '../learning/losses.ts';
import { type Example, rankingData } from './examples.ts';

export const FOLDS = 5;

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
export const foldOf = (at: number): number => (at * 7919) % FOLDS;

/** What a model chose for each stretch of each article. */
export type Choices = ReadonlyMap<Example, readonly Choice[]>;

export function trainAttribution(examples: readonly Example[]): TreeWeights {
  return boost(rankingData(examples), softmax, attributionSettings);
}

/** `choices` are those of models that did not learn from the article chosen in. */
export function trainQuotation(examples: readonly Example[], choices: Choices): TreeWeights {
  return boost(quotationData(examples, choices), logistic, quotationSettings);
}

/** A model of attribution for each fold, trained without it. */
export function attributionOfFolds(examples: readonly Example[]): TreeWeights[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    trainAttribution(examples.filter((_, at) => foldOf(at) !== fold)),
  );
}

/** Choices for every article by the model that was trained without its fold. */
export function heldOutChoices(examples: readonly Example[], models: readonly TreeWeights[]): Choices {
  const trees = models.map((weights) => loadTrees(weights, featureNames));
  const choices = new Map<Example, Choice[]>();
  examples.forEach((example, at) => {
    const model = trees[foldOf(at)];
    if (model !== undefined) choices.set(example, chooseSpeakers(example.reading, model));
  });
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
