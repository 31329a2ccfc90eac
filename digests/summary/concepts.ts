import { stopWords } from '../text/stop-words.ts';
import type { Candidate, StoryText } from './document.ts';

/**
 * The words and the pairs of neighbouring words a summary may tell. A concept is worth the chance that an editor's
 * summary holds it (after Gillick and Favre 2009 and Li, Qian and Liu 2013). What is known of one is a handful of
 * small counts, packed into a number, so that concepts of which the same is known share their chance.
 */
export type Concepts = {
  /** What is known of each concept; `conceptFeatures` unpacks it. */
  readonly keys: Float64Array;
  /** The distinct concepts of each candidate. */
  readonly of: readonly Int32Array[];
  /** The concept as text: "talks", "talks in". */
  nameOf(concept: number): string;
};

/** The counts of a key with their limits, in order; the order is part of the trained weights. */
const COUNTS = [
  ['sentences', 16],
  ['articles', 8],
  ['storyArticles', 8],
  ['first', 16],
  ['storySentences', 16],
  ['leads', 4],
  ['titles', 4],
  ['functionWords', 3],
  ['names', 3],
  ['number', 2],
  ['titleWords', 3],
  ['rarer', 8],
  ['quoted', 3],
] as const;

/** Unpacks a key into the row that the trees read: the counts, then the shares they make. */
export function conceptFeatures(key: number): Float64Array {
  const row = new Float64Array(COUNTS.length + 4);
  let rest = key;
  for (let at = COUNTS.length - 1; at >= 0; at--) {
    const limit = COUNTS[at]?.[1] ?? 1;
    row[at] = rest % limit;
    rest = Math.floor(rest / limit);
  }
  const [
    sentences = 0,
    articles = 0,
    storyArticles = 1,
    first = 0,
    storySentences = 1,
    leads = 0,
    titles = 0,
  ] = row;
  const outlets = Math.max(1, storyArticles);
  row.set(
    [
      articles / outlets,
      leads / outlets,
      titles / outlets,
      (sentences - first) / Math.max(1, storySentences),
    ],
    COUNTS.length,
  );
  return row;
}

/** Bins of about equal logarithmic width: 0, 1, 2, 3, 4-5, 6-7, … 128 and more. */
const BINS = Uint8Array.from({ length: 256 }, (_, count) => {
  if (count < 4) return count;
  return Math.min(15, Math.floor(2 * Math.log2(count)));
});

function binOf(count: number): number {
  return BINS[Math.min(255, count)] ?? 15;
}

type Seen = {
  readonly first: number;
  readonly second: number;
  sentences: number;
  articles: number;
  lastSentence: number;
  lastArticle: number;
  position: number;
  leads: number;
  quoted: number;
};

/** Most distinct words of a story: pairs are numbered by two of them. */
const MAX_WORDS = 1 << 20;

/** The words of a story, then the pairs of them. */
export function conceptsOf(story: StoryText): { readonly words: Concepts; readonly pairs: Concepts } {
  const names: string[] = [];
  const ids = new Map<string, number>();
  const words: Seen[] = [];
  const pairs: Seen[] = [];
  const pairIds = new Map<number, number>();
  const wordsIn: Int32Array[] = [];
  const pairsIn: Int32Array[] = [];
  for (const candidate of story.candidates) {
    const own: number[] = [];
    const joined: number[] = [];
    let before = -1;
    for (const word of candidate.words) {
      let id = ids.get(word);
      if (id === undefined) {
        id = names.length;
        ids.set(word, id);
        names.push(word);
        words.push(newConcept(id, id, candidate.position));
      }
      if (noted(words[id] as Seen, candidate)) own.push(id);
      if (before >= 0) {
        const pair = pairOf(before, id, candidate, pairIds, pairs);
        if (pair >= 0 && noted(pairs[pair] as Seen, candidate)) joined.push(pair);
      }
      before = id;
    }
    wordsIn.push(distinct(own, candidate));
    pairsIn.push(distinct(joined, candidate));
  }
  const context = contextOf(story, names, ids, words);
  const nameOfPair = ({ first, second }: Seen): string => `${names[first]} ${names[second]}`;
  return {
    words: {
      keys: Float64Array.from(words, (concept) => keyOf(concept, context, false)),
      of: wordsIn,
      nameOf: (concept) => names[concept] ?? '',
    },
    pairs: {
      keys: Float64Array.from(pairs, (concept) => keyOf(concept, context, true)),
      of: pairsIn,
      nameOf: (concept) => nameOfPair(pairs[concept] as Seen),
    },
  };
}

