import { loadTrees, score, type Trees } from '../learned/trees.ts';
import { type Concepts, conceptColumns, conceptsOf } from './concepts.ts';
import conceptWeights from './concepts.weights.json' with { type: 'json' };
import type { StoryText } from './document.ts';
import { featuresOf } from './features.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import lexiconWeights from './lexicon.weights.json' with { type: 'json' };
import { LinearScorer } from './linear.ts';
import sentenceWeights from './sentences.weights.json' with { type: 'json' };
import { statisticsOf } from './statistics.ts';

/** What the parts of a story are worth to a summary. */
export type Worth = {
  /** Distinct concepts (words, then pairs of words) of each candidate, and each concept's chance to be told. */
  readonly concepts: readonly Int32Array[];
  readonly chances: Float64Array;
  /** How well each candidate would stand for the story, in standard deviations from the story's mean. */
  readonly standing: Float64Array;
};

/** The trained models; `worthOf` takes others, for training and evaluation. */
export type WorthModel = {
  readonly words: Trees;
  readonly pairs: Trees;
  readonly sentences: LinearScorer;
  readonly lexicon: Lexicon;
};

let trained: WorthModel | undefined;

function trainedModel(): WorthModel {
  trained ??= {
    words: loadTrees(conceptWeights.words, conceptColumns(1)),
    pairs: loadTrees(conceptWeights.pairs, conceptColumns(2)),
    sentences: new LinearScorer(sentenceWeights),
    lexicon: lexiconOf(lexiconWeights),
  };
  return trained;
}

export function worthOf(story: StoryText, model: WorthModel = trainedModel()): Worth {
  const standing = standingOf(featuresOf(story, statisticsOf(story)), model.sentences);
  const words = conceptsOf(story, 1, { lexicon: model.lexicon, standing });
  const pairs = conceptsOf(story, 2, { lexicon: model.lexicon, standing });
  const offset = words.names.length;
  const chances = new Float64Array(offset + pairs.names.length);
  fillChances(chances, 0, words, model.words);
  fillChances(chances, offset, pairs, model.pairs);
  const concepts = story.candidates.map((_, index) => {
    const own = words.of[index] ?? NONE;
    const joined = pairs.of[index] ?? NONE;
    const all = new Int32Array(own.length + joined.length);
    all.set(own);
    for (let at = 0; at < joined.length; at++) all[own.length + at] = (joined[at] ?? 0) + offset;
    return all;
  });
  return { concepts, chances, standing };
}

const NONE = new Int32Array();

function fillChances(chances: Float64Array, offset: number, { rows, names }: Concepts, trees: Trees): void {
  const width = rows.length / Math.max(1, names.length);
  for (let at = 0; at < names.length; at++)
    chances[offset + at] = Math.max(0, score(trees, rows, at * width));
}

/** Below this spread a story's sentences hardly differ, and their differences should not be blown up. */
const LEAST_SPREAD = 0.1;

/** Each sentence's score in standard deviations from the mean of its story. */
export function standingOf(features: readonly Float64Array[], scorer: LinearScorer): Float64Array {
  if (features.length === 0) return new Float64Array();
  const scores = Float64Array.from(features, (row) => scorer.score(row));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const spread = Math.sqrt(variance) + LEAST_SPREAD;
  return scores.map((score) => (score - mean) / spread);
}
