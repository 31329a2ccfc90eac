import type { Candidate, StoryText } from './document.ts';

/** What a sentence shares with its title, its article and the other outlets' articles, by stems. */
export type SharedTerms = {
  readonly titleRecall: number;
  readonly titlePrecision: number;
  /** Stems that titles of other articles have, and its own has not. */
  readonly otherTitles: number;
  readonly centrality: number;
  readonly meanFrequency: number;
  readonly agreement: number;
  readonly leadOverlap: number;
  readonly previousOverlap: number;
  /** Share of the words that carry meaning. */
  readonly contentShare: number;
};

/** What is known of the terms of a story, a term being a stem: which sentences, articles and titles hold it. */
export class StoryTerms {
  readonly #story: StoryText;
  /** The distinct stems of each sentence. */
  readonly #stems: readonly (readonly number[])[];
  /** Of each stem: how many sentences, articles and titles hold it. */
  readonly #sentences: Int32Array;
  readonly #articles: Int32Array;
  readonly #inTitles: Uint8Array;
  readonly #logSentences: Float64Array;
  readonly #titles: readonly ReadonlySet<number>[];
  /** The first sentence of each article. */
  readonly #leads: readonly number[];
  /** Of each stem: the last of the marked sentences that holds it, plus one; leads and sentences before are marked. */
  readonly #inLead: Int32Array;
  readonly #inPrevious: Int32Array;
  #leadMarked = -1;

  constructor(story: StoryText) {
    const count = story.words.stemCount;
    this.#story = story;
    this.#sentences = new Int32Array(count);
    this.#articles = new Int32Array(count);
    this.#inTitles = new Uint8Array(count);
    this.#inLead = new Int32Array(count);
    this.#inPrevious = new Int32Array(count);
    this.#stems = distinctStems(story);
    this.#leads = leadsOf(story);
    this.#count();
    this.#titles = story.titles.map((title) => titleStems(story, title));
    for (const title of this.#titles) for (const stem of title) if (stem >= 0) increase(this.#inTitles, stem);
    this.#logSentences = Float64Array.from(this.#sentences).map(Math.log);
  }

  sharedBy({ article, sentence, previous, words }: Candidate): SharedTerms {
    const stems = this.#stems[sentence] as readonly number[];
    const title = this.#titles[article] as ReadonlySet<number>;
    const lead = this.#leads[article] as number;
    if (this.#leadMarked !== lead) this.#leadMarked = this.#mark(this.#inLead, lead);
    if (previous >= 0) this.#mark(this.#inPrevious, previous);
    let titled = 0;
    let others = 0;
    let central = 0;
    let frequency = 0;
    let agreeing = 0;
    let led = 0;
    let shared = 0;
    for (const stem of stems) {
      const inTitle = title.has(stem) ? 1 : 0;
      titled += inTitle;
      if ((this.#inTitles[stem] as number) > inTitle) others++;
      central += this.#logSentences[stem] as number;
      frequency += this.#sentences[stem] as number;
      agreeing += (this.#articles[stem] as number) - 1;
      if (this.#inLead[stem] === lead + 1) led++;
      if (previous >= 0 && this.#inPrevious[stem] === previous + 1) shared++;
    }
    const count = Math.max(1, stems.length);
    return {
      titleRecall: titled / Math.max(1, title.size),
      titlePrecision: titled / Math.max(4, count),
      otherTitles: others,
      centrality: central / Math.sqrt(count + 4),
      meanFrequency: frequency / count / Math.max(1, this.#story.sentences.length),
      agreement: agreeing / count / Math.max(1, this.#titles.length - 1),
      leadOverlap: led / count,
      previousOverlap: shared / count,
      contentShare: this.#contentWords(words) / Math.max(1, words.length),
    };
  }

  #count(): void {
    const lastArticle = new Int32Array(this.#articles.length).fill(-1);
    for (const [sentence, { article }] of this.#story.sentences.entries()) {
      for (const stem of this.#stems[sentence] as readonly number[]) {
        increase(this.#sentences, stem);
        if (lastArticle[stem] !== article) increase(this.#articles, stem);
        lastArticle[stem] = article;
      }
    }
  }

  #mark(marks: Int32Array, sentence: number): number {
    for (const stem of this.#stems[sentence] as readonly number[]) marks[stem] = sentence + 1;
    return sentence;
  }

  #contentWords(words: readonly number[]): number {
    const { stems } = this.#story.words;
    let count = 0;
    for (const word of words) if ((stems[word] as number) >= 0) count++;
    return count;
  }
}

function increase(values: Int32Array | Uint8Array, at: number): void {
  values[at] = (values[at] as number) + 1;
}

function distinctStems({ sentences, words }: StoryText): readonly (readonly number[])[] {
  const last = new Int32Array(words.stemCount).fill(-1);
  return sentences.map((sentence) => {
    const distinct: number[] = [];
    for (const word of sentence.words) {
      const stem = words.stems[word] as number;
      if (stem < 0 || last[stem] === sentence.sentence) continue;
      last[stem] = sentence.sentence;
      distinct.push(stem);
    }
    return distinct;
  });
}

function leadsOf({ sentences, titles }: StoryText): readonly number[] {
  const leads = new Array<number>(titles.length).fill(-1);
  for (const { article, sentence } of sentences) if (leads[article] === -1) leads[article] = sentence;
  return leads;
}

/** Stems that no sentence has get negative numbers of their own: they too count in how much of a title is told. */
function titleStems({ words }: StoryText, titleWords: readonly number[]): ReadonlySet<number> {
  const stems = new Set<number>();
  for (const word of titleWords) {
    const stem = words.book.stemOf(word);
    if (stem >= 0) stems.add(words.stemOf(word) >= 0 ? words.stemOf(word) : -1 - stem);
  }
  return stems;
}
