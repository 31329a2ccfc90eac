import type { Span } from '../../src/domain/span.ts';
import { detectLanguage } from '../text/language.ts';
import { sentencesByParagraph } from '../text/sentences.ts';
import { stopWords } from '../text/stop-words.ts';
import { tokenize } from '../text/tokens.ts';
import { type TextUnits, unitsOf } from '../text/units.ts';
import { isBoilerplate } from './boilerplate.ts';
import { compress } from './compress.ts';
import type { Marks } from './marks.ts';
import { marksOf } from './marks.ts';
import { SentenceWords } from './sentence-words.ts';
import { StoryWords } from './story-words.ts';
import { breaksOff, isRow, isWhole } from './whole.ts';
import { bookOf, RUNS, type WordBook } from './word-book.ts';

/** What is summarised: one article of a story, or the only one. */
export type SummaryArticle = {
  readonly id: string;
  readonly title?: string | null;
  readonly outlet?: string;
  readonly text: string;
  /** ISO 639-1; told from the text when absent. */
  readonly language?: string;
};

/** Of a very long text only this much is looked at. UTF-16 units. */
const MAX_TEXT = 120_000;
/** Sentences read of each article, and of a whole story: news says what matters early. */
const MAX_SENTENCES_PER_ARTICLE = 24;
const MAX_SENTENCES = 120;
/** Of each article so many, however many there are. */
const LEAST_SENTENCES_PER_ARTICLE = 5;
/** A sentence of fewer words says too little, one of more is a table or a list run together. */
const MIN_WORDS = 4;
const MAX_WORDS = 120;

/** Paragraphs before the one with the dateline may be the title, a caption and a byline. */
const LAST_WITH_DATELINE = 3;

/** Among the first lines so many may repeat the title. */
const LINES_OF_TITLE = 2;

/** A sentence that might stand in the summary, in the words that it would stand there with. */
export type Candidate = {
  readonly article: number;
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly compressed: boolean;
  /** Folded words in order, function words among them, by their numbers in the story. */
  readonly words: readonly number[];
  /** Each word with the next one, by their numbers in the story; -1 for two that only a cut brought together. */
  readonly pairs: readonly number[];
  /** Place among the article's sentences, from 0, boilerplate not counted. */
  readonly position: number;
  readonly paragraph: number;
  readonly startsParagraph: boolean;
  /** Index of this sentence among all of the story; its shorter forms share it. */
  readonly sentence: number;
  /** Index of the sentence before, in the same article; -1 for the first. */
  readonly previous: number;
  /** Words as the budget counts them: runs of letters and digits, so that "don't" is two. */
  readonly length: number;
  readonly marks: Marks;
  /** False for what is told only where there is nothing else: `whole.ts`. */
  readonly whole: boolean;
};

/** A story made ready for choosing. */
export type StoryText = {
  readonly language: string;
  /** The folded words of each article's title by their numbers in the book. */
  readonly titles: readonly (readonly number[])[];
  readonly sentences: readonly Candidate[];
  /** The words of each sentence, as they stand there. */
  readonly readings: readonly SentenceWords[];
  readonly words: StoryWords;
};

export function readStory(articles: readonly SummaryArticle[]): StoryText {
  const language = languageOf(articles);
  const book = bookOf(language);
  const reading: Reading = {
    words: new StoryWords(book),
    sentences: [],
    readings: [],
    limit: Math.max(
      LEAST_SENTENCES_PER_ARTICLE,
      Math.min(MAX_SENTENCES_PER_ARTICLE, Math.floor(MAX_SENTENCES / articles.length)),
    ),
  };
  for (const [index, article] of articles.entries()) readArticle(article, index, reading);
  return {
    language,
    titles: articles.map(({ title }) => foldedWords(title ?? '', book)),
    sentences: reading.sentences,
    readings: reading.readings,
    words: reading.words,
  };
}

/** What the articles of a story are read into. */
type Reading = {
  readonly words: StoryWords;
  readonly sentences: Candidate[];
  readonly readings: SentenceWords[];
  /** Sentences of an article. */
  readonly limit: number;
};

