import type { Vector } from './vector-space.ts';

export type Dated = { readonly vector: Vector; readonly publishedAt: number | null };

/** Articles further apart, in milliseconds, tell different events, or the same one anew. */
export const storyMemory = 4 * 86_400_000;
/** Each article is looked up by so many of its weightiest terms. */
const indexedTerms = 40;
/** Posting lists are read back only so far, the further the more of an article hangs on the term (its weight, 0 to 1). */
const lookBack = (weight: number) => Math.ceil(300 * weight);
/** So few articles are looked at all: one story may be half of them. */
const smallBatch = 1000;
/** Least cosine, over the indexed terms, of a pair worth comparing. */
const leastCosine = 0.02;
/** From here on a pair is compared however many there are: a great event must not fall apart for want of links. */
const closeCosine = 0.06;
/** An article is compared with so many others, those most like it, that are not as close. */
const mostCandidates = 8;

/** Where a term occurs, and with what weight there; both in order of the articles. */
type Postings = { readonly articles: number[]; readonly weights: number[] };

/**
 * For each article, the earlier ones that may tell the same event; from an inverted index, never from all pairs.
 * Undated articles must come first, the others in order of time.
 */
export function candidatePairs(articles: readonly Dated[]): (readonly number[])[] {
  const index = new Map<number, Postings>();
  const scores = new Float64Array(articles.length);
  const oldest = oldestWithin(articles, storyMemory);
  const undated = articles.findIndex(({ publishedAt }) => publishedAt !== null);
  return articles.map(({ vector }, article) => {
    const first = oldest[article] as number;
    const found: number[] = [];
    for (const at of strongestTerms(vector)) {
      const weight = vector.weights[at] as number;
      const postings = postingsOf(vector.terms[at] as number, index);
      const { articles: others, weights } = postings;
      const last = articles.length <= smallBatch ? 0 : Math.max(0, others.length - lookBack(weight));
      for (let n = others.length - 1; n >= last; n--) {
        const other = others[n] as number;
        if (other < first && other >= undated) {
          if (undated > 0) continue;
          break;
        }
        const score = scores[other] as number;
        if (score === 0) found.push(other);
        scores[other] = score + weight * (weights[n] as number);
      }
      others.push(article);
      weights.push(weight);
    }
    const candidates = closest(found, scores);
    for (const other of found) scores[other] = 0;
    return candidates;
  });
}

function postingsOf(term: number, index: Map<number, Postings>): Postings {
  let postings = index.get(term);
  if (!postings) {
    postings = { articles: [], weights: [] };
    index.set(term, postings);
  }
  return postings;
}

/** Leaves out what is too faint, and the faintest of too many. */
function closest(found: readonly number[], scores: Float64Array): number[] {
  const close: number[] = [];
  const others: number[] = [];
  for (const article of found) {
    const score = scores[article] as number;
    if (score >= closeCosine) close.push(article);
    else if (score >= leastCosine) others.push(article);
  }
  if (others.length > mostCandidates) {
    others.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
    others.length = mostCandidates;
  }
  return [...close, ...others];
}

/** Places of the weightiest terms. */
function strongestTerms({ weights }: Vector): number[] {
  const least = weights.length > indexedTerms ? (weights.toSorted().at(-indexedTerms) ?? 0) : 0;
  const strongest: number[] = [];
  for (let at = 0; at < weights.length && strongest.length < indexedTerms; at++) {
    const weight = weights[at] as number;
    if (weight >= least && weight > 0) strongest.push(at);
  }
  return strongest;
}

/** For each article the first dated one that is near enough in time. */
function oldestWithin(articles: readonly Dated[], longest: number): Int32Array {
  const oldest = new Int32Array(articles.length);
  let first = 0;
  for (const [at, { publishedAt }] of articles.entries()) {
    if (publishedAt === null) continue;
    while (publishedAt - (articles[first]?.publishedAt ?? Number.NEGATIVE_INFINITY) > longest) first += 1;
    oldest[at] = first;
  }
  return oldest;
}
