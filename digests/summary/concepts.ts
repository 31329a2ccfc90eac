import { Cue, isCue } from './cues.ts';
import type { StoryText } from './document.ts';
import type { Lexicon, LexiconOfBook } from './lexicon.ts';

/** What is known of a story's concepts from elsewhere. */
export type ConceptSigns = {
  readonly lexicon: Lexicon;
  /** How well each sentence stands for the story: a word of good sentences is more likely to be told. */
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

/**
 * Describes the words, or the pairs of neighbouring words, that a summary of a story may tell. A concept is worth the
 * chance that an editor's summary holds it (after Gillick and Favre 2009 and Li, Qian and Liu 2013); what its row
 * describes is what that chance is learned from. The order of the columns is part of the trained weights
 * (`concepts.weights.json`). A concept's number is that of the word or the pair in the story.
 */
export class ConceptRows {
  readonly count: number;
  readonly #story: StoryText;
  readonly #size: 1 | 2;
  readonly #lexicon: LexiconOfBook;
  readonly #sentences: Int32Array;
  readonly #articles: Int32Array;
  /** First place among an article's sentences, in any article, and summed over the articles. */
  readonly #position: Int32Array;
  readonly #positionSum: Int32Array;
  readonly #leads: Int32Array;
  readonly #starts: Int32Array;
  readonly #quoted: Float64Array;
  readonly #bestStanding: Float64Array;
  readonly #standingSum: Float64Array;
  readonly #titles: Uint8Array;
  /** Of each word of the story, in how many sentences it stands, and 1 where a title has it. */
  readonly #sentencesOfWord: Int32Array;
  readonly #inTitle: Uint8Array;
  readonly #storySentences: number;
  readonly #storyArticles: number;

  /** @param size 1 for words, 2 for pairs of neighbouring words */
  constructor(story: StoryText, size: 1 | 2, { lexicon, standing }: ConceptSigns) {
    const { words, sentences, articles } = story;
    const count = size === 1 ? words.size : words.pairs.size;
    this.count = count;
    this.#story = story;
    this.#size = size;
    this.#lexicon = lexicon.of(words.book);
    this.#sentences = new Int32Array(count);
    this.#articles = new Int32Array(count);
    this.#position = new Int32Array(count);
    this.#positionSum = new Int32Array(count);
    this.#leads = new Int32Array(count);
    this.#starts = new Int32Array(count);
    this.#quoted = new Float64Array(count);
    this.#bestStanding = new Float64Array(count).fill(LOWEST_STANDING);
    this.#standingSum = new Float64Array(count);
    this.#count(standing);
    this.#titles = size === 1 ? titlesOfWords(story) : titlesOfPairs(story);
    this.#sentencesOfWord = size === 1 ? this.#sentences : sentencesOfWords(story);
    this.#inTitle = size === 1 ? this.#titles : titlesOfWords(story);
    this.#storySentences = Math.max(1, sentences.length);
    this.#storyArticles = Math.max(1, articles.length);
  }

  #count(standing: Float64Array): void {
    const last = new Int32Array(this.count).fill(-1);
    const lastArticle = new Int32Array(this.count).fill(-1);
    for (const [index, sentence] of this.#story.sentences.entries()) {
      const { article, position, startsParagraph, marks } = sentence;
      const own = standing[index] ?? 0;
      for (const concept of this.#size === 1 ? sentence.words : sentence.pairs) {
        if (last[concept] === index) continue;
        if (last[concept] === -1 || (this.#position[concept] as number) > position)
          this.#position[concept] = position;
        last[concept] = index;
        increase(this.#sentences, concept, 1);
        if ((this.#bestStanding[concept] as number) < own) this.#bestStanding[concept] = own;
        increase(this.#standingSum, concept, own);
        increase(this.#quoted, concept, marks.quoteShare);
        if (position === 0) increase(this.#leads, concept, 1);
        if (startsParagraph) increase(this.#starts, concept, 1);
        if (lastArticle[concept] === article) continue;
        lastArticle[concept] = article;
        increase(this.#articles, concept, 1);
        increase(this.#positionSum, concept, position);
      }
    }
  }

  /** Writes the columns of a concept, in the order of `conceptColumns`. */
  write(concept: number, rows: Float32Array, offset: number): void {
    const { words } = this.#story;
    const storySentences = this.#storySentences;
    const storyArticles = this.#storyArticles;
    const sentences = this.#sentences[concept] as number;
    const articles = this.#articles[concept] as number;
    const position = this.#position[concept] as number;
    const titles = this.#titles[concept] as number;
    const isPair = this.#size === 2;
    const first = isPair ? (words.pairs.firsts[concept] as number) : concept;
    const second = isPair ? (words.pairs.seconds[concept] as number) : -1;
    const firstInBook = words.inBook[first] as number;
    const secondInBook = isPair ? (words.inBook[second] as number) : -1;
    const isDigit = (word: number) => isCue(words.cueSigns(word), Cue.digit);
    let at = offset;
    rows[at++] = sentences;
    rows[at++] = sentences / storySentences;
    rows[at++] = articles;
    rows[at++] = articles / storyArticles;
    rows[at++] = position;
    rows[at++] = (this.#positionSum[concept] as number) / articles;
    rows[at++] = position / storySentences;
    rows[at++] = (this.#leads[concept] as number) / storyArticles;
    rows[at++] = titles;
    rows[at++] = titles / storyArticles;
    rows[at++] = functionWord(words.stems[first]) + (isPair ? functionWord(words.stems[second]) : 0);
    rows[at++] = (words.names[first] as number) + (isPair ? (words.names[second] as number) : 0);
    rows[at++] = isDigit(first) || (isPair && isDigit(second)) ? 1 : 0;
    rows[at++] = storySentences;
    rows[at++] = storyArticles;
    rows[at++] = (this.#starts[concept] as number) / sentences;
    rows[at++] = (this.#quoted[concept] as number) / sentences;
    rows[at++] = isPair ? this.#rarer(first, second) : words.textOf(first).length;
    rows[at++] = this.#titled(first) + (isPair ? this.#titled(second) : 0);
    rows[at++] = this.#bestStanding[concept] as number;
    rows[at++] = (this.#standingSum[concept] as number) / sentences;
    rows[at++] = this.#standingSum[concept] as number;
    if (!isPair) {
      rows[at++] = this.#lexicon.word(firstInBook);
      return;
    }
    rows[at++] = this.#lexicon.pair(firstInBook, secondInBook);
    rows[at++] = this.#lexicon.word(firstInBook);
    rows[at++] = this.#lexicon.word(secondInBook);
  }

  /** In how many sentences the rarer of two words stands. */
  #rarer(first: number, second: number): number {
    return Math.min(this.#sentencesOfWord[first] as number, this.#sentencesOfWord[second] as number);
  }

  #titled(word: number): number {
    return (this.#inTitle[word] as number) > 0 ? 1 : 0;
  }
}

/** Below any standardised score that a sentence has. */
const LOWEST_STANDING = -9;

function increase(values: Int32Array | Float64Array, at: number, by: number): void {
  values[at] = (values[at] as number) + by;
}

function functionWord(stem: number | undefined): number {
  return stem === -1 ? 1 : 0;
}

/** A concept as text: "talks", "talks in". */
export function conceptName({ words }: StoryText, size: 1 | 2, concept: number): string {
  if (size === 1) return words.textOf(concept);
  const { firsts, seconds } = words.pairs;
  return `${words.textOf(firsts[concept] as number)} ${words.textOf(seconds[concept] as number)}`;
}

/** In how many titles each word of the story stands. */
function titlesOfWords({ articles, words }: StoryText): Uint8Array {
  const titles = new Uint8Array(words.size);
  for (const { titleWords } of articles) {
    for (const inBook of new Set(titleWords)) {
      const word = words.wordOf(inBook);
      if (word >= 0) titles[word] = (titles[word] as number) + 1;
    }
  }
  return titles;
}

/** In how many titles each pair of the story stands. */
function titlesOfPairs({ articles, words }: StoryText): Uint8Array {
  const titles = new Uint8Array(words.pairs.size);
  for (const { titleWords } of articles) {
    const numbers = titleWords.map((word) => words.wordOf(word));
    const pairs = new Set(numbers.slice(1).map((word, at) => words.pairs.find(numbers[at] ?? -1, word)));
    for (const pair of pairs) if (pair >= 0) titles[pair] = (titles[pair] as number) + 1;
  }
  return titles;
}

function sentencesOfWords({ sentences, words }: StoryText): Int32Array {
  const counts = new Int32Array(words.size);
  const last = new Int32Array(words.size).fill(-1);
  for (const [index, sentence] of sentences.entries()) {
    for (const word of sentence.words) {
      if (last[word] === index) continue;
      last[word] = index;
      counts[word] = (counts[word] as number) + 1;
    }
  }
  return counts;
}
