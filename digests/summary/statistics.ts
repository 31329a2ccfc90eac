import type { Candidate, StoryText } from './document.ts';

/** What a sentence shares with its title, its article and the other outlets' articles. */
export type SentenceStatistics = {
  readonly titleRecall: number;
  readonly titlePrecision: number;
  /** How many sentences of the story hold more of their title. */
  readonly titleRank: number;
  /** Words of the other articles' titles. */
  readonly otherTitles: number;
  readonly centrality: number;
  readonly centralityRank: number;
  readonly meanFrequency: number;
  readonly agreement: number;
  readonly bigramAgreement: number;
  readonly leadOverlap: number;
  readonly returning: number;
  readonly newTerms: number;
  readonly keyTerms: number;
  readonly previousOverlap: number;
};

/** How many of a story's terms count as its key terms. */
const KEY_TERMS = 8;

type Term = {
  /** Sentences and articles that hold the term. */
  sentences: number;
  articles: number;
  lastArticle: number;
  lastSentence: number;
  /** First sentence that holds it. */
  first: number;
  key: boolean;
  titles: number;
};

type Draft = { -readonly [Name in keyof SentenceStatistics]: SentenceStatistics[Name] };

/** Counts a story's whole sentences once and measures any of its candidates, whole or shortened, against them. */
export class StoryStatistics {
  readonly #story: StoryText;
  readonly #terms = new Map<string, Term>();
  readonly #pairs = new Map<string, { articles: number; last: number }>();
  readonly #leads = new Map<number, ReadonlySet<string>>();
  readonly #wholes: readonly SentenceStatistics[];
  readonly #titleRanks: Float64Array;
  readonly #centralityRanks: Float64Array;

  constructor(story: StoryText) {
    this.#story = story;
    this.#countTerms();
    if (story.articles.length > 1) this.#countPairs();
    const drafts = story.candidates.map((candidate) => this.#measure(candidate));
    this.#titleRanks = descending(drafts.map(({ titleRecall }) => titleRecall));
    this.#centralityRanks = descending(drafts.map(({ centrality }) => centrality));
    this.#wholes = drafts.map((draft) => this.#ranked(draft));
  }

  of(candidate: Candidate, index: number): SentenceStatistics {
    return this.#wholes[index] ?? this.#ranked(this.#measure(candidate));
  }

  #countTerms(): void {
    const { candidates, articles } = this.#story;
    for (const [index, { stems, article }] of candidates.entries()) {
      if (!this.#leads.has(article)) this.#leads.set(article, new Set(stems));
      for (const stem of stems) {
        const term = this.#terms.get(stem);
        if (!term) {
          this.#terms.set(stem, {
            sentences: 1,
            articles: 1,
            lastArticle: article,
            lastSentence: index,
            first: index,
            key: false,
            titles: 0,
          });
          continue;
        }
        if (term.lastSentence !== index) term.sentences++;
        if (term.lastArticle !== article) term.articles++;
        term.lastArticle = article;
        term.lastSentence = index;
      }
    }
    for (const { titleStems } of articles) {
      for (const stem of titleStems) {
        const term = this.#terms.get(stem);
        if (term) term.titles++;
      }
    }
    const returning = [...this.#terms.values()].filter(({ sentences }) => sentences > 1);
    returning.sort((a, b) => b.sentences - a.sentences || a.first - b.first);
    for (const term of returning.slice(0, KEY_TERMS)) term.key = true;
  }

  #countPairs(): void {
    for (const { words, article } of this.#story.candidates) {
      for (let at = 1; at < words.length; at++) {
        const pair = `${words[at - 1]} ${words[at]}`;
        const known = this.#pairs.get(pair);
        if (!known) this.#pairs.set(pair, { articles: 1, last: article });
        else if (known.last !== article) {
          known.articles++;
          known.last = article;
        }
      }
    }
  }

  #measure(candidate: Candidate): Draft {
    const { articles, candidates } = this.#story;
    const title = articles[candidate.article]?.titleStems ?? NONE;
    const lead = this.#leads.get(candidate.article) ?? NONE;
    const before = candidates[candidate.previous]?.stems ?? [];
    const sum = {
      title: 0,
      others: 0,
      central: 0,
      sentences: 0,
      articles: 0,
      lead: 0,
      back: 0,
      fresh: 0,
      keys: 0,
      shared: 0,
    };
    const stems = new Set(candidate.stems);
    for (const stem of stems) {
      const term = this.#terms.get(stem);
      if (!term) continue;
      const inTitle = title.has(stem) ? 1 : 0;
      sum.title += inTitle;
      if (term.titles > inTitle) sum.others++;
      sum.central += LOGARITHMS[term.sentences] ?? Math.log(term.sentences);
      sum.sentences += term.sentences;
      sum.articles += term.articles - 1;
      if (lead.has(stem)) sum.lead++;
      if (term.sentences > 1) sum.back++;
      if (term.first === candidate.sentence) sum.fresh++;
      if (term.key) sum.keys++;
      if (before.includes(stem)) sum.shared++;
    }
    const count = Math.max(1, stems.size);
    const outlets = Math.max(1, articles.length - 1);
    return {
      titleRecall: sum.title / Math.max(1, title.size),
      titlePrecision: sum.title / Math.max(4, count),
      titleRank: 0,
      otherTitles: sum.others,
      centrality: sum.central / Math.sqrt(count + 4),
      centralityRank: 0,
      meanFrequency: sum.sentences / count / Math.max(1, candidates.length),
      agreement: sum.articles / count / outlets,
      bigramAgreement: articles.length > 1 ? this.#pairAgreement(candidate) / outlets : 0,
      leadOverlap: sum.lead / count,
      returning: sum.back / count,
      newTerms: sum.fresh / count,
      keyTerms: sum.keys / Math.min(KEY_TERMS, Math.max(1, this.#terms.size)),
      previousOverlap: sum.shared / count,
    };
  }

  #pairAgreement({ words }: Candidate): number {
    let sum = 0;
    for (let at = 1; at < words.length; at++) {
      sum += (this.#pairs.get(`${words[at - 1]} ${words[at]}`)?.articles ?? 1) - 1;
    }
    return sum / Math.max(1, words.length - 1);
  }

  #ranked(draft: Draft): SentenceStatistics {
    draft.titleRank = rankIn(this.#titleRanks, draft.titleRecall);
    draft.centralityRank = rankIn(this.#centralityRanks, draft.centrality);
    return draft;
  }
}

const NONE: ReadonlySet<string> = new Set();
const LOGARITHMS = Float64Array.from({ length: 64 }, (_, count) => Math.log(Math.max(1, count)));

/** The distinct values, highest first. */
function descending(values: readonly number[]): Float64Array {
  return Float64Array.from(new Set(values)).sort().reverse();
}

/** How many of the values are higher. */
function rankIn(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}
