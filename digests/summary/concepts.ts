import { stopWords } from '../text/stop-words.ts';
import type { Candidate, StoryText } from './document.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * The words and the pairs of neighbouring words a summary may tell. A concept is worth the chance that an editor's
 * summary holds it (after Gillick and Favre 2009 and Li, Qian and Liu 2013); what these rows describe is what that
 * chance is learned from. The order is part of the trained weights (`concepts.weights.json`).
 */
export type Concepts = {
  /** One row a concept, one after the other: the columns are `conceptColumns`. */
  readonly rows: Float32Array;
  /** The distinct concepts of each candidate. */
  readonly of: readonly Int32Array[];
  /** The concept as text: "talks", "talks in". */
  readonly names: readonly string[];
};

/** What is known of a story's concepts from elsewhere. */
export type ConceptSigns = {
  readonly lexicon: Lexicon;
  /** How well each candidate stands for the story: a word of good sentences is more likely to be told. */
  readonly standing: Float64Array;
};

/** Columns of a row that the trees are trained on; the last two only of pairs. */
const COLUMNS = [
  'sentences',
  'sentenceShare',
  'articles',
  'articleShare',
  'firstPosition',
  'meanFirstPosition',
  'relativeFirst',
  'leadShare',
  'titles',
  'titleShare',
  'functionWords',
  'capitalised',
  'number',
  'storySentences',
  'storyArticles',
  'paragraphStarts',
  'quoted',
  'lengthOrRarity',
  'titleWords',
  'bestStanding',
  'meanStanding',
  'standings',
  'lexicon',
  'lexiconFirst',
  'lexiconSecond',
] as const;

/** @param size 1 for words, 2 for pairs of neighbouring words */
export function conceptColumns(size: 1 | 2): readonly string[] {
  return size === 1 ? COLUMNS.slice(0, -2) : COLUMNS;
}

type Seen = {
  readonly name: string;
  readonly first: number;
  /** Number of the second word of a pair, -1 for a word. */
  readonly second: number;
  sentences: number;
  articles: number;
  lastCandidate: number;
  lastSentence: number;
  lastArticle: number;
  position: number;
  positionSum: number;
  leads: number;
  starts: number;
  quoted: number;
  bestStanding: number;
  standingSum: number;
};

/** @param size 1 for words, 2 for pairs of neighbouring words */
export function conceptsOf(story: StoryText, size: 1 | 2, { lexicon, standing }: ConceptSigns): Concepts {
  const seen: Seen[] = [];
  const ids = new Map<number, number>();
  const of = story.candidates.map((candidate, index) =>
    idsOf(story, candidate, index, standing[index] ?? 0, size, ids, seen),
  );
  const context = contextOf(story, size);
  const width = conceptColumns(size).length;
  const rows = new Float32Array(seen.length * width);
  for (const [at, concept] of seen.entries()) writeRow(rows, at * width, concept, context, lexicon);
  return { rows, of, names: seen.map(({ name }) => name) };
}

/** Ids of a candidate's distinct concepts; whole sentences also count towards what is known of each. */
function idsOf(
  { vocabulary }: StoryText,
  candidate: Candidate,
  index: number,
  standing: number,
  size: 1 | 2,
  ids: Map<number, number>,
  seen: Seen[],
): Int32Array {
  const { numbers, kept, sentence, article, position } = candidate;
  const found = new Int32Array(Math.max(0, numbers.length + 1 - size));
  let distinct = 0;
  for (let at = 0; at + size <= numbers.length; at++) {
    const first = numbers[at] as number;
    const second = size === 1 ? -1 : (numbers[at + 1] as number);
    const key = size === 1 ? first : first * vocabulary.length + second;
    let id = ids.get(key);
    if (id === undefined) {
      // a pair that only a cut brought together is nobody's phrase
      if (kept < 1) continue;
      id = seen.length;
      ids.set(key, id);
      seen.push(newConcept(vocabulary, first, second, position));
    }
    const concept = seen[id] as Seen;
    if (concept.lastCandidate === index) continue;
    concept.lastCandidate = index;
    found[distinct++] = id;
    if (kept < 1 || concept.lastSentence === sentence) continue;
    concept.lastSentence = sentence;
    concept.sentences++;
    concept.bestStanding = Math.max(concept.bestStanding, standing);
    concept.standingSum += standing;
    concept.position = Math.min(concept.position, position);
    concept.quoted += candidate.marks.quoteShare;
    if (position === 0) concept.leads++;
    if (candidate.startsParagraph) concept.starts++;
    if (concept.lastArticle !== article) {
      concept.lastArticle = article;
      concept.articles++;
      concept.positionSum += position;
    }
  }
  return found.subarray(0, distinct);
}

