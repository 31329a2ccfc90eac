import type { Vector } from './vectors.ts';

export type Dated = { readonly vector: Vector; readonly publishedAt: number | null };

/** Articles further apart tell different events, or the same one anew. */
const window = 4 * 86_400_000;
/** Each article is looked up by so many of its weightiest terms. */
const indexedTerms = 40;
/** Posting lists are read back only so far: terms that common tell nothing. */
const longestLookBack = 400;
/** Least cosine, over the indexed terms, of a pair worth comparing. */
const leastCosine = 0.02;
/** An article is compared with so many of those most like it. */
const mostCandidates = 60;

/**
 * For each article, the earlier ones that may tell the same event; from an inverted index, never from all pairs.
 * The articles must be in order of time; undated ones may stand anywhere.
 */
export function candidatePairs(articles: readonly Dated[]): (readonly number[])[] {
  const postings = new Map<number, { readonly members: number[]; readonly weights: number[] }>();
  const scores = new Float64Array(articles.length);
  return articles.map(({ vector, publishedAt }, article) => {
    const strongest = strongestTerms(vector);
    const touched: number[] = [];
    for (const at of strongest) {
      const weight = vector.weights[at] as number;
      const list = postings.get(vector.terms[at] as number);
      const members = list?.members ?? [];
      for (let n = members.length - 1; n >= Math.max(0, members.length - longestLookBack); n--) {
        const other = members[n] as number;
        if (tooFar(articles[other]?.publishedAt ?? null, publishedAt)) break;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] as number) + weight * (list?.weights[n] as number);
      }
    }
    const near = touched.filter((other) => (scores[other] as number) >= leastCosine);
    if (near.length > mostCandidates) {
      near.sort((a, b) => (scores[b] as number) - (scores[a] as number));
      near.length = mostCandidates;
    }
    for (const other of touched) scores[other] = 0;
    for (const at of strongest) {
      const term = vector.terms[at] as number;
      const list = postings.get(term);
      if (list) {
        list.members.push(article);
        list.weights.push(vector.weights[at] as number);
      } else postings.set(term, { members: [article], weights: [vector.weights[at] as number] });
    }
    return near;
  });
}

function strongestTerms({ weights }: Vector): number[] {
  const order = Array.from(weights, (_, index) => index);
  if (order.length <= indexedTerms) return order;
  return order.sort((a, b) => (weights[b] as number) - (weights[a] as number)).slice(0, indexedTerms);
}

function tooFar(a: number | null, b: number | null): boolean {
  return a !== null && b !== null && b - a > window;
}
