import { pointsBack } from './cues.ts';
import type { Candidate } from './document.ts';
import type { Worth } from './worth.ts';

/** What weighs how much in a summary's value; found by a grid over the dev sets (docs/quality-summaries.md). */
export type SelectionSettings = {
  /**
   * Weight of the sentences' own standing beside the concepts they tell, in a summary of one sentence. It falls with
   * the fourth power of the length: where there is room for several, what they tell together counts.
   */
  readonly standing: number;
  /** Length of the summary an editor would write, as a share of `maxWords`. */
  readonly expectedLength: number;
  /** What a summary of full length loses for it: so that it ends rather than being padded. */
  readonly brevity: number;
};

const SETTINGS: SelectionSettings = { standing: 0.15, expectedLength: 4, brevity: 0.06 };

/** Partial summaries kept at each step, sentences at most, and candidates looked at. */
const BEAM = 3;
const MAX_SENTENCES = 12;
const MAX_CANDIDATES = 120;
/** Words of a summary that is one sentence. */
const ONE_SENTENCE = 35;
/** A sentence that says mostly what is said already is left out, whatever its worth. */
const MAX_TOLD = 0.45;

type Partial = {
  readonly chosen: readonly number[];
  readonly length: number;
  readonly told: Uint8Array;
  readonly concepts: number;
  readonly standing: number;
  readonly value: number;
};

/**
 * The candidates that together make the best summary of at most `maxWords` words, by beam search over the expected
 * overlap with an editor's summary: 2 * (chances of the distinct concepts told) / (own length + expected length), to
 * which each sentence's standing is added by its length.
 */
export function select(
  candidates: readonly Candidate[],
  worth: Worth,
  maxWords: number,
  settings: SelectionSettings = SETTINGS,
): Candidate[] {
  const pool = poolOf(candidates, worth);
  const empty = {
    chosen: [],
    length: 0,
    told: new Uint8Array(worth.chances.length),
    concepts: 0,
    standing: 0,
    value: 0,
  };
  let best: Partial = { ...empty, value: Number.NEGATIVE_INFINITY };
  let beam: Partial[] = [empty];
  for (let step = 0; step < MAX_SENTENCES && beam.length > 0; step++) {
    const next = new Map<string, { from: Partial; index: number; value: number }>();
    for (const from of beam) {
      for (const index of pool) {
        const candidate = candidates[index];
        if (!candidate || !mayFollow(from, candidate, index, candidates, worth, maxWords)) continue;
        const grown = valueWith(from, index, candidate, worth, maxWords, settings);
        const key = [...from.chosen, index].sort((a, b) => a - b).join();
        if (!next.has(key)) next.set(key, { from, index, value: grown });
      }
    }
    const ranked = [...next.values()].sort((a, b) => b.value - a.value).slice(0, BEAM);
    beam = ranked.map(({ from, index, value }) => grow(from, index, value, candidates, worth));
    const top = beam[0];
    if (top && top.value > best.value) best = top;
  }
  return inReadingOrder(best.chosen.flatMap((index) => candidates[index] ?? []));
}

/** All of a short story; of a long one the candidates that stand for it best. Broken quotations only if need be. */
function poolOf(candidates: readonly Candidate[], { standing }: Worth): number[] {
  const all = [...candidates.keys()];
  const whole = all.filter((index) => candidates[index]?.marks.unbalanced === 0);
  const able = (whole.length > 0 ? whole : all).sort(
    (a, b) => (standing[b] ?? 0) - (standing[a] ?? 0) || a - b,
  );
  return able.slice(0, MAX_CANDIDATES);
}

function mayFollow(
  { chosen, length, told }: Partial,
  candidate: Candidate,
  index: number,
  candidates: readonly Candidate[],
  { concepts }: Worth,
  maxWords: number,
): boolean {
  if (length + candidate.length > maxWords) return false;
  let antecedent = !pointsBack(candidate) || candidate.previous < 0;
  for (const other of chosen) {
    if (candidates[other]?.sentence === candidate.sentence) return false;
    if (candidates[other]?.sentence === candidate.previous) antecedent = true;
  }
  if (!antecedent) return false;
  if (chosen.length === 0) return true;
  const own = concepts[index] ?? new Int32Array();
  let repeated = 0;
  for (const concept of own) if (told[concept] === 1) repeated++;
  return repeated <= own.length * MAX_TOLD;
}

function valueWith(
  from: Partial,
  index: number,
  { length: words }: Candidate,
  { concepts, chances, standing }: Worth,
  maxWords: number,
  settings: SelectionSettings,
): number {
  let told = from.concepts;
  for (const concept of concepts[index] ?? []) if (from.told[concept] === 0) told += chances[concept] ?? 0;
  const own = from.standing + words * (standing[index] ?? 0);
  const length = from.length + words;
  const share = settings.standing * (ONE_SENTENCE / maxWords) ** 4;
  const value = (2 * told + share * own) / (length + settings.expectedLength * maxWords);
  return value - (settings.brevity * length) / maxWords;
}

function grow(
  from: Partial,
  index: number,
  value: number,
  candidates: readonly Candidate[],
  { concepts, chances, standing }: Worth,
): Partial {
  const told = from.told.slice();
  let worth = from.concepts;
  for (const concept of concepts[index] ?? []) {
    if (told[concept] === 0) worth += chances[concept] ?? 0;
    told[concept] = 1;
  }
  const words = candidates[index]?.length ?? 0;
  return {
    chosen: [...from.chosen, index],
    length: from.length + words,
    told,
    concepts: worth,
    standing: from.standing + words * (standing[index] ?? 0),
    value,
  };
}

/** Sentences that come early in their articles first: leads before detail; one article's sentences in its order. */
function inReadingOrder(chosen: readonly Candidate[]): Candidate[] {
  return [...chosen].sort((a, b) =>
    a.article === b.article ? a.position - b.position : a.position - b.position || a.article - b.article,
  );
}
