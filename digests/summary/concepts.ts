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
  readonly words: readonly string[];
  sentences: number;
  articles: number;
  lastSentence: number;
  lastArticle: number;
  first: number;
  firstSum: number;
  leads: number;
  starts: number;
  quoted: number;
  bestStanding: number;
  standingSum: number;
};

/** @param size 1 for words, 2 for pairs of neighbouring words */
export function conceptsOf(story: StoryText, size: 1 | 2, { lexicon, standing }: ConceptSigns): Concepts {
  const seen: Seen[] = [];
  const ids = new Map<string, number>();
  const of = story.candidates.map((candidate, index) =>
    idsOf(candidate, standing[index] ?? 0, size, ids, seen),
  );
  const words = size === 1 ? null : sentencesPerWord(story);
  const context = contextOf(story, size);
  const width = conceptColumns(size).length;
  const rows = new Float32Array(seen.length * width);
  for (const [at, concept] of seen.entries()) rows.set(rowOf(concept, context, words, lexicon), at * width);
  return {
    rows,
    of,
    names: seen.map((concept) => concept.name),
  };
}

/** Ids of a candidate's distinct concepts; whole sentences also count towards what is known of each. */
function idsOf(
  candidate: Candidate,
  standing: number,
  size: 1 | 2,
  ids: Map<string, number>,
  seen: Seen[],
): Int32Array {
  const { words, kept, sentence, article, position } = candidate;
  const found = new Set<number>();
  for (let at = 0; at + size <= words.length; at++) {
    const first = words[at] ?? '';
    const second = words[at + 1] ?? '';
    const name = size === 1 ? first : `${first} ${second}`;
    let id = ids.get(name);
    if (id === undefined) {
      // a pair that only a cut brought together is nobody's phrase
      if (kept < 1) continue;
      id = seen.length;
      ids.set(name, id);
      seen.push(newConcept(name, size === 1 ? [first] : [first, second], position));
    }
    found.add(id);
    const concept = seen[id];
    if (kept < 1 || !concept || concept.lastSentence === sentence) continue;
    concept.lastSentence = sentence;
    concept.sentences++;
    concept.bestStanding = Math.max(concept.bestStanding, standing);
    concept.standingSum += standing;
    concept.first = Math.min(concept.first, position);
    concept.quoted += candidate.marks.quoteShare;
    if (position === 0) concept.leads++;
    if (candidate.startsParagraph) concept.starts++;
    if (concept.lastArticle !== article) {
      concept.lastArticle = article;
      concept.articles++;
      concept.firstSum += position;
    }
  }
  return Int32Array.from(found);
}

/** Below any standardised score that a sentence has. */
const LOWEST_STANDING = -9;

function newConcept(name: string, words: readonly string[], position: number): Seen {
  return {
    name,
    words,
    sentences: 0,
    articles: 0,
    lastSentence: -1,
    lastArticle: -1,
    first: position,
    firstSum: 0,
    leads: 0,
    starts: 0,
    quoted: 0,
    bestStanding: LOWEST_STANDING,
    standingSum: 0,
  };
}

type Context = {
  readonly sentences: number;
  readonly articles: number;
  readonly titles: readonly ReadonlySet<string>[];
  readonly titleWords: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
};

function contextOf(story: StoryText, size: 1 | 2): Context {
  const titles = story.articles.map(({ titleWords }) =>
    size === 1
      ? new Set(titleWords)
      : new Set(titleWords.slice(1).map((word, at) => `${titleWords[at] ?? ''} ${word}`)),
  );
  return {
    sentences: Math.max(1, story.candidates.filter(({ kept }) => kept === 1).length),
    articles: Math.max(1, story.articles.length),
    titles,
    titleWords: new Set(story.articles.flatMap(({ titleWords }) => titleWords)),
    names: story.names,
    stops: stopWords(story.language),
  };
}

function rowOf(
  concept: Seen,
  context: Context,
  sentencesOf: ReadonlyMap<string, number> | null,
  lexicon: Lexicon,
): number[] {
  const { sentences, articles, words, name } = concept;
  const titles = context.titles.reduce((sum, title) => sum + (title.has(name) ? 1 : 0), 0);
  const rarer = Math.min(...words.map((word) => sentencesOf?.get(word) ?? 0));
  return [
    sentences,
    sentences / context.sentences,
    articles,
    articles / context.articles,
    concept.first,
    concept.firstSum / Math.max(1, articles),
    concept.first / context.sentences,
    concept.leads / context.articles,
    titles,
    titles / context.articles,
    count(words, context.stops),
    count(words, context.names),
    /\d/.test(name) ? 1 : 0,
    context.sentences,
    context.articles,
    concept.starts / Math.max(1, sentences),
    concept.quoted / Math.max(1, sentences),
    sentencesOf === null ? name.length : rarer,
    count(words, context.titleWords),
    concept.bestStanding,
    concept.standingSum / Math.max(1, sentences),
    concept.standingSum,
    lexicon(name),
    ...(sentencesOf === null ? [] : words.map(lexicon)),
  ];
}

function sentencesPerWord({ candidates }: StoryText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words, kept } of candidates) {
    if (kept === 1) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function count(words: readonly string[], among: ReadonlySet<string>): number {
  let found = 0;
  for (const word of words) if (among.has(word)) found++;
  return found;
}
