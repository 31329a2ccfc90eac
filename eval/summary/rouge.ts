/** ROUGE-1 and ROUGE-2 F1 as the shared scorer counts them (lower case, [a-z0-9]+, no stemming). */

function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

type Grams = { readonly counts: ReadonlyMap<string, number>; readonly total: number };

function gramsOf(tokens: readonly string[], n: number): Grams {
  const counts = new Map<string, number>();
  const total = Math.max(0, tokens.length - n + 1);
  for (let at = 0; at < total; at++) {
    const gram = n === 1 ? (tokens[at] ?? '') : `${tokens[at]} ${tokens[at + 1]}`;
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return { counts, total };
}

/** Harmonic mean of precision and recall of the shared grams. */
function overlapF1(a: Grams, b: Grams): number {
  let shared = 0;
  const [small, large] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  for (const [gram, count] of small.counts) shared += Math.min(count, large.counts.get(gram) ?? 0);
  return shared === 0 ? 0 : (2 * shared) / (a.total + b.total);
}

export function rouge(text: string, reference: string): { readonly rouge1: number; readonly rouge2: number } {
  const tokens = rougeTokens(text);
  const wanted = rougeTokens(reference);
  return {
    rouge1: overlapF1(gramsOf(tokens, 1), gramsOf(wanted, 1)),
    rouge2: overlapF1(gramsOf(tokens, 2), gramsOf(wanted, 2)),
  };
}
