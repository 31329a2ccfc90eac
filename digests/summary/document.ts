import type { Span } from '../../src/domain/span.ts';
import { detectLanguage } from '../text/language.ts';
import { sentencesByParagraph } from '../text/sentences.ts';
import { stopWords } from '../text/stop-words.ts';
import { tokenize } from '../text/tokens.ts';
import { isBoilerplate } from './boilerplate.ts';
import { compress } from './compress.ts';
import type { Marks } from './marks.ts';
import { marksOf } from './marks.ts';
import { SentenceWords } from './sentence-words.ts';
import { StoryWords } from './story-words.ts';
import { type Trim, trimsOf } from './trims.ts';
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

/** Of a very long text only this much is read: news says what matters early. UTF-16 units. */
const MAX_TEXT = 120_000;
/** Sentences considered, of each article and of a whole story. */
const MAX_SENTENCES_PER_ARTICLE = 250;
const MAX_SENTENCES = 240;
/** A sentence of fewer words says too little, one of more is a table or a list run together. */
const MIN_WORDS = 4;
const MAX_WORDS = 120;
/** Shorter sentences are taken whole. */
const TRIM_FROM = 12;

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
  /** What `trimsOf` left out; all false for the sentence in its full form. */
  readonly trim: { readonly lead: boolean; readonly middle: boolean; readonly tail: boolean };
  /** Share of the full form's words that this form keeps. */
  readonly kept: number;
};

const WHOLE = { lead: false, middle: false, tail: false };

type ReadArticle = {
  readonly id: string;
  /** The folded words of the title by their numbers in the book. */
  readonly titleWords: readonly number[];
  readonly sentenceCount: number;
};

/** A story made ready for scoring. */
export type StoryText = {
  readonly language: string;
  readonly articles: readonly ReadArticle[];
  /** The sentences in their full forms, and the shorter forms of all of them. */
  readonly sentences: readonly Candidate[];
  readonly forms: readonly Candidate[];
  readonly words: StoryWords;
};

export function readStory(articles: readonly SummaryArticle[]): StoryText {
  const language = languageOf(articles);
  const book = bookOf(language);
  const reading: Reading = {
    language,
    sentence: new SentenceWords(book),
    words: new StoryWords(book),
    sentences: [],
    forms: [],
    limit: Math.max(20, Math.min(MAX_SENTENCES_PER_ARTICLE, Math.floor(MAX_SENTENCES / articles.length))),
  };
  const read = articles.map((article, index) => readArticle(article, index, reading));
  return {
    language,
    articles: read,
    sentences: reading.sentences,
    forms: reading.forms,
    words: reading.words,
  };
}

/** What the articles of a story are read into. */
type Reading = {
  readonly language: string;
  readonly sentence: SentenceWords;
  readonly words: StoryWords;
  readonly sentences: Candidate[];
  readonly forms: Candidate[];
  /** Sentences of an article. */
  readonly limit: number;
};

function readArticle(article: SummaryArticle, index: number, reading: Reading): ReadArticle {
  const { limit } = reading;
  const text = article.text.length > MAX_TEXT ? article.text.slice(0, MAX_TEXT) : article.text;
  const blocks = sentencesByParagraph(text);
  let position = 0;
  let previous = -1;
  for (const [paragraph, block] of blocks.entries()) {
    let startsParagraph = true;
    for (const span of block) {
      if (position >= limit) break;
      const place = { article: index, articleId: article.id, position, paragraph, startsParagraph, previous };
      const read = readSentence(text, span, place, reading);
      if (read === 'boilerplate') continue;
      position++;
      if (read === 'unfit') continue;
      previous = read.sentence;
      startsParagraph = false;
    }
  }
  return {
    id: article.id,
    titleWords: foldedWords(article.title ?? '', reading.words.book),
    sentenceCount: position,
  };
}

type Place = Pick<
  Candidate,
  'article' | 'articleId' | 'position' | 'paragraph' | 'startsParagraph' | 'previous'
>;

/** Reads one sentence into the story. */
function readSentence(
  text: string,
  { start, end }: Span,
  place: Place,
  { language, sentence, sentences, forms, words }: Reading,
): Candidate | 'boilerplate' | 'unfit' {
  sentence.read(text, start, end);
  const source = text.slice(start, end);
  if (isBoilerplate(source, sentence)) return 'boilerplate';
  const { text: kept, compressed } = compress(source, { opensArticle: place.position === 0 });
  if (compressed) sentence.read(kept);
  if (sentence.count < MIN_WORDS || sentence.count > MAX_WORDS) return 'unfit';
  const read = {
    ...place,
    start,
    end,
    text: kept,
    compressed,
    ...words.addSentence(sentence),
    sentence: sentences.length,
    length: lengthOf(kept, sentence.lengthOf(0, sentence.count)),
    marks: marksOf(sentence.text, sentence.from, sentence.to),
    trim: WHOLE,
    kept: 1,
  };
  sentences.push(read);
  if (language === 'en' && sentence.count >= TRIM_FROM) {
    for (const trim of trimsOf(sentence)) forms.push(formOf(trim, read, sentence, words));
  }
  return read;
}

/** A shorter form of the sentence that was read last. */
function formOf(trim: Trim, whole: Candidate, sentence: SentenceWords, words: StoryWords): Candidate {
  const [from, to, again, end] = trim.words;
  const form = words.cut(whole, trim.words);
  return {
    ...whole,
    ...form,
    text: trim.text,
    compressed: true,
    length: lengthOf(trim.text, sentence.lengthOf(from, to) + sentence.lengthOf(again, end)),
    marks: marksOf(trim.text),
    trim,
    kept: form.words.length / whole.words.length,
  };
}

/** Letters outside the basic plane are no word characters to our scanner, but may be to whoever counts. */
function lengthOf(text: string, counted: number): number {
  return SURROGATE.test(text) ? (text.match(RUNS)?.length ?? 0) : counted;
}

const SURROGATE = /[\ud800-\udfff]/;

function foldedWords(text: string, book: WordBook): number[] {
  return tokenize(text).map((word) => book.folded[book.numberOf(word.text)] as number);
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
