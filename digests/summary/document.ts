import { isUpper } from '../text/characters.ts';
import { detectLanguage } from '../text/language.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { stopWords } from '../text/stop-words.ts';
import { tokenize } from '../text/tokens.ts';
import { isBoilerplate } from './boilerplate.ts';
import { compress } from './compress.ts';
import type { Cues } from './cues.ts';
import { cuesOf } from './cues.ts';
import type { Word } from './lexicon.ts';
import { lexiconOf } from './lexicon.ts';
import type { Marks } from './marks.ts';
import { marksOf } from './marks.ts';
import { trimsOf } from './trims.ts';

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
const MAX_SENTENCES = 1000;
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
  /** Folded words in order, function words among them: what length and overlap are counted in. */
  readonly words: readonly string[];
  /** Stems of the words that carry meaning. */
  readonly stems: readonly string[];
  /** Place among the article's sentences, from 0, boilerplate not counted. */
  readonly position: number;
  readonly paragraph: number;
  readonly startsParagraph: boolean;
  /** Index of this sentence among all of the story; the forms of one sentence share it. */
  readonly sentence: number;
  /** Candidate index of the sentence before, in the same article; -1 for the first. */
  readonly previous: number;
  /** Words as the budget counts them: runs of letters and digits, so that "don't" is two. */
  readonly length: number;
  readonly marks: Marks;
  readonly cues: Cues;
  /** What `trimsOf` left out; all false for the sentence in its full form. */
  readonly trim: { readonly lead: boolean; readonly middle: boolean; readonly tail: boolean };
  /** Share of the full form's words that this form keeps. */
  readonly kept: number;
};

const WHOLE = { lead: false, middle: false, tail: false };

export type ReadArticle = {
  readonly id: string;
  readonly titleStems: ReadonlySet<string>;
  readonly titleWords: readonly string[];
  readonly sentenceCount: number;
  readonly paragraphCount: number;
};

/** A story made ready for scoring. */
export type StoryText = {
  readonly language: string;
  readonly articles: readonly ReadArticle[];
  readonly candidates: readonly Candidate[];
  /** Folded words that stand capitalised inside sentences: names, mostly. */
  readonly names: ReadonlySet<string>;
};

/** Reads the articles' sentences, whole; `formsOf` adds shorter forms of those worth it. */
export function readStory(articles: readonly SummaryArticle[]): StoryText {
  const language = languageOf(articles);
  const reader: Reader = { language, lookUp: lexiconOf(language), candidates: [], names: new Set() };
  const perArticle = Math.floor(MAX_SENTENCES / Math.max(1, articles.length));
  const limit = Math.max(20, Math.min(MAX_SENTENCES_PER_ARTICLE, perArticle));
  const read = articles.map((article, index) => readArticle(article, index, limit, reader));
  return { language, articles: read, candidates: reader.candidates, names: reader.names };
}

type Reader = {
  readonly language: string;
  readonly lookUp: (word: string) => Word;
  readonly candidates: Candidate[];
  readonly names: Set<string>;
};

function readArticle(article: SummaryArticle, index: number, limit: number, reader: Reader): ReadArticle {
  const text = article.text.length > MAX_TEXT ? article.text.slice(0, MAX_TEXT) : article.text;
  const blocks = paragraphs(text);
  let block = 0;
  let position = 0;
  let lastParagraph = -1;
  let previous = -1;
  for (const { start, end } of splitSentences(text)) {
    if (position >= limit) break;
    while (block < blocks.length - 1 && start >= (blocks[block]?.end ?? 0)) block++;
    const source = text.slice(start, end);
    if (isBoilerplate(source)) continue;
    const { text: kept, compressed } = compress(source, { opensArticle: position === 0 });
    const words = wordsOf(kept, reader);
    if (words.length >= MIN_WORDS && words.length <= MAX_WORDS) {
      const sentence = reader.candidates.length;
      reader.candidates.push({
        article: index,
        articleId: article.id,
        start,
        end,
        compressed,
        position,
        paragraph: block,
        startsParagraph: block !== lastParagraph,
        sentence,
        previous,
        trim: WHOLE,
        kept: 1,
        ...wordingOf(kept, words),
      });
      previous = sentence;
      lastParagraph = block;
    }
    position++;
  }
  const title = wordsOf(article.title ?? '', reader);
  return {
    id: article.id,
    titleWords: title.map(({ folded }) => folded),
    titleStems: new Set(title.flatMap(({ stem }) => stem ?? [])),
    sentenceCount: position,
    paragraphCount: block + 1,
  };
}

/** The words of a sentence; those capitalised after its first are noted as names. */
function wordsOf(text: string, { lookUp, names }: Pick<Reader, 'lookUp' | 'names'>): Word[] {
  return tokenize(text).map((token, at) => {
    const word = lookUp(token.text);
    if (at > 0 && isUpper(token.text.charCodeAt(0))) names.add(word.folded);
    return word;
  });
}

type Wording = Pick<Candidate, 'text' | 'words' | 'stems' | 'marks' | 'cues' | 'length'>;

function wordingOf(text: string, words: readonly Word[]): Wording {
  const marks = marksOf(text);
  const folded: string[] = [];
  const stems: string[] = [];
  for (const word of words) {
    folded.push(word.folded);
    if (word.stem !== null) stems.push(word.stem);
  }
  return { text, words: folded, stems, marks, cues: cuesOf(words), length: marks.runs };
}

/** The shorter forms of a whole sentence (`trimsOf`); none of a short one, none in other languages than English. */
export function formsOf(whole: Candidate, { language }: StoryText): Candidate[] {
  if (language !== 'en' || whole.words.length < TRIM_FROM) return [];
  const lookUp = lexiconOf(language);
  return trimsOf(whole.text).map(({ text, ...trim }) => {
    const words = wordsOf(text, { lookUp, names: new Set() });
    const kept = words.length / whole.words.length;
    return { ...whole, ...wordingOf(text, words), compressed: true, trim, kept: Math.min(kept, 0.999) };
  });
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
