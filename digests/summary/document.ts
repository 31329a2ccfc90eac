import { stretchOf } from '../../src/domain/span.ts';
import { detectLanguage } from '../text/language.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord, tokenize } from '../text/tokens.ts';
import { isBoilerplate } from './boilerplate.ts';
import { compress } from './compress.ts';
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
  /** Folded words in order, function words among them: what length and overlap are counted in. */
  readonly words: readonly string[];
  /** The same words by their place in the story's vocabulary. */
  readonly numbers: Int32Array;
  /** Stems of the words that carry meaning. */
  readonly stems: readonly string[];
  /** Place among the article's sentences, from 0, boilerplate not counted. */
  readonly position: number;
  readonly paragraph: number;
  readonly startsParagraph: boolean;
  /** Index of this sentence among all of the story; variants of one sentence share it. */
  readonly sentence: number;
  /** Candidate index of the sentence before, in the same article; -1 for the first. */
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
  /** Each folded word once. */
  readonly vocabulary: readonly string[];
  /** Folded words that stand capitalised inside sentences: names, mostly. */
  readonly names: ReadonlySet<string>;
};

export function readStory(articles: readonly SummaryArticle[]): StoryText {
  const language = languageOf(articles);
  const candidates: Candidate[] = [];
  const perArticle = Math.max(
    20,
    Math.min(MAX_SENTENCES_PER_ARTICLE, Math.floor(MAX_SENTENCES / articles.length)),
  );
  const numbers = new Map<string, number>();
  const read = articles.map((article, index) =>
    readArticle(article, index, language, perArticle, candidates, numbers),
  );
  return {
    language,
    articles: read,
    candidates,
    vocabulary: [...numbers.keys()],
    names: namesIn(candidates),
  };
}

function readArticle(
  article: SummaryArticle,
  index: number,
  language: string,
  limit: number,
  candidates: Candidate[],
  numbers: Map<string, number>,
): ReadArticle {
  const text = article.text.length > MAX_TEXT ? article.text.slice(0, MAX_TEXT) : article.text;
  const blocks = paragraphs(text);
  let block = 0;
  let position = 0;
  let lastParagraph = -1;
  let lastCandidate = -1;
  for (const span of splitSentences(text)) {
    if (position >= limit) break;
    while (block < blocks.length - 1 && span.start >= (blocks[block]?.end ?? 0)) block++;
    const source = stretchOf(text, span.start, span.end).text;
    if (isBoilerplate(source)) continue;
    const { text: kept, compressed } = compress(source, { opensArticle: position === 0 });
    const whole = wordsOf(kept);
    if (whole.length < MIN_WORDS || whole.length > MAX_WORDS) {
      position++;
      continue;
    }
    const sentence = candidates.length;
    const forms = [
      { text: kept, ...WHOLE },
      ...(language === 'en' && whole.length >= TRIM_FROM ? trimsOf(kept) : []),
    ];
    for (const { text: form, ...trim } of forms) {
      const words = form === kept ? whole : wordsOf(form);
      candidates.push({
        article: index,
        articleId: article.id,
        start: span.start,
        end: span.end,
        text: form,
        compressed: compressed || form !== kept,
        words,
        numbers: numbered(words, numbers),
        stems: contentStems(words, language),
        position,
        paragraph: block,
        startsParagraph: block !== lastParagraph,
        sentence,
        previous: lastCandidate,
        length: countWords(form),
        marks: marksOf(form),
        trim,
        kept: words.length / whole.length,
      });
    }
    lastCandidate = sentence;
    lastParagraph = block;
    position++;
  }
  const titleWords = wordsOf(article.title ?? '');
  return {
    id: article.id,
    titleWords,
    titleStems: new Set(contentStems(titleWords, language)),
    sentenceCount: position,
    paragraphCount: block + 1,
  };
}

function numbered(words: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(words, (word) => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    numbers.set(word, numbers.size);
    return numbers.size - 1;
  });
}

function wordsOf(text: string): string[] {
  return tokenize(text).map((word) => foldWord(word.text));
}

/** Runs of letters and digits. */
function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.length ?? 0;
}

function contentStems(words: readonly string[], language: string): string[] {
  const stops = stopWords(language);
  const stems: string[] = [];
  for (const word of words) if (!stops.has(word)) stems.push(stem(word, language));
  return stems;
}

const CAPITALISED = /(?<=[\p{L}\p{N},;:] )\p{Lu}[\p{L}\p{M}.'’]*/gu;

function namesIn(candidates: readonly Candidate[]): Set<string> {
  const names = new Set<string>();
  for (const { text, kept } of candidates) {
    if (kept < 1) continue;
    for (const [name] of text.matchAll(CAPITALISED)) names.add(foldWord(name.replace(/[.'’]+$/, '')));
  }
  return names;
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
