import type { Candidate, StoryText } from './document.ts';

/** What each candidate shares with its title, its article and the other outlets' articles; one value a candidate. */
export type StoryStatistics = {
  readonly titleRecall: Float64Array;
  readonly titlePrecision: Float64Array;
  readonly titleRank: Float64Array;
  readonly otherTitles: Float64Array;
  readonly centrality: Float64Array;
  readonly centralityRank: Float64Array;
  readonly meanFrequency: Float64Array;
  readonly agreement: Float64Array;
  readonly bigramAgreement: Float64Array;
  readonly leadOverlap: Float64Array;
  readonly returning: Float64Array;
  readonly newTerms: Float64Array;
  readonly keyTerms: Float64Array;
  readonly previousOverlap: Float64Array;
};

/** How many of a story's terms count as its key terms. */
const KEY_TERMS = 8;

type Term = {
  /** Sentences and articles that hold the term. */
  sentences: number;
  articles: number;
  lastArticle: number;
  lastSentence: number;
  /** First candidate that holds it. */
  first: number;
  key: boolean;
  titles: number;
};

export function statisticsOf(story: StoryText): StoryStatistics {
  const { candidates, articles } = story;
  const size = candidates.length;
  const distinct = candidates.map((candidate) => [...new Set(candidate.stems)]);
  const vocabulary = countTerms(candidates, distinct);
  for (const { titleStems } of articles) {
    for (const stem of titleStems) {
      const term = vocabulary.get(stem);
      if (term) term.titles++;
    }
  }
  // Of one article alone nothing agrees with another.
  const bigramArticles = articles.length > 1 ? countBigrams(story) : null;
  const leads = new Map<number, ReadonlySet<string>>();
  for (const [index, candidate] of candidates.entries()) {
    if (!leads.has(candidate.article)) leads.set(candidate.article, new Set(distinct[index]));
  }
  const row = (): Float64Array => new Float64Array(size);
  const result = {
    titleRecall: row(),
    titlePrecision: row(),
    titleRank: row(),
    otherTitles: row(),
    centrality: row(),
    centralityRank: row(),
    meanFrequency: row(),
    agreement: row(),
    bigramAgreement: row(),
    leadOverlap: row(),
    returning: row(),
    newTerms: row(),
    keyTerms: row(),
    previousOverlap: row(),
  };
  for (const [index, candidate] of candidates.entries()) {
    const stems = distinct[index] ?? [];
    const count = Math.max(1, stems.length);
    const title = articles[candidate.article]?.titleStems ?? new Set<string>();
    const lead = leads.get(candidate.article) ?? new Set<string>();
    const before = candidates[candidate.previous];
    const beforeStems = before ? new Set(before.stems) : undefined;
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
      const term = vocabulary.get(stem);
      if (!term) continue;
      const inTitle = title.has(stem);
      if (inTitle) titled++;
      if (term.titles > (inTitle ? 1 : 0)) others++;
      central += Math.log(term.sentences);
      frequency += term.sentences;
      agreeing += term.articles - 1;
      if (lead.has(stem)) led++;
      if (term.sentences > 1) returning++;
      if (term.first === index) fresh++;
      if (term.key) keys++;
      if (beforeStems?.has(stem)) shared++;
    }
    const outlets = Math.max(1, articles.length - 1);
    result.titleRecall[index] = titled / Math.max(1, title.size);
    result.titlePrecision[index] = titled / Math.max(4, count);
    result.otherTitles[index] = others;
    result.centrality[index] = central / Math.sqrt(count + 4);
    result.meanFrequency[index] = frequency / count / Math.max(1, size);
    result.agreement[index] = agreeing / count / outlets;
    if (bigramArticles)
      result.bigramAgreement[index] =
        bigramAgreement(candidate, story.vocabulary.length, bigramArticles) / outlets;
    result.leadOverlap[index] = led / count;
    result.returning[index] = returning / count;
    result.newTerms[index] = fresh / count;
    result.keyTerms[index] = keys / Math.min(KEY_TERMS, Math.max(1, vocabulary.size));
    result.previousOverlap[index] = shared / count;
  }
  rank(result.titleRecall, result.titleRank);
  rank(result.centrality, result.centralityRank);
  return result;
}

function countTerms(candidates: readonly Candidate[], distinct: readonly string[][]): Map<string, Term> {
  const vocabulary = new Map<string, Term>();
  for (const [index, candidate] of candidates.entries()) {
    // variants of one sentence count once
    const sentence = candidate.sentence;
    for (const stem of distinct[index] ?? []) {
      const term = vocabulary.get(stem);
      if (!term) {
        vocabulary.set(stem, {
          sentences: 1,
          articles: 1,
          lastArticle: candidate.article,
          lastSentence: sentence,
          first: index,
          key: false,
          titles: 0,
        });
        continue;
      }
      if (term.lastSentence !== sentence) term.sentences++;
      if (term.lastArticle !== candidate.article) term.articles++;
      term.lastArticle = candidate.article;
      term.lastSentence = sentence;
    }
  }
  const ranked = [...vocabulary.values()].sort((a, b) => b.sentences - a.sentences || a.first - b.first);
  for (const term of ranked.slice(0, KEY_TERMS)) term.key = term.sentences > 1;
  return vocabulary;
}

/** In how many articles each pair of neighbouring words stands. */
function countBigrams({ candidates, vocabulary }: StoryText): BigramCounts {
  const counts: BigramCounts = new Map();
  for (const { numbers, article } of candidates) {
    for (let at = 1; at < numbers.length; at++) {
      const bigram = (numbers[at - 1] as number) * vocabulary.length + (numbers[at] as number);
      const known = counts.get(bigram);
      if (!known) counts.set(bigram, { articles: 1, last: article });
      else if (known.last !== article) {
        known.articles++;
        known.last = article;
      }
    }
  }
  return counts;
}

type BigramCounts = Map<number, { articles: number; last: number }>;

function bigramAgreement({ numbers }: Candidate, words: number, counts: BigramCounts): number {
  let sum = 0;
  for (let at = 1; at < numbers.length; at++) {
    const bigram = (numbers[at - 1] as number) * words + (numbers[at] as number);
    sum += (counts.get(bigram)?.articles ?? 1) - 1;
  }
  return sum / Math.max(1, numbers.length - 1);
}

/** 0 for the highest value of the story, 1 for the second, … as a share of all; equal values share a rank. */
function rank(values: Float64Array, ranks: Float64Array): void {
  const sorted = [...new Set(values)].sort((a, b) => b - a);
  const place = new Map(sorted.map((value, at) => [value, at]));
  for (const [index, value] of values.entries()) ranks[index] = place.get(value) ?? 0;
}
