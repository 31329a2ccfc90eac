import type { Candidate, StoryText } from './document.ts';

/** What a sentence shares with its title, its article and the other outlets' articles. */
export type SharedTerms = {
  readonly titleRecall: number;
  readonly titlePrecision: number;
  readonly otherTitles: number;
  readonly centrality: number;
  readonly meanFrequency: number;
  readonly agreement: number;
  readonly bigramAgreement: number;
  readonly leadOverlap: number;
  readonly returning: number;
  readonly newTerms: number;
  readonly keyTerms: number;
  readonly previousOverlap: number;
  /** Share of the words that carry meaning. */
  readonly contentShare: number;
};

/** How many of a story's terms count as its key terms. */
const KEY_TERMS = 8;

/** What is known of the terms of a story, a term being a stem: which sentences, articles and titles hold it. */
export class StoryTerms {
  readonly #story: StoryText;
  /** The distinct stems of each sentence. */
  readonly #stems: readonly (readonly number[])[];
  /** Of each stem: how many sentences and articles hold it, and the first sentence that does. */
  readonly #sentences: Int32Array;
  readonly #articles: Int32Array;
  readonly #first: Int32Array;
  readonly #logSentences: Float64Array;
  /** Of each stem: how many titles hold it, and 1 for one of the key terms. */
  readonly #inTitles: Uint8Array;
  readonly #isKey: Uint8Array;
  readonly #titles: readonly ReadonlySet<number>[];
  /** In how many articles each pair of neighbouring words stands; of one article alone nothing agrees with another. */
  readonly #articlesOfPairs: Int32Array | null;
  /** The first sentence of each article. */
  readonly #leads: readonly number[];
  /** Of each stem: the last of the marked sentences that holds it, plus one; leads and sentences before are marked. */
  readonly #inLead: Int32Array;
  readonly #inPrevious: Int32Array;
  /** Of each stem: the last candidate it was seen in. */
  readonly #seen: Int32Array;
  #candidates = 0;
  #leadMarked = -1;
  #previousMarked = -1;

