import { ConceptScorer } from './concept-scorer.ts';
import { conceptsOf } from './concepts.ts';
import conceptWeights from './concepts.weights.json' with { type: 'json' };
import type { Candidate, StoryText } from './document.ts';
import { formsOf } from './document.ts';
import { FEATURE_NAMES, fillFeatures } from './features.ts';
import { LinearScorer } from './linear.ts';
import sentenceWeights from './sentences.weights.json' with { type: 'json' };
import { StoryStatistics } from './statistics.ts';

/** What the parts of a story are worth to a summary. */
export type Worth = {
  /** The whole sentences, then shorter forms of those that stand best. */
  readonly candidates: readonly Candidate[];
  /** How well each candidate would stand for the story, in standard deviations from the sentences' mean. */
  readonly standing: Float64Array;
  /** Distinct concepts (words, then pairs of words) of each candidate, and each concept's chance to be told. */
  readonly concepts: readonly Int32Array[];
  readonly chances: Float64Array;
};

/** The trained models; `worthOf` takes others, for training and evaluation. */
export type WorthModel = {
  readonly words: ConceptScorer;
  readonly pairs: ConceptScorer;
  readonly sentences: LinearScorer;
};

/** Sentences of which shorter forms are tried: those that stand best. */
const MAX_TRIMMED = 12;

let trained: WorthModel | undefined;

function trainedModel(): WorthModel {
  trained ??= {
    words: new ConceptScorer(conceptWeights.words),
    pairs: new ConceptScorer(conceptWeights.pairs),
    sentences: new LinearScorer(sentenceWeights),
  };
  return trained;
}

export function worthOf(story: StoryText, model: WorthModel = trainedModel()): Worth {
  const { candidates, standing } = standingOf(story, model.sentences);
  const { words, pairs } = conceptsOf({ ...story, candidates });
  const offset = words.keys.length;
  const chances = new Float64Array(offset + pairs.keys.length);
  for (let at = 0; at < offset; at++) chances[at] = model.words.chance(words.keys[at] as number);
  for (let at = 0; at < pairs.keys.length; at++) {
    chances[offset + at] = model.pairs.chance(pairs.keys[at] as number);
  }
  const concepts = candidates.map((_, index) => {
    const own = words.of[index] ?? NONE;
    const joined = pairs.of[index] ?? NONE;
    const all = new Int32Array(own.length + joined.length);
    all.set(own);
    for (let at = 0; at < joined.length; at++) all[own.length + at] = (joined[at] as number) + offset;
    return all;
  });
  return { candidates, standing, concepts, chances };
}

const NONE = new Int32Array();

function standingOf(story: StoryText, model: LinearScorer): Pick<Worth, 'candidates' | 'standing'> {
  const statistics = new StoryStatistics(story);
  const row = new Float64Array(FEATURE_NAMES.length);
  const score = (candidate: Candidate, index: number): number => {
    fillFeatures(row, candidate, story, statistics.of(candidate, index));
    return model.score(row);
  };
  const scores = story.candidates.map(score);
  const best = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
  const forms = best
    .slice(0, MAX_TRIMMED)
    .flatMap((index) => formsOf(story.candidates[index] as Candidate, story));
  const candidates = [...story.candidates, ...forms];
  const whole = momentsOf(scores);
  for (const [at, form] of forms.entries()) scores.push(score(form, story.candidates.length + at));
  return { candidates, standing: Float64Array.from(scores, (value) => (value - whole.mean) / whole.spread) };
}

/** Below this spread a story's sentences hardly differ, and their differences should not be blown up. */
const LEAST_SPREAD = 0.1;

function momentsOf(scores: readonly number[]): { readonly mean: number; readonly spread: number } {
  const count = Math.max(1, scores.length);
  const mean = scores.reduce((sum, score) => sum + score, 0) / count;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / count;
  return { mean, spread: Math.sqrt(variance) + LEAST_SPREAD };
}
