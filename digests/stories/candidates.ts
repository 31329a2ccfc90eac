import type { VectorSpace } from './vector-space.ts';

/** Articles further apart, in milliseconds, tell different events, or the same one anew. */
export const storyMemory = 4 * 86_400_000;
const day = 86_400_000;
/** Each article is looked up by so many of its weightiest terms. */
const indexedTerms = 32;
/** Posting lists are read back only so far, the further the more of an article hangs on the term (its weight, 0 to 1). */
const lookBack = (weight: number) => Math.ceil(300 * weight);
/** Of so few articles all terms are indexed, and lists are read to their end: one story may be half of them. */
const smallBatch = 1000;
/** Least cosine, over the indexed terms, of a pair worth comparing. */
const leastCosine = 0.02;
/**
 * From here on a pair is compared however many there are: a great event must not fall apart for want of links. Days
 * apart, an event goes on only where much is alike.
 */
const closeCosine = { atOnce: 0.06, perDay: 0.02 };
/** An article is compared with so many others, those most like it, that are not as close. */
const mostCandidates = 8;

/** When each article came out; null where it is not known. */
type Times = readonly (number | null)[];

/**
 * For each article in turn, the earlier ones that may tell the same event; from an inverted index, never from all
 * pairs. Undated articles must come first, the others in order of time.
 */
export function* candidatePairs(space: VectorSpace, times: Times): Generator<readonly number[]> {
  const index = indexOf(space);
  const scores = new Float32Array(space.articles);
  const oldest = oldestWithin(times, storyMemory);
  const firstDated = times.findIndex((time) => time !== null);
  const undated = firstDated < 0 ? times.length : firstDated;
  for (let article = 0; article < space.articles; article++) {
    const found: number[] = [];
    for (let at = index.rows[article] as number; at < (index.rows[article + 1] as number); at++) {
      const term = index.terms[at] as number;
      const weight = index.weights[at] as number;
      const begin = index.starts[term] as number;
      const end = index.ends[term] as number;
      const last = space.articles <= smallBatch ? begin : Math.max(begin, end - lookBack(weight));
      for (let n = end - 1; n >= last; n--) {
        const other = index.articles[n] as number;
        if (other < (oldest[article] as number) && other >= undated) {
          if (undated > 0) continue;
          break;
        }
        const score = scores[other] as number;
        if (score === 0) found.push(other);
        scores[other] = score + weight * (index.articleWeights[n] as number);
      }
      index.articles[end] = article;
      index.articleWeights[end] = weight;
      index.ends[term] = end + 1;
    }
    yield closest(article, found, scores, times);
    for (const other of found) scores[other] = 0;
  }
}

/** Room for the whole index is set aside at once; the lists fill as the articles are gone through. */
type Index = {
  /** First place of each article in `terms` and `weights`: its weightiest terms. */
  readonly rows: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float32Array;
  /** Each term's list in `articles` and `articleWeights`: where it begins, and where it ends so far. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly articles: Int32Array;
  readonly articleWeights: Float32Array;
};

function indexOf({ articles, starts, terms, weights, rarities }: VectorSpace): Index {
  const rows = new Int32Array(articles + 1);
  const mostTerms = articles <= smallBatch ? terms.length : indexedTerms;
  const most = Math.min(articles * mostTerms, terms.length);
  const indexed = new Int32Array(most);
  const indexedWeights = new Float32Array(most);
  const lengths = new Int32Array(rarities.length);
  let end = 0;
  for (let article = 0; article < articles; article++) {
    const row = weights.subarray(starts[article], starts[article + 1]);
    const least = row.length > mostTerms ? (row.toSorted().at(-mostTerms) ?? 0) : 0;
    for (let at = 0; at < row.length && end - (rows[article] as number) < mostTerms; at++) {
      if ((row[at] as number) < least) continue;
      const term = terms[(starts[article] as number) + at] as number;
      indexed[end] = term;
      indexedWeights[end] = row[at] as number;
      lengths[term] = (lengths[term] as number) + 1;
      end += 1;
    }
    rows[article + 1] = end;
  }
  const listStarts = new Int32Array(rarities.length);
  for (let term = 1; term < listStarts.length; term++)
    listStarts[term] = (listStarts[term - 1] as number) + (lengths[term - 1] as number);
  return {
    rows,
    terms: indexed,
    weights: indexedWeights,
    starts: listStarts,
    ends: listStarts.slice(),
    articles: new Int32Array(end),
    articleWeights: new Float32Array(end),
  };
}

/** Leaves out what is too faint, and the faintest of too many. */
function closest(article: number, found: readonly number[], scores: Float32Array, times: Times): number[] {
  const close: number[] = [];
  const others: number[] = [];
  for (const other of found) {
    const score = scores[other] as number;
    if (score < leastCosine) continue;
    if (score < closeCosine.atOnce) insert(other, others, scores);
    else if (score >= closeCosine.atOnce + closeCosine.perDay * daysBetween(times, article, other))
      close.push(other);
  }
  close.push(...others);
  return close;
}

/** Into the few best so far, best first; of equals the earlier. */
function insert(other: number, best: number[], scores: Float32Array): void {
  const score = scores[other] as number;
  let at = best.length;
  while (at > 0) {
    const before = best[at - 1] as number;
    const scoreBefore = scores[before] as number;
    if (scoreBefore > score || (scoreBefore === score && before < other)) break;
    at -= 1;
  }
  if (at >= mostCandidates) return;
  best.splice(at, 0, other);
  if (best.length > mostCandidates) best.length = mostCandidates;
}

/**
 * The least that can lie between two articles, in days; 0 where a time is not known. Midnight sharp stands for a date
 * without a time of day: the article may be of any hour of it.
 */
export function daysBetween(times: Times, one: number, other: number): number {
  const [a, b] = [times[one] ?? null, times[other] ?? null];
  if (a === null || b === null) return 0;
  const first = Math.min(a, b);
  const until = first % day === 0 ? first + day : first;
  return Math.max(0, Math.max(a, b) - until) / day;
}

/** For each article the first dated one that is near enough in time. */
function oldestWithin(times: Times, longest: number): Int32Array {
  const oldest = new Int32Array(times.length);
  let first = 0;
  for (const [at, time] of times.entries()) {
    if (time === null) continue;
    while (time - (times[first] ?? Number.NEGATIVE_INFINITY) > longest) first += 1;
    oldest[at] = first;
  }
  return oldest;
}