  constructor(story: StoryText) {
    const count = story.words.stemCount;
    this.#story = story;
    this.#sentences = new Int32Array(count);
    this.#articles = new Int32Array(count);
    this.#first = new Int32Array(count).fill(-1);
    this.#inTitles = new Uint8Array(count);
    this.#inLead = new Int32Array(count);
    this.#inPrevious = new Int32Array(count);
    this.#seen = new Int32Array(count);
    this.#stems = story.sentences.map((sentence) => this.#distinctStems(sentence));
    this.#leads = leadsOf(story);
    this.#count();
    this.#titles = story.articles.map(({ titleWords }) => titleStems(story, titleWords));
    for (const title of this.#titles) for (const stem of title) if (stem >= 0) increase(this.#inTitles, stem);
    this.#logSentences = Float64Array.from(this.#sentences, Math.log);
    this.#isKey = keyTerms(this.#sentences);
    this.#articlesOfPairs = story.articles.length > 1 ? articlesOfPairs(story) : null;
  }

  /** @param candidates how many there are in the story */
  sharedBy(candidate: Candidate, candidates: number): SharedTerms {
    const { articles } = this.#story;
    const { article, sentence, previous, kept } = candidate;
    const stems = kept === 1 ? (this.#stems[sentence] as readonly number[]) : this.#distinctStems(candidate);
    const title = this.#titles[article] as ReadonlySet<number>;
    const lead = this.#leads[article] as number;
    if (this.#leadMarked !== lead) this.#leadMarked = this.#mark(this.#inLead, lead);
    if (previous >= 0 && this.#previousMarked !== previous)
      this.#previousMarked = this.#mark(this.#inPrevious, previous);
    let titled = 0;
    let others = 0;
    let central = 0;
    let frequency = 0;
    let agreeing = 0;
    let led = 0;
    let returning = 0;
    let fresh = 0;
    let keys = 0;
    let shared = 0;
    for (const stem of stems) {
      const inTitle = title.has(stem) ? 1 : 0;
      const holding = this.#sentences[stem] as number;
      titled += inTitle;
      if ((this.#inTitles[stem] as number) > inTitle) others++;
      central += this.#logSentences[stem] as number;
      frequency += holding;
      agreeing += (this.#articles[stem] as number) - 1;
      if (this.#inLead[stem] === lead + 1) led++;
      if (holding > 1) returning++;
      // what a shorter form tells its whole sentence has told
      if (kept === 1 && this.#first[stem] === sentence) fresh++;
      keys += this.#isKey[stem] as number;
      if (previous >= 0 && this.#inPrevious[stem] === previous + 1) shared++;
    }
    const count = Math.max(1, stems.length);
    const outlets = Math.max(1, articles.length - 1);
    return {
      titleRecall: titled / Math.max(1, title.size),
      titlePrecision: titled / Math.max(4, count),
      otherTitles: others,
      centrality: central / Math.sqrt(count + 4),
      meanFrequency: frequency / count / Math.max(1, candidates),
      agreement: agreeing / count / outlets,
      bigramAgreement: this.#bigramAgreement(candidate) / outlets,
      leadOverlap: led / count,
      returning: returning / count,
      newTerms: fresh / count,
      keyTerms: keys / Math.min(KEY_TERMS, Math.max(1, this.#sentences.length)),
      previousOverlap: shared / count,
      contentShare: this.#contentWords(candidate) / Math.max(1, candidate.words.length),
    };
  }

  #distinctStems({ words }: Candidate): readonly number[] {
    const { stems } = this.#story.words;
    const candidate = ++this.#candidates;
    const distinct: number[] = [];
    for (const word of words) {
      const stem = stems[word] as number;
      if (stem < 0 || this.#seen[stem] === candidate) continue;
      this.#seen[stem] = candidate;
      distinct.push(stem);
    }
    return distinct;
  }

  #count(): void {
    const lastArticle = new Int32Array(this.#articles.length).fill(-1);
    for (const [sentence, { article }] of this.#story.sentences.entries()) {
      for (const stem of this.#stems[sentence] as readonly number[]) {
        if (this.#first[stem] === -1) this.#first[stem] = sentence;
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

  #bigramAgreement({ pairs }: Candidate): number {
    if (this.#articlesOfPairs === null) return 0;
    let sum = 0;
    for (const pair of pairs) if (pair >= 0) sum += (this.#articlesOfPairs[pair] as number) - 1;
    return sum / Math.max(1, pairs.length);
  }

  #contentWords({ words }: Candidate): number {
    const { stems } = this.#story.words;
    let count = 0;
    for (const word of words) if ((stems[word] as number) >= 0) count++;
    return count;
  }
}

function increase(values: Int32Array | Uint8Array, at: number): void {
  values[at] = (values[at] as number) + 1;
}

function leadsOf({ sentences, articles }: StoryText): readonly number[] {
  const leads = new Array<number>(articles.length).fill(-1);
  for (const { article, sentence } of sentences) if (leads[article] === -1) leads[article] = sentence;
  return leads;
}

/** Stems that no sentence has get negative numbers of their own: they too count in how much of a title is told. */
function titleStems({ words }: StoryText, titleWords: readonly number[]): ReadonlySet<number> {
  const stems = new Set<number>();
  for (const word of titleWords) {
    const stem = words.book.stems[word] as number;
    if (stem >= 0) stems.add(words.stemOf(word) >= 0 ? words.stemOf(word) : -1 - stem);
  }
  return stems;
}

/** Marks the terms that most sentences hold, the one that came first of equals, if more than one does. */
function keyTerms(sentences: Int32Array): Uint8Array {
  const isKey = new Uint8Array(sentences.length);
  const top: number[] = [];
  for (let stem = 0; stem < sentences.length; stem++) {
    const own = sentences[stem] as number;
    const least = top[KEY_TERMS - 1];
    if (own < 2 || (least !== undefined && own <= (sentences[least] as number))) continue;
    const place = top.findIndex((other) => own > (sentences[other] as number));
    top.splice(place < 0 ? top.length : place, 0, stem);
    if (top.length > KEY_TERMS) top.pop();
  }
  for (const stem of top) isKey[stem] = 1;
  return isKey;
}

function articlesOfPairs({ sentences, words }: StoryText): Int32Array {
  const counts = new Int32Array(words.pairs.size);
  const last = new Int32Array(words.pairs.size).fill(-1);
  for (const { pairs, article } of sentences) {
    for (const pair of pairs) {
      if (last[pair] === article) continue;
      last[pair] = article;
      counts[pair] = (counts[pair] as number) + 1;
    }
  }
  return counts;
}
