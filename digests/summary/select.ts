import { remembering } from '../../src/domain/remembering.ts';
import { dangles, goesOn } from '../text/dangling.ts';
import { pointsBack } from './cues.ts';
import type { Candidate, StoryText } from './document.ts';
import { NumberSet } from './number-set.ts';
import type { Worth } from './worth.ts';

/** What weighs how much in a summary's value; found by cross-validation (docs/quality-summaries.md). */
export type SelectionSettings = {
  /**
   * Weight of the sentences' own standing beside the concepts they tell, in a summary of one sentence. It falls with
   * the fourth power of the length: where there is room for several, what they tell together counts.
   */
  readonly standing: number;
  /** Length of the summary an editor would write, as a share of the words aimed at. */
  readonly expectedLength: number;
  /**
   * What a summary of one sentence loses for its full length, so that it ends rather than being padded. It falls with the
   * length to the power of 0.4: of a longer one editors fill more.
   */
  readonly brevity: number;
  /** How far a summary may run over rather than leave its best sentence out, as a share of the words aimed at. */
  readonly overrun: number;
};

const SETTINGS: SelectionSettings = { standing: 0.11, expectedLength: 2.5, brevity: 0.102, overrun: 0.2 };

/** Partial summaries kept at each step, sentences at most, and candidates looked at. */
const BEAM = 3;
const MAX_SENTENCES = 12;
const MAX_CANDIDATES = 120;
/** Of two sentences that share more of the shorter one's content words, by their stems, one is left out. */
const MAX_SHARED = 0.5;
/** Of a sentence with a larger share in quotation marks nothing is left that might name the speaker. */
const BARE_QUOTATION = 0.9;
/** Words of a summary that is one sentence. */
const ONE_SENTENCE = 35;

/** Some sentences chosen so far. */
type Partial = {
  readonly chosen: readonly number[];
  readonly length: number;
  readonly told: Uint8Array;
  readonly concepts: number;
  readonly standing: number;
  readonly value: number;
};

/** A partial summary with one sentence more. */
type Step = { readonly from: Partial; readonly index: number; readonly value: number };

/**
 * The candidates that together make the best summary of about so many words, by beam search over the expected
 * overlap with an editor's summary: 2 * (chances of the distinct concepts told) / (own length + expected length), to
 * which each sentence's standing is added by its length.
 * @param opening the sentence that it begins with, in one of its forms, if there is room
 */
export function select(
  story: StoryText,
  worth: Worth,
  words: number,
  { standing, expectedLength, brevity, overrun }: SelectionSettings = SETTINGS,
  opening: number | null = null,
): Candidate[] {
  const search: Search = {
    ...worth,
    leansBack: worth.candidates.map((candidate) => leansBack(story.words, candidate)),
    mostWords: Math.floor(words * (1 + overrun)),
    expectedWords: expectedLength * words,
    priceOfWord: (brevity / words) * (ONE_SENTENCE / words) ** 0.4,
    weightOfStanding: standing * (ONE_SENTENCE / words) ** 4,
    stemsOf: remembering(MAX_CANDIDATES, (index) => contentStems(story.words, worth.candidates[index])),
  };
  const pool = poolOf(search);
  const empty = {
    chosen: [],
    length: 0,
    told: new Uint8Array(worth.chances.length),
    concepts: 0,
    standing: 0,
    value: 0,
  };
  let best: Partial = { ...empty, value: Number.NEGATIVE_INFINITY };
  let beam: readonly Partial[] = [empty];
  for (let step = 0; step < MAX_SENTENCES && beam.length > 0; step++) {
    const openers = step === 0 ? pool.filter((index) => worth.candidates[index]?.sentence === opening) : [];
    const opened = bestSteps(search, beam, openers);
    const next = opened.length > 0 ? opened : bestSteps(search, beam, pool);
    beam = next.map((grown) => grow(search, grown));
    const top = beam[0];
    if (top && top.value > best.value) best = top;
  }
  const chosen = inReadingOrder(best.chosen.flatMap((index) => worth.candidates[index] ?? []));
  return [...chosen.filter(isOpening), ...chosen.filter((candidate) => !isOpening(candidate))];

  function isOpening({ sentence }: Candidate): boolean {
    return sentence === opening;
  }
}