function readArticle({ id, title, text: whole }: SummaryArticle, index: number, reading: Reading): void {
  const text = whole.length > MAX_TEXT ? whole.slice(0, MAX_TEXT) : whole;
  const source = unitsOf(text);
  let position = 0;
  let paragraph = -1;
  let previous = -1;
  for (const { start, end, sentences } of sentencesByParagraph(text)) {
    paragraph++;
    if (paragraph < LINES_OF_TITLE && isOfTitle(text.slice(start, end), title ?? '')) continue;
    let startsParagraph = true;
    let quoted = false;
    for (const span of sentences) {
      if (position >= reading.limit) return;
      const place = { article: index, articleId: id, position, paragraph, startsParagraph, previous, quoted };
      const read = readSentence(source, span, place, reading);
      if (read === 'boilerplate') continue;
      position++;
      if (read === 'unfit') continue;
      if (read.marks.unbalanced) quoted = !quoted;
      previous = read.sentence;
      startsParagraph = false;
    }
  }
}

/** True for a line that says no more than the title, as some texts begin with it or a part of it. */
function isOfTitle(line: string, title: string): boolean {
  if (line.length > title.length + LONGEST_END || line.length < SHORTEST_LINE) return false;
  return lettersOf(title).includes(lettersOf(line));
}

const LONGEST_END = 8;
/** Characters; a shorter one may stand in the title by chance. */
const SHORTEST_LINE = 12;

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

type Place = Pick<
  Candidate,
  'article' | 'articleId' | 'position' | 'paragraph' | 'startsParagraph' | 'previous'
> & {
  /** Within a quotation that an earlier sentence of the paragraph began. */
  readonly quoted: boolean;
};

/** Reads one sentence into the story. */
function readSentence(
  article: TextUnits,
  { start, end }: Span,
  place: Place,
  { sentences, readings, words }: Reading,
): Candidate | 'boilerplate' | 'unfit' {
  const standing = new SentenceWords(words.book, article, start, end);
  const source = article.text.slice(start, end);
  if (isBoilerplate(source, standing)) return 'boilerplate';
  const { text: kept, compressed } = compress(source, {
    mayHaveDateline: place.startsParagraph && place.paragraph <= LAST_WITH_DATELINE,
  });
  const sentence = compressed ? new SentenceWords(words.book, unitsOf(kept)) : standing;
  if (sentence.count < MIN_WORDS || sentence.count > MAX_WORDS) return 'unfit';
  const marks = marksOf(kept);
  const numbered = words.addSentence(sentence);
  const read: Candidate = {
    article: place.article,
    articleId: place.articleId,
    start,
    end,
    text: kept,
    compressed,
    words: numbered.words,
    pairs: numbered.pairs,
    position: place.position,
    paragraph: place.paragraph,
    startsParagraph: place.startsParagraph,
    sentence: sentences.length,
    previous: place.previous,
    length: lengthOf(kept, sentence.lengthOf(0, sentence.count)),
    marks,
    whole:
      !place.quoted &&
      !marks.unbalanced &&
      isWhole(source, sentence.count) &&
      !isRow(kept, sentence.count) &&
      !breaksOff(kept, numbered.words, words),
  };
  sentences.push(read);
  readings.push(sentence);
  return read;
}

/**
 * Words of a text as the budget counts them. Letters outside the basic plane are no word characters to our scanner, but
 * may be to whoever counts.
 * @param counted by the scanner
 */
export function lengthOf(text: string, counted: number): number {
  return SURROGATE.test(text) ? (text.match(RUNS)?.length ?? 0) : counted;
}

const SURROGATE = /[\ud800-\udfff]/;

function foldedWords(text: string, book: WordBook): number[] {
  return tokenize(text).map((word) => book.foldedOf(book.numberOf(word.text)));
}

/** English is told by its function words, which is cheap; anything else by the detector. */
function languageOf(articles: readonly SummaryArticle[]): string {
  const first = articles[0];
  if (!first) return 'und';
  if (first.language !== undefined && first.language !== 'und') return first.language;
  const sample = first.text.slice(0, 1500);
  const words = tokenize(sample);
  const stops = stopWords('en');
  const functional = words.filter((word) => stops.has(word.text.toLowerCase())).length;
  return words.length >= 8 && functional >= words.length * 0.25 ? 'en' : detectLanguage(sample);
}
