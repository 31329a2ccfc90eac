/** Stories: ours beside TF-IDF over all pairs, on generated news. */
import { articleTerms } from '../digests/stories/article-terms.ts';
import { clusterArticles } from '../digests/stories/cluster-articles.ts';
import { rarityAmong } from '../digests/stories/rarity.ts';
import { generatedArticles } from './generated-articles.ts';
import type { Bench } from './line.ts';

const sizes = [1000, 5000, 50_000];
const comparedSize = 5000;

export const bench: Bench = async () => {
  const measured = sizes.map((size) => ({
    size,
    ours: seconds(() => clusterArticles(generatedArticles(size))),
  }));
  const ours = measured.find(({ size }) => size === comparedSize)?.ours ?? Number.NaN;
  const baseline = seconds(() => allPairs(comparedSize));
  const [, five, fifty] = measured;
  return [
    {
      name: `clustering, ${comparedSize} articles, terms included`,
      ours,
      baseline: { name: 'TF-IDF cosine over all pairs', figure: baseline },
      ratio: baseline / ours,
      unit: 's',
      sizes: measured,
      goal: `5,000 under 1.5 s, 50,000 under 20 s, growth at most 12x for 10x (here ${((fifty?.ours ?? 0) / (five?.ours ?? 1)).toFixed(1)}x)`,
    },
  ];
};

function seconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

/** What one would write first: every article against every other. */
function allPairs(size: number): number {
  const terms = generatedArticles(size).map(articleTerms);
  const rarity = rarityAmong(terms);
  const vectors = terms.map(({ weights }) => {
    const entries = [...weights].map(([term, weight]) => [term, weight * rarity(term)] as const);
    const length = Math.hypot(...entries.map(([, weight]) => weight)) || 1;
    return new Map(entries.map(([term, weight]) => [term, weight / length]));
  });
  let alike = 0;
  for (const [at, a] of vectors.entries()) {
    for (const b of vectors.slice(0, at)) {
      let cosine = 0;
      for (const [term, weight] of a) cosine += weight * (b.get(term) ?? 0);
      if (cosine >= 0.15) alike += 1;
    }
  }
  return alike;
}