/** The best few of the partial summaries with one sentence of the pool more. */
function bestSteps(search: Search, beam: readonly Partial[], pool: readonly number[]): Step[] {
  const best: Step[] = [];
  for (const from of beam) {
    for (const index of pool) {
      if (!mayFollow(search, from, index)) continue;
      const value = valueWith(search, from, index);
      // Dear to tell, so asked last.
      if (isAmongBest(best, value) && !repeats(search, from, index)) keepBest(best, { from, index, value });
    }
  }
  return best;
}

type Search = Worth & {
  readonly leansBack: readonly boolean[];
  readonly mostWords: number;
  readonly expectedWords: number;
  readonly priceOfWord: number;
  readonly weightOfStanding: number;
  /** The content words of a candidate, by their stems. */
  readonly stemsOf: (index: number) => NumberSet;
};

/** Whether a sentence can't be understood without the one before it: whose words a bare quotation is stands there too. */
function leansBack(story: StoryText['words'], { words, marks, text }: Candidate): boolean {
  if (marks.quoteShare > BARE_QUOTATION || (marks.startsWithQuote && dangles(text.slice(1)))) return true;
  if (goesOn(text)) return true;
  const signsOf = (word: number | undefined) => (word === undefined ? 0 : story.cueSigns(word));
  return pointsBack(signsOf(words[0]), signsOf(words[1]), marks.startsWithQuote);
}

/** The strongest candidates; those that are no whole sentences only if there are no others. */
function poolOf({ candidates }: Search): readonly number[] {
  const all = [...candidates.keys()];
  const whole = all.filter((index) => candidates[index]?.whole === true);
  return (whole.length > 0 ? whole : all).slice(0, MAX_CANDIDATES);
}

/** By length, and as long as each sentence is told once and comes with the one that it leans on. */
function mayFollow(
  { candidates, leansBack: back, mostWords }: Search,
  { chosen, length }: Partial,
  index: number,
): boolean {
  const candidate = candidates[index] as Candidate;
  if (length + candidate.length > mostWords) return false;
  let antecedent = back[index] === false || candidate.previous < 0;
  for (const other of chosen) {
    const { sentence } = candidates[other] as Candidate;
    if (sentence === candidate.sentence) return false;
    if (sentence === candidate.previous) antecedent = true;
  }
  return antecedent;
}

function contentStems({ stems, stemCount }: StoryText['words'], candidate: Candidate | undefined): NumberSet {
  const found = new NumberSet(stemCount);
  for (const word of candidate?.words ?? []) {
    const stem = stems[word] as number;
    if (stem >= 0) found.add(stem);
  }
  return found;
}

/** Whether it says much of what one of the chosen sentences says, or little else than that one does. */
function repeats({ stemsOf }: Search, { chosen }: Partial, index: number): boolean {
  const own = stemsOf(index);
  return chosen.some((other) => {
    const others = stemsOf(other);
    return own.countShared(others) > MAX_SHARED * Math.min(own.size, others.size);
  });
}

/** What the partial summary would be worth with this sentence. */
function valueWith(search: Search, from: Partial, index: number): number {
  const { chances, expectedWords, priceOfWord, weightOfStanding } = search;
  const { told } = from;
  let concepts = from.concepts;
  for (const concept of search.concepts[index] as readonly number[])
    if (told[concept] === 0) concepts += chances[concept] as number;
  const { length: words } = search.candidates[index] as Candidate;
  const length = from.length + words;
  const standing = from.standing + words * (search.standing[index] as number);
  return (2 * concepts + weightOfStanding * standing) / (length + expectedWords) - priceOfWord * length;
}

/** Of equal ones that which came first is kept. */
function isAmongBest(steps: readonly Step[], value: number): boolean {
  const worst = steps[BEAM - 1];
  return worst === undefined || worst.value < value;
}

/** Keeps the best few, the best first, and the same sentences only once. */
function keepBest(steps: Step[], step: Step): void {
  if (steps.some((other) => isSameChoice(other, step))) return;
  const place = steps.findIndex(({ value }) => value < step.value);
  steps.splice(place < 0 ? steps.length : place, 0, step);
  if (steps.length > BEAM) steps.pop();
}

function isSameChoice(one: Step, other: Step): boolean {
  const has = ({ from, index }: Step, wanted: number) => index === wanted || from.chosen.includes(wanted);
  return has(one, other.index) && other.from.chosen.every((index) => has(one, index));
}

function grow({ candidates, concepts, chances, standing }: Search, { from, index, value }: Step): Partial {
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