/** Below any standardised score that a sentence has. */
const LOWEST_STANDING = -9;

function newConcept(vocabulary: readonly string[], first: number, second: number, position: number): Seen {
  const word = vocabulary[first] ?? '';
  return {
    name: second < 0 ? word : `${word} ${vocabulary[second] ?? ''}`,
    first,
    second,
    sentences: 0,
    articles: 0,
    lastCandidate: -1,
    lastSentence: -1,
    lastArticle: -1,
    position,
    positionSum: 0,
    leads: 0,
    starts: 0,
    quoted: 0,
    bestStanding: LOWEST_STANDING,
    standingSum: 0,
  };
}

type Context = {
  readonly size: 1 | 2;
  readonly vocabulary: readonly string[];
  readonly sentences: number;
  readonly articles: number;
  /** In how many titles each concept stands. */
  readonly titles: ReadonlyMap<string, number>;
  /** What is known of each word of the vocabulary: 1 for yes. */
  readonly inTitle: Uint8Array;
  readonly isName: Uint8Array;
  readonly isFunctionWord: Uint8Array;
  /** In how many sentences each word stands. */
  readonly sentencesOf: Int32Array;
};

function contextOf(story: StoryText, size: 1 | 2): Context {
  const { vocabulary, articles, candidates, names, language } = story;
  const titles = new Map<string, number>();
  for (const { titleWords } of articles) {
    const told =
      size === 1 ? titleWords : titleWords.slice(1).map((word, at) => `${titleWords[at] ?? ''} ${word}`);
    for (const name of new Set(told)) titles.set(name, (titles.get(name) ?? 0) + 1);
  }
  const marked = (among: ReadonlySet<string>) =>
    Uint8Array.from(vocabulary, (word) => (among.has(word) ? 1 : 0));
  return {
    size,
    vocabulary,
    sentences: Math.max(1, candidates.filter(({ kept }) => kept === 1).length),
    articles: Math.max(1, articles.length),
    titles,
    inTitle: marked(new Set(articles.flatMap(({ titleWords }) => titleWords))),
    isName: marked(names),
    isFunctionWord: marked(stopWords(language)),
    sentencesOf: sentencesPerWord(story),
  };
}

/** The columns in the order of `conceptColumns`. */
function writeRow(
  rows: Float32Array,
  offset: number,
  concept: Seen,
  context: Context,
  lexicon: Lexicon,
): void {
  const { sentences, articles, name, first, second } = concept;
  const { sentencesOf, vocabulary } = context;
  const titles = context.titles.get(name) ?? 0;
  const both = (marks: Uint8Array) => (marks[first] ?? 0) + (second < 0 ? 0 : (marks[second] ?? 0));
  let at = offset;
  rows[at++] = sentences;
  rows[at++] = sentences / context.sentences;
  rows[at++] = articles;
  rows[at++] = articles / context.articles;
  rows[at++] = concept.position;
  rows[at++] = concept.positionSum / Math.max(1, articles);
  rows[at++] = concept.position / context.sentences;
  rows[at++] = concept.leads / context.articles;
  rows[at++] = titles;
  rows[at++] = titles / context.articles;
  rows[at++] = both(context.isFunctionWord);
  rows[at++] = both(context.isName);
  rows[at++] = DIGIT.test(name) ? 1 : 0;
  rows[at++] = context.sentences;
  rows[at++] = context.articles;
  rows[at++] = concept.starts / Math.max(1, sentences);
  rows[at++] = concept.quoted / Math.max(1, sentences);
  rows[at++] = context.size === 1 ? name.length : Math.min(sentencesOf[first] ?? 0, sentencesOf[second] ?? 0);
  rows[at++] = both(context.inTitle);
  rows[at++] = concept.bestStanding;
  rows[at++] = concept.standingSum / Math.max(1, sentences);
  rows[at++] = concept.standingSum;
  rows[at++] = lexicon(name);
  if (context.size === 1) return;
  rows[at++] = lexicon(vocabulary[first] ?? '');
  rows[at++] = lexicon(vocabulary[second] ?? '');
}

const DIGIT = /\d/;

function sentencesPerWord({ candidates, vocabulary }: StoryText): Int32Array {
  const counts = new Int32Array(vocabulary.length);
  const last = new Int32Array(vocabulary.length).fill(-1);
  for (const [index, { numbers, kept }] of candidates.entries()) {
    if (kept < 1) continue;
    for (const word of numbers) {
      if (last[word] === index) continue;
      last[word] = index;
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  return counts;
}
