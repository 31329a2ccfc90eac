import { conceptsOf } from '../../digests/summary/concepts.ts';
import type { StoryText } from '../../digests/summary/document.ts';
import { readStory } from '../../digests/summary/document.ts';
import { FEATURE_NAMES, featuresOf } from '../../digests/summary/features.ts';
import type { LinearWeights } from '../../digests/summary/linear.ts';
import { LinearScorer } from '../../digests/summary/linear.ts';
import { statisticsOf } from '../../digests/summary/statistics.ts';
import type { Trees } from '../../digests/summary/trees.ts';
import { compileTrees } from '../../digests/summary/trees.ts';
import type { WorthModel } from '../../digests/summary/worth.ts';
import { foldWord, tokenize } from '../../digests/text/tokens.ts';
import { boost, seeded } from './boosting.ts';
import type { SummaryCase } from './cases.ts';
import { trainListwise } from './listwise.ts';
import { rouge } from './rouge.ts';

/** A case read once, with all that the models learn from. */
export type PreparedCase = {
  readonly summaryCase: SummaryCase;
  readonly story: StoryText;
  readonly features: readonly Float64Array[];
  /** Mean of ROUGE-1 and ROUGE-2 F1 of each candidate alone. */
  readonly gains: readonly number[];
  readonly words: LabelledConcepts;
  readonly pairs: LabelledConcepts;
};

type LabelledConcepts = { readonly rows: readonly Float64Array[]; readonly told: readonly number[] };

export function prepare(summaryCase: SummaryCase): PreparedCase {
  const story = readStory(summaryCase.articles);
  const reference = tokenize(summaryCase.reference).map((word) => foldWord(word.text));
  return {
    summaryCase,
    story,
    features: featuresOf(story, statisticsOf(story)),
    gains: story.candidates.map(({ text }) => {
      const { rouge1, rouge2 } = rouge(text, summaryCase.reference);
      return (rouge1 + rouge2) / 2;
    }),
    words: labelled(story, 1, new Set(reference)),
    pairs: labelled(
      story,
      2,
      new Set(reference.slice(1).map((word, at) => `${reference[at] ?? ''} ${word}`)),
    ),
  };
}

function labelled(story: StoryText, size: 1 | 2, reference: ReadonlySet<string>): LabelledConcepts {
  const { rows, names } = conceptsOf(story, size);
  return { rows, told: names.map((name) => (reference.has(name) ? 1 : 0)) };
}

/** There are 30 times as many short stories as features: each of the few counts for more. */
const CONCEPT_WEIGHTS: Readonly<Record<string, number>> = { 'nyt.dev': 6, 'single.dev': 4 };
const SENTENCE_WEIGHTS: Readonly<Record<string, number>> = { 'nyt.dev': 10, 'single.dev': 4 };

const BOOSTING = { trees: 40, leaves: 16, rate: 0.1, minLeaf: 40, rowShare: 0.5, featureShare: 0.6, l2: 5 };
const LISTWISE = { steps: 150, rate: 0.05, l2: 0.003 };
/** A sentence longer than this would never fit a one-sentence summary. */
const MAX_SENTENCE = 45;
const SEED = 3;

export type TrainedWeights = {
  readonly concepts: { readonly words: Trees; readonly pairs: Trees };
  readonly sentences: LinearWeights;
};

export function train(cases: readonly PreparedCase[]): TrainedWeights {
  return {
    concepts: {
      words: trainConcepts(cases, ({ words }) => words),
      pairs: trainConcepts(cases, ({ pairs }) => pairs),
    },
    sentences: trainSentences(cases),
  };
}

export function modelOf({ concepts, sentences }: TrainedWeights): WorthModel {
  return {
    words: compileTrees(concepts.words),
    pairs: compileTrees(concepts.pairs),
    sentences: new LinearScorer(sentences),
  };
}

function trainConcepts(
  cases: readonly PreparedCase[],
  part: (prepared: PreparedCase) => LabelledConcepts,
): Trees {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const prepared of cases) {
    const weight = CONCEPT_WEIGHTS[prepared.summaryCase.set] ?? 1;
    const { rows: own, told } = part(prepared);
    for (const [at, row] of own.entries()) {
      rows.push(row);
      targets.push(told[at] ?? 0);
      weights.push(weight);
    }
  }
  return boost(
    { rows, targets: Float64Array.from(targets), weights: Float64Array.from(weights) },
    { ...BOOSTING, random: seeded(SEED) },
  );
}

function trainSentences(cases: readonly PreparedCase[]): LinearWeights {
  const { mean, scale } = momentsOf(cases);
  const choices = cases.flatMap(({ story, features, gains, summaryCase }) => {
    const open = [...story.candidates.keys()].filter(
      (index) => (story.candidates[index]?.length ?? 0) <= MAX_SENTENCE,
    );
    if (open.length < 2) return [];
    const rows = open.map((index) =>
      Float64Array.from(features[index] ?? [], (value, at) =>
        Math.max(-4, Math.min(4, (value - (mean[at] ?? 0)) / (scale[at] ?? 1))),
      ),
    );
    const weight = SENTENCE_WEIGHTS[summaryCase.set] ?? 1;
    return [{ rows, gains: open.map((index) => 10 * (gains[index] ?? 0)), weight }];
  });
  const weights = trainListwise(choices, LISTWISE);
  return { features: FEATURE_NAMES, mean, scale, weights: [...weights] };
}

function momentsOf(cases: readonly PreparedCase[]): { mean: number[]; scale: number[] } {
  // every story counts the same, however long
  const width = FEATURE_NAMES.length;
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  let mass = 0;
  for (const { features, summaryCase } of cases) {
    const weight = (SENTENCE_WEIGHTS[summaryCase.set] ?? 1) / Math.max(1, features.length);
    for (const row of features) {
      mass += weight;
      for (const [at, value] of row.entries()) {
        mean[at] = (mean[at] ?? 0) + weight * value;
        square[at] = (square[at] ?? 0) + weight * value * value;
      }
    }
  }
  const means = mean.map((sum) => sum / mass);
  const scale = square.map((sum, at) => Math.sqrt(Math.max(0, sum / mass - (means[at] ?? 0) ** 2)) + 1e-3);
  return { mean: means, scale };
}
