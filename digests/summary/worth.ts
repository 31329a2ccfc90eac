import { loadTrees, score, type Trees } from '../learned/trees.ts';
import { ConceptRows, type ConceptSigns, conceptColumns } from './concepts.ts';
import conceptWeights from './concepts.weights.json' with { type: 'json' };
import type { Candidate, StoryText } from './document.ts';
import { type FeatureRow, featuresOf } from './features.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import lexiconWeights from './lexicon.weights.json' with { type: 'json' };
import { LinearScorer } from './linear.ts';
import sentenceWeights from './sentences.weights.json' with { type: 'json' };

/** Sentences that a summary is chosen from: so many, and of a story of many articles so many of each. */
const MOST_SENTENCES = 16;
const MOST_OF_ARTICLE = 3;

/** What may stand in a summary, and what it is worth there. */
export type Worth = {
  /** The sentences that stand best for the story, and their shorter forms. */
  readonly candidates: readonly Candidate[];
  /** How well each candidate would stand for the story, in standard deviations from the story's mean. */
  readonly standing: Float64Array;
  /** Distinct concepts (words, then pairs of words) of each candidate, and each concept's chance to be told. */
  readonly concepts: readonly (readonly number[])[];
  readonly chances: Float64Array;
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
  const all = [...story.sentences, ...story.forms];
  const standingOfAll = standingsOf(featuresOf(story, all), model.sentences);
  const isStrong = strongSentences(story, standingOfAll);
  const chosen = [...all.keys()].filter((index) => isStrong[all[index]?.sentence ?? 0] === 1);
  const candidates = chosen.flatMap((index) => all[index] ?? []);
  const concepts = conceptsOfCandidates(story, candidates);
  return {
    candidates,
    standing: Float64Array.from(chosen, (index) => standingOfAll[index] ?? 0),
    concepts,
    chances: chancesOf(story, concepts, { lexicon: model.lexicon, standing: standingOfAll }, model),
  };
}

/** 1 for each of the sentences that stand best for the story. */
function strongSentences({ sentences, articles }: StoryText, standing: Float64Array): Uint8Array {
  const most = Math.max(MOST_SENTENCES, MOST_OF_ARTICLE * articles.length);
  if (sentences.length <= most) return new Uint8Array(sentences.length).fill(1);
  const isStrong = new Uint8Array(sentences.length);
  const ranked = [...sentences.keys()].sort((a, b) => (standing[b] ?? 0) - (standing[a] ?? 0) || a - b);
  for (const sentence of ranked.slice(0, most)) isStrong[sentence] = 1;
  return isStrong;
}

/** The chances of the concepts that candidates hold. */
function chancesOf(
  story: StoryText,
  concepts: readonly (readonly number[])[],
  signs: ConceptSigns,
  { words, pairs }: WorthModel,
): Float64Array {
  const { size } = story.words;
  const chances = new Float64Array(size + story.words.pairs.size).fill(Number.NaN);
  const ofWords = new ConceptRows(story, 1, signs);
  const ofPairs = new ConceptRows(story, 2, signs);
  const row = new Float32Array(pairs.columns);
  for (const own of concepts) {
    for (const concept of own) {
      if (!Number.isNaN(chances[concept])) continue;
      const isWord = concept < size;
      if (isWord) ofWords.write(concept, row, 0);
      else ofPairs.write(concept - size, row, 0);
      chances[concept] = Math.max(0, score(isWord ? words : pairs, row, 0));
    }
  }
  return chances;
}

/** The distinct words of each candidate, then its distinct pairs, numbered after all words. */
function conceptsOfCandidates(
  { words: { size, pairs } }: StoryText,
  candidates: readonly Candidate[],
): readonly (readonly number[])[] {
  const last = new Int32Array(size + pairs.size).fill(-1);
  return candidates.map((candidate, index) => {
    const found: number[] = [];
    for (const word of candidate.words) {
      if (last[word] === index) continue;
      last[word] = index;
      found.push(word);
    }
    for (const pair of candidate.pairs) {
      if (pair < 0 || last[size + pair] === index) continue;
      last[size + pair] = index;
      found.push(size + pair);
    }
    return found;
  });
}

/** Below this spread a story's sentences hardly differ, and their differences should not be blown up. */
const LEAST_SPREAD = 0.1;

/** Each candidate's score in standard deviations from the mean of its story's. */
export function standingsOf(features: readonly FeatureRow[], scorer: LinearScorer): Float64Array {
  if (features.length === 0) return new Float64Array();
  const scores = Float64Array.from(features, (row) => scorer.score(row));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const spread = Math.sqrt(variance) + LEAST_SPREAD;
  return scores.map((score) => (score - mean) / spread);
}
