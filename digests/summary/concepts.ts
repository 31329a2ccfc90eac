import { ConceptCounts } from './concept-counts.ts';
import { Cue, isCue } from './cues.ts';
import type { StoryText } from './document.ts';
import type { Lexicon, LexiconOfBook } from './lexicon.ts';

/** What the model knows of a word of a story. */
export const WORD_COLUMNS = [
  'logSentences',
  'sentenceShare',
  'logArticles',
  'articleShare',
  'opens',
  'logFirstPosition',
  'logMeanFirstPosition',
  'relativeFirst',
  'leadShare',
  'inTitle',
  'logTitles',
  'titleShare',
  'logStorySentences',
  'logStoryArticles',
  'paragraphStarts',
  'quoted',
  'functionWords',
  'capitalised',
  'number',
  'lexicon',
  'logLength',
] as const;

/** … and of a pair of neighbouring words; `logRarer` is of the sentences in which the rarer of the two stands. */
export const PAIR_COLUMNS = [
  ...WORD_COLUMNS.slice(0, -1),
  'logRarer',
  'titleWords',
  'lexiconFirst',
  'lexiconSecond',
] as const;

/**
 * Describes the words, and the pairs of neighbouring words, that a summary of a story may tell. Such a concept is worth
 * the chance that an editor's summary holds it (after Gillick and Favre 2009 and Li, Qian and Liu 2013); what its row
 * describes is what that chance is learned from. The order of the columns is part of the trained weights
 * (`concepts.weights.json`). A concept's number is that of the word or the pair in the story.
 */
export class ConceptRows {
  readonly #story: StoryText;
  readonly #lexicon: LexiconOfBook;
  readonly #words: ConceptCounts;
  readonly #pairs: ConceptCounts;
  readonly #storySentences: number;
  readonly #storyArticles: number;

  constructor(story: StoryText, lexicon: Lexicon) {
    this.#story = story;
    this.#lexicon = lexicon.of(story.words.book);
    this.#words = ConceptCounts.ofWords(story);
    this.#pairs = ConceptCounts.ofPairs(story);
    this.#storySentences = Math.max(1, story.sentences.length);
    this.#storyArticles = Math.max(1, story.titles.length);
  }

  /** Writes `WORD_COLUMNS` of a word. */
  writeWord(word: number, row: Float64Array): void {
    const { words } = this.#story;
    const inBook = words.inBook[word] as number;
    let at = this.#writePlaces(this.#words, word, row);
    row[at++] = functionWord(words.stems[word]);
    row[at++] = words.names[word] as number;
    row[at++] = this.#isNumber(word);
    row[at++] = this.#lexicon.word(inBook);
    row[at] = log1p(words.textOf(word).length);
  }

  /** Writes `PAIR_COLUMNS` of a pair. */
  writePair(pair: number, row: Float64Array): void {
    const { words } = this.#story;
    const first = words.pairs.firsts[pair] as number;
    const second = words.pairs.seconds[pair] as number;
    const firstInBook = words.inBook[first] as number;
    const secondInBook = words.inBook[second] as number;
    let at = this.#writePlaces(this.#pairs, pair, row);
    row[at++] = functionWord(words.stems[first]) + functionWord(words.stems[second]);
    row[at++] = (words.names[first] as number) + (words.names[second] as number);
    row[at++] = Math.max(this.#isNumber(first), this.#isNumber(second));
    row[at++] = this.#lexicon.pair(firstInBook, secondInBook);
    row[at++] = log1p(
      Math.min(this.#words.sentences[first] as number, this.#words.sentences[second] as number),
    );
    row[at++] = this.#isInTitle(first) + this.#isInTitle(second);
    row[at++] = this.#lexicon.word(firstInBook);
    row[at] = this.#lexicon.word(secondInBook);
  }

  /** @returns where the next column belongs */
  #writePlaces(counts: ConceptCounts, concept: number, row: Float64Array): number {
    const sentences = counts.sentences[concept] as number;
    const articles = counts.articles[concept] as number;
    const position = counts.position[concept] as number;
    const titles = counts.titles[concept] as number;
    const storySentences = this.#storySentences;
    const storyArticles = this.#storyArticles;
    let at = 0;
    row[at++] = log1p(sentences);
    row[at++] = sentences / storySentences;
    row[at++] = log1p(articles);
    row[at++] = articles / storyArticles;
    row[at++] = position === 0 ? 1 : 0;
    row[at++] = log1p(position);
    row[at++] = log1p((counts.positionSum[concept] as number) / articles);
    row[at++] = position / storySentences;
    row[at++] = (counts.leads[concept] as number) / storyArticles;
    row[at++] = titles > 0 ? 1 : 0;
    row[at++] = log1p(titles);
    row[at++] = titles / storyArticles;
    row[at++] = log1p(storySentences);
    row[at++] = log1p(storyArticles);
    row[at++] = (counts.starts[concept] as number) / sentences;
    row[at++] = (counts.quoted[concept] as number) / sentences;
    return at;
  }

  #isNumber(word: number): number {
    return isCue(this.#story.words.cueSigns(word), Cue.digit) ? 1 : 0;
  }

  #isInTitle(word: number): number {
    return (this.#words.titles[word] as number) > 0 ? 1 : 0;
  }
}

/** Logarithms of 1 + n for small whole n, which most counts are. */
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, n) => Math.log1p(n));

function log1p(count: number): number {
  return LOGARITHMS[count] ?? Math.log1p(count);
}

function functionWord(stem: number | undefined): number {
  return stem === -1 ? 1 : 0;
}

/** A pair as text: "talks in". */
export function pairName({ words }: StoryText, pair: number): string {
  const { firsts, seconds } = words.pairs;
  return `${words.textOf(firsts[pair] as number)} ${words.textOf(seconds[pair] as number)}`;
}
