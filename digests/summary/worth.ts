import type { Concepts } from './concepts.ts';
import { conceptsOf } from './concepts.ts';
import conceptWeights from './concepts.weights.json' with { type: 'json' };
import type { StoryText } from './document.ts';
import { featuresOf } from './features.ts';
import { LinearScorer } from './linear.ts';
import sentenceWeights from './sentences.weights.json' with { type: 'json' };
import { statisticsOf } from './statistics.ts';
import type { CompiledTrees } from './trees.ts';
import { compileTrees, predict } from './trees.ts';

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
  readonly words: CompiledTrees;
  readonly pairs: CompiledTrees;
  readonly sentences: LinearScorer;
};

let trained: WorthModel | undefined;

function trainedModel(): WorthModel {
  trained ??= {
    words: compileTrees(conceptWeights.words),
    pairs: compileTrees(conceptWeights.pairs),
    sentences: new LinearScorer(sentenceWeights),
  };
  return trained;
}

export function worthOf(story: StoryText, model: WorthModel = trainedModel()): Worth {
  const words = conceptsOf(story, 1);
  const pairs = conceptsOf(story, 2);
  const offset = words.rows.length;
  const chances = new Float64Array(offset + pairs.rows.length);
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
  const scores = Float64Array.from(featuresOf(story, statisticsOf(story)), (row) =>
    model.sentences.score(row),
  );
  return { concepts, chances, standing: standardised(scores) };
}

const NONE = new Int32Array();

function fillChances(chances: Float64Array, offset: number, { rows }: Concepts, trees: CompiledTrees): void {
  for (const [index, row] of rows.entries()) chances[offset + index] = Math.max(0, predict(trees, row));
}

/** Below this spread a story's sentences hardly differ, and their differences should not be blown up. */
const LEAST_SPREAD = 0.1;

function standardised(scores: Float64Array): Float64Array {
  if (scores.length === 0) return scores;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const spread = Math.sqrt(variance) + LEAST_SPREAD;
  return scores.map((score) => (score - mean) / spread);
}
