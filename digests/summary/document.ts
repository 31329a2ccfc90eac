import { stretchOf } from '../../src/domain/span.ts';
import { detectLanguage } from '../text/language.ts';
import { paragraphs } from '../text/paragraphs.ts';
import { splitSentences } from '../text/sentences.ts';
import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord, tokenize } from '../text/tokens.ts';
import { isBoilerplate } from './boilerplate.ts';
import { compress } from './compress.ts';

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
  /** The sentence as it stands in the article. */
  readonly source: string;
};

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
};

export function readStory(articles: readonly SummaryArticle[]): StoryText {
  const language = languageOf(articles);
  const candidates: Candidate[] = [];
  const perArticle = Math.max(
    20,
    Math.min(MAX_SENTENCES_PER_ARTICLE, Math.floor(MAX_SENTENCES / articles.length)),
  );
  const read = articles.map((article, index) =>
    readArticle(article, index, language, perArticle, candidates),
  );
  return { language, articles: read, candidates };
}

function readArticle(
  article: SummaryArticle,
  index: number,
  language: string,
  limit: number,
  candidates: Candidate[],
): ReadArticle {
  const text = article.text.length > MAX_TEXT ? article.text.slice(0, MAX_TEXT) : article.text;
  const blocks = paragraphs(text);
  let block = 0;
  let position = 0;
  let lastParagraph = -1;
  for (const span of splitSentences(text)) {
    if (position >= limit) break;
    while (block < blocks.length - 1 && span.start >= (blocks[block]?.end ?? 0)) block++;
    const source = stretchOf(text, span.start, span.end).text;
    if (isBoilerplate(source)) continue;
    const { text: kept, compressed } = compress(source, { opensArticle: position === 0 });
    const words = tokenize(kept).map((word) => foldWord(word.text));
    if (words.length < MIN_WORDS || words.length > MAX_WORDS) {
      position++;
      continue;
    }
    candidates.push({
      article: index,
      articleId: article.id,
      start: span.start,
      end: span.end,
      text: kept,
      compressed,
      words,
      stems: contentStems(words, language),
      position,
      paragraph: block,
      startsParagraph: block !== lastParagraph,
      source,
    });
    lastParagraph = block;
    position++;
  }
  const titleWords = tokenize(article.title ?? '').map((word) => foldWord(word.text));
  return {
    id: article.id,
    titleWords,
    titleStems: new Set(contentStems(titleWords, language)),
    sentenceCount: position,
    paragraphCount: block + 1,
  };
}

function contentStems(words: readonly string[], language: string): string[] {
  const stops = stopWords(language);
  const stems: string[] = [];
  for (const word of words) if (!stops.has(word)) stems.push(stem(word, language));
  return stems;
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
