import { LinearModel, type LinearWeights } from '../../digests/learned/linear.ts';
import { ConceptModel, type ConceptWeights, MODIFIERS } from '../../digests/summary/concept-model.ts';
import { ConceptRows, PAIR_COLUMNS, pairName, WORD_COLUMNS } from '../../digests/summary/concepts.ts';
import type { StoryText } from '../../digests/summary/document.ts';
import { readStory } from '../../digests/summary/document.ts';
import { FEATURE_NAMES, type FeatureRow, featuresOf } from '../../digests/summary/features.ts';
import { lexiconOf } from '../../digests/summary/lexicon.ts';
import type { WorthModel } from '../../digests/summary/worth.ts';
import { foldWord, tokenize } from '../../digests/text/tokens.ts';
import { leastSquares, ridge, standardised } from '../learning/ridge.ts';
import type { SummaryCase } from './cases.ts';
import { countTold, type LexiconCounts, lexiconWithout, oddsOf } from './lexicon.ts';
import { rouge } from './rouge.ts';

/** A case read once, with all that the models learn from. */
export type PreparedCase = {
  readonly summaryCase: SummaryCase;
  readonly story: StoryText;
  readonly features: readonly FeatureRow[];
  /** Mean of ROUGE-1 and ROUGE-2 F1 of each sentence alone. */
  readonly gains: readonly number[];
  /** The words, and the pairs of words, of the editor's summary. */
  readonly told: ReadonlySet<string>;
};

export function prepare(summaryCase: SummaryCase): PreparedCase {
  const reference = tokenize(summaryCase.reference).map((word) => foldWord(word.text));
  const pairs = reference.slice(1).map((word, at) => `${reference[at] ?? ''} ${word}`);
  const story = readStory(summaryCase.articles);
  return {
    summaryCase,
    story,
    features: featuresOf(story),
    gains: story.sentences.map(({ text }) => {
      const { rouge1, rouge2 } = rouge(text, summaryCase.reference);
      return (rouge1 + rouge2) / 2;
    }),
    told: new Set([...reference, ...pairs]),
  };
}

/** There are 30 times as many short stories as features: each of the few counts for more. Chosen by cross-validation. */
const CONCEPT_WEIGHTS: Readonly<Record<string, number>> = {
  'nyt.dev': 20,
  'single.dev': 15,
  alone: 1,
};
const SENTENCE_WEIGHTS: Readonly<Record<string, number>> = {
  'nyt.dev': 60,
  'single.dev': 20,
  alone: 1,
};

/** Penalties on the weights, in rows. */
const CONCEPT_PENALTY = 10;
const SENTENCE_PENALTY = 10;

export type TrainedWeights = {
  readonly concepts: { readonly words: ConceptWeights; readonly pairs: ConceptWeights };
  readonly sentences: LinearWeights;
  readonly lexicon: Readonly<Record<string, number>>;
};

export function train(cases: readonly PreparedCase[]): TrainedWeights {
  const counts = countTold(cases.filter(isCounted));
  return {
    concepts: {
      words: trainConcepts(cases, counts, words),
      pairs: trainConcepts(cases, counts, pairs),
    },
    sentences: trainSentences(cases),
    lexicon: oddsOf(counts),
  };
}

/** The lexicon is counted on the many short stories alone. */
function isCounted({ summaryCase }: PreparedCase): boolean {
  return summaryCase.set === 'multi.train';
}

export function modelOf({ concepts, sentences, lexicon }: TrainedWeights): WorthModel {
  return {
    words: new ConceptModel(concepts.words, WORD_COLUMNS),
    pairs: new ConceptModel(concepts.pairs, PAIR_COLUMNS),
    sentences: new LinearModel(sentences, FEATURE_NAMES),
    lexicon: lexiconOf(lexicon),
  };
}

/** What the words, and what the pairs of a story are learned from. */
type Kind = {
  readonly columns: readonly string[];
  readonly count: (story: StoryText) => number;
  readonly name: (story: StoryText, concept: number) => string;
  readonly write: (rows: ConceptRows, concept: number, row: Float64Array) => void;
};

const words: Kind = {
  columns: WORD_COLUMNS,
  count: (story) => story.words.size,
  name: (story, word) => story.words.textOf(word),
  write: (rows, word, row) => rows.writeWord(word, row),
};

const pairs: Kind = {
  columns: PAIR_COLUMNS,
  count: (story) => story.words.pairs.size,
  name: pairName,
  write: (rows, pair, row) => rows.writePair(pair, row),
};

function trainConcepts(
  cases: readonly PreparedCase[],
  counts: LexiconCounts,
  { columns, count, name, write }: Kind,
): ConceptWeights {
  const width = columns.length;
  const total = cases.reduce((sum, { story }) => sum + count(story), 0);
  const rows = new Float64Array(total * width);
  const wanted = new Float64Array(total);
  const weights = new Float64Array(total);
  const lexicon = lexiconOf(oddsOf(counts));
  let row = 0;
  for (const prepared of cases) {
    const { story, told, summaryCase } = prepared;
    const known = isCounted(prepared) ? lexiconWithout(counts, prepared) : lexicon;
    const described = new ConceptRows(story, known);
    for (let concept = 0; concept < count(story); concept++, row++) {
      write(described, concept, rows.subarray(row * width, (row + 1) * width));
      wanted[row] = told.has(name(story, concept)) ? 1 : 0;
      weights[row] = CONCEPT_WEIGHTS[summaryCase.set] ?? 1;
    }
  }
  const { standard, mean, scale } = standardised(rows, width);
  const modified = withModifiers(standard, columns);
  const { slopes, base } = leastSquares({ rows: modified, wanted, weights }, CONCEPT_PENALTY);
  const part = (at: number) => slopes.slice(at * width, (at + 1) * width);
  const [functionWords, byLexicon, logStorySentences, logStoryArticles] = [
    part(1),
    part(2),
    part(3),
    part(4),
  ];
  const changes = { functionWords, lexicon: byLexicon, logStorySentences, logStoryArticles };
  return { features: [...columns], mean, scale, base, slopes: part(0), changes };
}

/** Each row followed by its products with each of its `MODIFIERS`. */
function withModifiers(rows: Float64Array, columns: readonly string[]): Float64Array {
  const width = columns.length;
  const modifiers = MODIFIERS.map((name) => columns.indexOf(name));
  const wide = new Float64Array(rows.length * (1 + modifiers.length));
  let to = 0;
  for (let from = 0; from < rows.length; from += width) {
    for (const factor of [1, ...modifiers.map((column) => rows[from + column] as number)])
      for (let column = 0; column < width; column++) wide[to++] = factor * (rows[from + column] as number);
  }
  return wide;
}

/** What a sentence gains above the mean of its story; every story counts the same, however long. */
function trainSentences(cases: readonly PreparedCase[]): LinearWeights {
  const rows: number[] = [];
  const wanted: number[] = [];
  const weights: number[] = [];
  for (const { features, gains, summaryCase } of cases) {
    const weight = (SENTENCE_WEIGHTS[summaryCase.set] ?? 1) / Math.max(1, gains.length);
    const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
    for (const [index, row] of features.entries()) {
      rows.push(...row);
      wanted.push((gains[index] ?? 0) - mean);
      weights.push(weight);
    }
  }
  const data = {
    rows: Float64Array.from(rows),
    wanted: Float64Array.from(wanted),
    weights: Float64Array.from(weights),
  };
  return ridge(FEATURE_NAMES, data, SENTENCE_PENALTY);
}
