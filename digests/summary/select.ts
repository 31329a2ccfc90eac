import type { Candidate } from './document.ts';

/** Greedy: the best sentence that fits, again and again; what was told already counts for nothing. */
export function select(
  candidates: readonly Candidate[],
  scores: readonly number[],
  maxWords: number,
): Candidate[] {
  const chosen: Candidate[] = [];
  const told = new Set<string>();
  let left = maxWords;
  for (;;) {
    let best: Candidate | undefined;
    let bestGain = 0;
    for (const [index, candidate] of candidates.entries()) {
      if (candidate.words.length > left || chosen.includes(candidate)) continue;
      const fresh =
        candidate.stems.filter((stem) => !told.has(stem)).length / Math.max(1, candidate.stems.length);
      const gain = (scores[index] ?? 0) * (fresh < 0.5 ? 0 : fresh);
      if (gain > bestGain) {
        best = candidate;
        bestGain = gain;
      }
    }
    if (!best) break;
    chosen.push(best);
    for (const stem of best.stems) told.add(stem);
    left -= best.words.length;
  }
  return chosen.sort((a, b) => a.article - b.article || a.position - b.position);
}