/** The pair's number; -1 for one that only a cut brought together: it is nobody's phrase. */
function pairOf(
  first: number,
  second: number,
  { kept, position }: Candidate,
  ids: Map<number, number>,
  pairs: Seen[],
): number {
  const key = first * MAX_WORDS + second;
  const known = ids.get(key);
  if (known !== undefined) return known;
  if (kept < 1) return -1;
  ids.set(key, pairs.length);
  pairs.push(newConcept(first, second, position));
  return pairs.length - 1;
}

function newConcept(first: number, second: number, position: number): Seen {
  return {
    first,
    second,
    sentences: 0,
    articles: 0,
    lastSentence: -1,
    lastArticle: -1,
    position,
    leads: 0,
    quoted: 0,
  };
}

/** Counts a whole sentence towards a concept; false when it was counted in that sentence already. */
function noted(concept: Seen, { kept, sentence, article, position, marks }: Candidate): boolean {
  if (kept < 1) return true;
  if (concept.lastSentence === sentence) return false;
  concept.lastSentence = sentence;
  concept.sentences++;
  if (marks.quoteShare > 0.4) concept.quoted++;
  if (position === 0) concept.leads++;
  if (position < concept.position) concept.position = position;
  if (concept.lastArticle !== article) {
    concept.lastArticle = article;
    concept.articles++;
  }
  return true;
}

/** A whole sentence's are distinct as noted. */
function distinct(concepts: number[], { kept }: Candidate): Int32Array {
  return Int32Array.from(kept === 1 ? concepts : new Set(concepts));
}

type Context = {
  readonly sentences: number;
  readonly articles: number;
  readonly words: readonly Seen[];
  /** By word: 1 for a function word, 1 for a name, 1 for a number, in how many titles it stands. */
  readonly stops: Uint8Array;
  readonly names: Uint8Array;
  readonly numbers: Uint8Array;
  readonly titles: Uint8Array;
  readonly titlePairs: ReadonlyMap<number, number>;
};

function contextOf(
  story: StoryText,
  names: readonly string[],
  ids: ReadonlyMap<string, number>,
  words: readonly Seen[],
): Context {
  const stops = stopWords(story.language);
  const titles = new Uint8Array(names.length);
  const titlePairs = new Map<number, number>();
  for (const { titleWords } of story.articles) {
    let before = -1;
    const own = new Set<number>();
    for (const word of titleWords) {
      const id = ids.get(word) ?? -1;
      if (id >= 0 && !own.has(id)) titles[id] = (titles[id] ?? 0) + 1;
      own.add(id);
      if (id >= 0 && before >= 0) {
        const key = before * MAX_WORDS + id;
        titlePairs.set(key, (titlePairs.get(key) ?? 0) + 1);
      }
      before = id;
    }
  }
  return {
    sentences: story.candidates.filter(({ kept }) => kept === 1).length,
    articles: story.articles.length,
    words,
    stops: Uint8Array.from(names, (name) => (stops.has(name) ? 1 : 0)),
    names: Uint8Array.from(names, (name) => (story.names.has(name) ? 1 : 0)),
    numbers: Uint8Array.from(names, (name) => (name.charCodeAt(0) <= 0x39 ? 1 : 0)),
    titles,
    titlePairs,
  };
}

function keyOf(concept: Seen, context: Context, isPair: boolean): number {
  const { first, second, sentences } = concept;
  const { words, stops, names, numbers, titles } = context;
  const both = (flags: Uint8Array): number => (flags[first] ?? 0) + (isPair ? (flags[second] ?? 0) : 0);
  const inTitles = isPair ? (context.titlePairs.get(first * MAX_WORDS + second) ?? 0) : (titles[first] ?? 0);
  const titleWords = (titles[first] ? 1 : 0) + (isPair && titles[second] ? 1 : 0);
  const rarer = isPair ? Math.min(words[first]?.sentences ?? 0, words[second]?.sentences ?? 0) : 0;
  const quoted = concept.quoted === 0 ? 0 : concept.quoted < sentences ? 1 : 2;
  let key = Math.min(15, sentences);
  key = key * 8 + Math.min(7, concept.articles);
  key = key * 8 + Math.min(7, context.articles);
  key = key * 16 + binOf(concept.position);
  key = key * 16 + binOf(context.sentences);
  key = key * 4 + Math.min(3, concept.leads);
  key = key * 4 + Math.min(3, inTitles);
  key = key * 3 + both(stops);
  key = key * 3 + both(names);
  key = key * 2 + Math.min(1, both(numbers));
  key = key * 3 + titleWords;
  key = key * 8 + Math.min(7, rarer);
  return key * 3 + quoted;
}
