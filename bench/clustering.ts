/** Stories: ours beside TF-IDF over all pairs, on generated news, with how right both are. */
import { type ArticleTerms, articleTerms } from '../digests/stories/article-terms.ts';
import { clusterArticles } from '../digests/stories/cluster-articles.ts';
import { type GeneratedArticle, generatedArticles } from './generated-articles.ts';
import type { Bench, BenchLine } from './line.ts';

const sizes = [1000, 5000, 50_000];
const comparedSize = 5000;
/** The best of a single pass on news of a few days (../shared/data/README.md). */
const baselineThreshold = 0.15;

export const bench: Bench = async () => {
  const compared = generatedArticles(comparedSize);
  const comparedTerms = compared.map(articleTerms);
  const baseline = timed(() => allPairs(comparedTerms));
  measure(generatedArticles(sizes[0] ?? 0, 2));
  const measured = sizes.map((size) => ({ size, ...measure(generatedArticles(size)) }));
  const growth = (of: (line: Measured) => number) => {
    const [, five, fifty] = measured;
    return five && fifty ? (of(fifty) / of(five)).toFixed(1) : '?';
  };
  const line = (what: string, of: (one: Measured) => number, baselineSeconds: number): BenchLine => {
    const at = measured.find(({ size }) => size === comparedSize);
    const ours = at ? of(at) : Number.NaN;
    return {
      name: `${what}, ${comparedSize} articles (B³ F1 ${at?.rightness.toFixed(3)})`,
      ours,
      baseline: {
        name: `TF-IDF cosine over all pairs, nearest earlier article (B³ F1 ${bcubed(compared, baseline.made).toFixed(3)})`,
        figure: baselineSeconds,
      },
      ratio: baselineSeconds / ours,
      unit: 's',
      sizes: measured.map((one) => ({ size: one.size, ours: of(one) })),
      goal: `5,000 under 1.5 s, 50,000 under 20 s, growth at most 12x for 10x (here ${growth(of)}x)`,
    };
  };
  const reading = measured.find(({ size }) => size === comparedSize)?.reading ?? 0;
  return [
    line('clustering, terms made at ingestion', ({ clustering }) => clustering, baseline.seconds),
    line(
      'clustering, from the texts',
      ({ clustering, reading: terms }) => clustering + terms,
      baseline.seconds + reading,
    ),
  ];
};

type Measured = {
  /** Seconds for the terms, as once at ingestion. */
  readonly reading: number;
  /** Seconds for the stories, as for each digest. */
  readonly clustering: number;
  readonly rightness: number;
};

function measure(articles: readonly GeneratedArticle[]): Measured {
  const read = timed(() => articles.map(articleTerms));
  const clustered = timed(() =>
    clusterArticles(
      articles.map(({ id, title, publishedAt }, at) => ({
        id,
        title,
        publishedAt,
        terms: read.made[at] ?? articleTerms({ title, text: '' }),
      })),
    ),
  );
  const stories = clustered.made.map(({ story }) => story);
  return { reading: read.seconds, clustering: clustered.seconds, rightness: bcubed(articles, stories) };
}

function timed<T>(work: () => T): { readonly seconds: number; readonly made: T } {
  const began = performance.now();
  const made = work();
  return { seconds: (performance.now() - began) / 1000, made };
}

/** What one would write first: every article against every other. Returns each article's story. */
function allPairs(terms: readonly ArticleTerms[]): number[] {
  const occursIn = new Map<string, number>();
  for (const { terms: own } of terms)
    for (const term of own) occursIn.set(term, (occursIn.get(term) ?? 0) + 1);
  const numbers = new Map([...occursIn.keys()].map((term, number) => [term, number]));
  const vectors = terms.map(({ terms: own, weights }) => {
    const entries = own
      .map((term, at) => ({
        number: numbers.get(term) ?? -1,
        weight: (weights[at] ?? 0) * Math.log(terms.length / (occursIn.get(term) ?? 1)),
      }))
      .sort((a, b) => a.number - b.number);
    const length = Math.hypot(...entries.map(({ weight }) => weight)) || 1;
    return {
      numbers: Int32Array.from(entries, ({ number }) => number),
      weights: Float64Array.from(entries, ({ weight }) => weight / length),
    };
  });
  const stories = vectors.map((_, at) => at);
  for (const [at, a] of vectors.entries()) {
    let best = baselineThreshold;
    for (const [place, b] of vectors.slice(0, at).entries()) {
      let cosine = 0;
      for (let i = 0, j = 0; i < a.numbers.length && j < b.numbers.length; ) {
        const difference = (a.numbers[i] as number) - (b.numbers[j] as number);
        if (difference === 0) cosine += (a.weights[i] as number) * (b.weights[j] as number);
        if (difference <= 0) i += 1;
        if (difference >= 0) j += 1;
      }
      if (cosine < best) continue;
      best = cosine;
      stories[at] = stories[place] ?? place;
    }
  }
  return stories;
}

/** Mean of B-cubed precision and recall (Bagga and Baldwin 1998), harmonic. */
function bcubed(articles: readonly GeneratedArticle[], stories: readonly (string | number)[]): number {
  const count = (keys: readonly unknown[]) => {
    const counts = new Map<unknown, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return keys.map((key) => counts.get(key) ?? 0);
  };
  const events = articles.map(({ event }) => event);
  const [both, found, actual] = [
    count(events.map((event, at) => `${event} ${stories[at]}`)),
    count(stories),
    count(events),
  ];
  const mean = (of: readonly number[]) =>
    both.reduce((sum, n, at) => sum + n / (of[at] ?? 1), 0) / articles.length;
  const [precision, recall] = [mean(found), mean(actual)];
  return (2 * precision * recall) / (precision + recall);
}
