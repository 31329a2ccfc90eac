import { loadTrees, type TreeWeights } from '../../digests/learned/trees.ts';
import { ConceptRows, conceptColumns, conceptName } from '../../digests/summary/concepts.ts';
import type { Candidate, StoryText } from '../../digests/summary/document.ts';
import { readStory } from '../../digests/summary/document.ts';
import { FEATURE_NAMES, type FeatureRow, featuresOf } from '../../digests/summary/features.ts';
import { lexiconOf } from '../../digests/summary/lexicon.ts';
import type { LinearWeights } from '../../digests/summary/linear.ts';
import { LinearScorer } from '../../digests/summary/linear.ts';
import { standingsOf, type WorthModel } from '../../digests/summary/worth.ts';
import { foldWord, tokenize } from '../../digests/text/tokens.ts';
import { type BoostingSettings, boost } from '../learning/boosting.ts';
import { squares } from '../learning/losses.ts';
import type { SummaryCase } from './cases.ts';
import { countTold, type LexiconCounts, lexiconWithout, oddsOf } from './lexicon.ts';
import { trainListwise } from './listwise.ts';
import { rouge } from './rouge.ts';

/** A case read once, with all that the models learn from. */
export type PreparedCase = {
  readonly summaryCase: SummaryCase;
  readonly story: StoryText;
  /** All sentences, then all their shorter forms. */
  readonly candidates: readonly Candidate[];
  readonly features: readonly FeatureRow[];
  /** Mean of ROUGE-1 and ROUGE-2 F1 of each candidate alone. */
  readonly gains: readonly number[];
  /** The words, and the pairs of words, of the editor's summary. */
  readonly told: ReadonlySet<string>;
};

export function prepare(summaryCase: SummaryCase): PreparedCase {
  const story = readStory(summaryCase.articles);
  const candidates = [...story.sentences, ...story.forms];
  const reference = tokenize(summaryCase.reference).map((word) => foldWord(word.text));
  return {
    summaryCase,
    story,
    candidates,
    features: featuresOf(story, candidates),
    gains: candidates.map(({ text }) => {
      const { rouge1, rouge2 } = rouge(text, summaryCase.reference);
      return (rouge1 + rouge2) / 2;
    }),
    told: new Set([...reference, ...reference.slice(1).map((word, at) => `${reference[at] ?? ''} ${word}`)]),
  };
}

/** There are 30 times as many short stories as features: each of the few counts for more. */
const CONCEPT_WEIGHTS: Readonly<Record<string, number>> = { 'nyt.dev': 6, 'single.dev': 5 };
const SENTENCE_WEIGHTS: Readonly<Record<string, number>> = { 'nyt.dev': 10, 'single.dev': 4 };

const BOOSTING: BoostingSettings = {
  trees: 20,
  leaves: 24,
  rate: 0.4,
  lambda: 5,
  minHessian: 50,
  columnShare: 0.6,
  groupShare: 0.5,
  seed: 3,
};
const LISTWISE = { steps: 150, rate: 0.05, l2: 0.003 };
/** A sentence longer than this would never fit a one-sentence summary. */
const MAX_SENTENCE = 45;

/** Of a sentence model's own stories its scores are too good to learn from: these are scored by one that lacks them. */
const FOLDS = 5;

export type TrainedWeights = {
  readonly concepts: { readonly words: TreeWeights; readonly pairs: TreeWeights };
  readonly sentences: LinearWeights;
  readonly lexicon: Readonly<Record<string, number>>;
};

export function train(cases: readonly PreparedCase[]): TrainedWeights {
  const counts = countTold(cases);
  const standings = unseenStandings(cases);
  return {
    concepts: {
      words: trainConcepts(cases, 1, counts, standings),
      pairs: trainConcepts(cases, 2, counts, standings),
    },
    sentences: trainSentences(cases),
    lexicon: oddsOf(counts),
  };
}

export function modelOf({ concepts, sentences, lexicon }: TrainedWeights): WorthModel {
  return {
    words: loadTrees(concepts.words, conceptColumns(1)),
    pairs: loadTrees(concepts.pairs, conceptColumns(2)),
    sentences: new LinearScorer(sentences),
    lexicon: lexiconOf(lexicon),
  };
}

/** How well each case's sentences stand for it, by a model that was trained without it (stacking: Wolpert 1992). */
function unseenStandings(cases: readonly PreparedCase[]): readonly Float64Array[] {
  const scorers = Array.from(
    { length: FOLDS },
    (_, fold) => new LinearScorer(trainSentences(cases.filter((_, at) => at % FOLDS !== fold))),
  );
  return cases.map(({ features }, at) => {
    const scorer = scorers[at % FOLDS];
    return scorer ? standingsOf(features, scorer) : new Float64Array();
  });
}

function trainConcepts(
  cases: readonly PreparedCase[],
  size: 1 | 2,
  counts: LexiconCounts,
  standings: readonly Float64Array[],
): TreeWeights {
  const blocks: Float32Array[] = [];
  const target: number[] = [];
  const weights: number[] = [];
  for (const [index, prepared] of cases.entries()) {
    const { story, told, summaryCase } = prepared;
    const concepts = new ConceptRows(story, size, {
      lexicon: lexiconWithout(counts, prepared),
      standing: standings[index] ?? new Float64Array(),
    });
    const rows = new Float32Array(concepts.count * conceptColumns(size).length);
    blocks.push(rows);
    for (let concept = 0; concept < concepts.count; concept++) {
      concepts.write(concept, rows, concept * conceptColumns(size).length);
      target.push(told.has(conceptName(story, size, concept)) ? 1 : 0);
      weights.push(CONCEPT_WEIGHTS[summaryCase.set] ?? 1);
    }
  }
  const data = {
    features: conceptColumns(size),
    rows: joined(blocks),
    target: Uint8Array.from(target),
    groups: Int32Array.from({ length: target.length + 1 }, (_, at) => at),
    weights: Float32Array.from(weights),
  };
  return boost(data, squares, BOOSTING);
}

function joined(blocks: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  return whole;
}

function trainSentences(cases: readonly PreparedCase[]): LinearWeights {
  const { mean, scale } = momentsOf(cases);
  const choices = cases.flatMap(({ candidates, features, gains, summaryCase }) => {
    const open = [...candidates.keys()].filter((index) => (candidates[index]?.length ?? 0) <= MAX_SENTENCE);
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
