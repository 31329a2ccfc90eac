import { LinearModel } from '../learned/linear.ts';
import { ConceptModel } from './concept-model.ts';
import { ConceptRows, PAIR_COLUMNS, WORD_COLUMNS } from './concepts.ts';
import conceptWeights from './concepts.weights.json' with { type: 'json' };
import type { Candidate, StoryText } from './document.ts';
import { FEATURE_NAMES, type FeatureRow, featuresOf } from './features.ts';
import { formsOf } from './forms.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import lexiconWeights from './lexicon.weights.json' with { type: 'json' };
import sentenceWeights from './sentences.weights.json' with { type: 'json' };

/** Sentences that a summary is chosen from: so many, and of a story of many articles so many of each. */
const MOST_SENTENCES = 8;
const MOST_OF_ARTICLE = 3;
/** Words of a summary that a sentence is measured against on its own. */
const USUAL_LENGTH = 30;

/**
 * Words of a summary that one sentence, or little more, fills. In longer ones it does not count how a sentence would
 * stand alone: cross-validated, stories of several outlets then score .001 more.
 */
const MOST_WORDS_ALONE = 50;

/** What may stand in a summary, and what it is worth there. */
export type Worth = {
  /** The sentences whose words are most likely to be told, the strongest first, each followed by its shorter forms. */
  readonly candidates: readonly Candidate[];
  /**
   * How well the sentence of each candidate would stand for its story alone, in standard deviations from the mean; 0
   * where there is room for several sentences.
   */
  readonly standing: readonly number[];
  /** Distinct concepts (words, then pairs of words) of each candidate, and each concept's chance to be told. */
  readonly concepts: readonly (readonly number[])[];
  readonly chances: Float64Array;
};

/** The trained models; `worthOf` takes others, for evaluation. */
export type WorthModel = {
  readonly words: ConceptModel;
  readonly pairs: ConceptModel;
  readonly sentences: LinearModel;
  readonly lexicon: Lexicon;
};

let trained: WorthModel | undefined;

function trainedModel(): WorthModel {
  trained ??= {
    words: new ConceptModel(conceptWeights.words, WORD_COLUMNS),
    pairs: new ConceptModel(conceptWeights.pairs, PAIR_COLUMNS),
    sentences: new LinearModel(sentenceWeights, FEATURE_NAMES),
    lexicon: lexiconOf(lexiconWeights),
  };
  return trained;
}

export type WorthOptions = {
  /** Words of the summary. */
  readonly words: number;
  /** A sentence that is weighed however strong it is. */
  readonly opening?: number | null;
  readonly model?: WorthModel;
};

export function worthOf(
  story: StoryText,
  { words, opening = null, model = trainedModel() }: WorthOptions,
): Worth {
  const { size, pairs } = story.words;
  const rows = new ConceptRows(story, model.lexicon);
  const chances = new Float64Array(size + pairs.size).fill(Number.NaN);
  const row = new Float64Array(PAIR_COLUMNS.length);
  const extent = { sentences: story.sentences.length, articles: story.titles.length };
  const chanceOfWord = model.words.ofStory(extent);
  for (let word = 0; word < size; word++) {
    rows.writeWord(word, row);
    chances[word] = chanceOfWord(row);
  }
  const weighed = strongest(story, chances);
  const first = opening === null ? undefined : story.sentences[opening];
  if (first && !weighed.includes(first)) weighed.unshift(first);
  const candidates = weighed.flatMap((sentence) => formsOf(sentence, story));
  const concepts = conceptsOf(story, candidates);
  const chanceOfPair = model.pairs.ofStory(extent);
  for (const own of concepts) {
    for (const concept of own) {
      if (!Number.isNaN(chances[concept])) continue;
      rows.writePair(concept - size, row);
      chances[concept] = chanceOfPair(row);
    }
  }
  const standing = words > MOST_WORDS_ALONE ? [] : standingsOf(featuresOf(story), model.sentences);
  return {
    candidates,
    standing: candidates.map(({ sentence }) => standing[sentence] ?? 0),
    concepts,
    chances,
  };
}

/** The sentences that would overlap most with an editor's summary of the usual length, by their words alone. */
function strongest({ sentences, titles, words }: StoryText, chances: Float64Array): Candidate[] {
  const last = new Int32Array(words.size).fill(-1);
  const strength = Float64Array.from(sentences, (sentence, index) => {
    let told = 0;
    for (const word of sentence.words) {
      if (last[word] !== index) told += chances[word] as number;
      last[word] = index;
    }
    return told / (sentence.length + USUAL_LENGTH);
  });
  return sentences
    .toSorted((a, b) => (strength[b.sentence] as number) - (strength[a.sentence] as number))
    .slice(0, Math.max(MOST_SENTENCES, MOST_OF_ARTICLE * titles.length));
}

/** The distinct words of each candidate, then its distinct pairs, numbered after all words. */
function conceptsOf(
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
const LEAST_SPREAD = 0.005;

/** How well each sentence would stand for its story, in standard deviations from the mean of its story's. */
function standingsOf(features: readonly FeatureRow[], model: LinearModel): Float64Array {
  if (features.length === 0) return new Float64Array();
  const scores = Float64Array.from(features, (row) => model.score(row));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length;
  const spread = Math.sqrt(variance) + LEAST_SPREAD;
  return scores.map((score) => (score - mean) / spread);
}
