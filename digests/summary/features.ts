import { CUES, Cue, countCues, isCue } from './cues.ts';
import type { Candidate, StoryText } from './document.ts';
import { type SharedTerms, StoryTerms } from './story-terms.ts';

/** Everything a feature may look at. */
type Seen = {
  readonly candidate: Candidate;
  readonly story: StoryText;
  readonly shared: SharedTerms;
  /** How many candidates share more with their title, or are more central; equal ones counted once. */
  readonly titleRank: number;
  readonly centralityRank: number;
  /** How many words are a cue of each kind. */
  readonly cues: Uint8Array;
  readonly previous: Candidate | undefined;
};

type Feature = readonly [name: string, value: (seen: Seen) => number];

/**
 * What the model knows of a sentence before anything is chosen. The order is part of the trained weights
 * (`sentences.weights.json`): train again (`eval/summary/train.ts`) after any change here.
 */
const FEATURES: readonly Feature[] = [
  // the place
  ['first', ({ candidate }) => (candidate.position === 0 ? 1 : 0)],
  ['second', ({ candidate }) => (candidate.position === 1 ? 1 : 0)],
  ['inversePosition', ({ candidate }) => 1 / (1 + candidate.position)],
  ['logPosition', ({ candidate }) => Math.log1p(candidate.position)],
  ['logParagraph', ({ candidate }) => Math.log1p(candidate.paragraph)],
  ['early', ({ candidate }) => (candidate.paragraph >= 1 && candidate.paragraph <= 7 ? 1 : 0)],
  ['firstParagraph', ({ candidate }) => (candidate.paragraph === 0 ? 1 : 0)],
  ['relativePosition', (seen) => seen.candidate.position / Math.max(1, articleOf(seen)?.sentenceCount ?? 1)],
  ['startsParagraph', ({ candidate }) => (candidate.startsParagraph ? 1 : 0)],
  ['last', (seen) => ((articleOf(seen)?.sentenceCount ?? 1) - 1 === seen.candidate.position ? 1 : 0)],
  // the size
  ['words', ({ candidate }) => candidate.length],
  ['under10', ({ candidate }) => (candidate.length < 10 ? 1 : 0)],
  ['under15', ({ candidate }) => (candidate.length < 15 ? 1 : 0)],
  ['over40', ({ candidate }) => Math.max(0, candidate.length - 40)],
  ['contentShare', ({ shared }) => shared.contentShare],
  ['kept', ({ candidate }) => candidate.kept],
  ['leadTrimmed', ({ candidate }) => (candidate.trim.lead ? 1 : 0)],
  ['middleTrimmed', ({ candidate }) => (candidate.trim.middle ? 1 : 0)],
  ['tailTrimmed', ({ candidate }) => (candidate.trim.tail ? 1 : 0)],
  // what it shares with the rest
  ['titleRecall', ({ shared }) => shared.titleRecall],
  ['titlePrecision', ({ shared }) => shared.titlePrecision],
  ['titleRank', ({ titleRank }) => Math.log1p(titleRank)],
  ['bestTitle', ({ titleRank }) => (titleRank === 0 ? 1 : 0)],
  ['rootTitleRecall', ({ shared }) => Math.sqrt(shared.titleRecall)],
  ['otherTitles', ({ shared }) => shared.otherTitles],
  ['centrality', ({ shared }) => shared.centrality],
  ['centralityRank', ({ centralityRank }) => Math.log1p(centralityRank)],
  ['mostCentral', ({ centralityRank }) => (centralityRank === 0 ? 1 : 0)],
  ['meanFrequency', ({ shared }) => shared.meanFrequency],
  ['outletAgreement', ({ shared }) => shared.agreement],
  ['bigramAgreement', ({ shared }) => shared.bigramAgreement],
  ['leadOverlap', ({ shared }) => shared.leadOverlap],
  ['returning', ({ shared }) => shared.returning],
  ['newTerms', ({ shared }) => shared.newTerms],
  ['keyTerms', ({ shared }) => shared.keyTerms],
  // how it is written
  ['quoteShare', ({ candidate }) => candidate.marks.quoteShare],
  ['startsWithQuote', ({ candidate }) => candidate.marks.startsWithQuote],
  ['unbalancedQuote', ({ candidate }) => candidate.marks.unbalanced],
  ['pronounStart', (seen) => starts(seen, Cue.dangling)],
  ['connectiveStart', (seen) => starts(seen, Cue.connective)],
  ['contrastStart', (seen) => starts(seen, Cue.contrast)],
  ['pronouns', (seen) => counted(seen, Cue.pronoun) / Math.max(1, seen.candidate.words.length)],
  ['firstPerson', (seen) => counted(seen, Cue.firstPerson)],
  ['secondPerson', (seen) => counted(seen, Cue.secondPerson)],
  ['said', (seen) => counted(seen, Cue.speech)],
  ['question', ({ candidate }) => candidate.marks.question],
  ['numbers', ({ candidate }) => candidate.marks.numbers],
  ['years', (seen) => counted(seen, Cue.year)],
  ['names', ({ candidate }) => candidate.marks.capitals],
  ['nameShare', ({ candidate }) => candidate.marks.capitals / Math.max(1, candidate.words.length)],
  ['weekday', (seen) => counted(seen, Cue.weekday)],
  ['perfect', (seen) => counted(seen, Cue.presentPerfect)],
  ['presentTense', (seen) => counted(seen, Cue.present)],
  ['pastTense', (seen) => counted(seen, Cue.past)],
  ['trend', (seen) => counted(seen, Cue.trend)],
  ['subordinate', (seen) => counted(seen, Cue.subordinator)],
  ['commas', ({ candidate }) => candidate.marks.commas],
  ['abstract', (seen) => counted(seen, Cue.abstract)],
  ['colon', ({ candidate }) => candidate.marks.colon],
  ['dashes', ({ candidate }) => candidate.marks.dashes],
  // what stands before it
  ['afterQuote', ({ previous }) => (previous ? previous.marks.quoteShare : 0)],
  ['previousWords', ({ previous }) => previous?.length ?? 0],
  ['previousOverlap', ({ shared }) => shared.previousOverlap],
];

/** The values of `FEATURE_NAMES`, in their order. */
export type FeatureRow = readonly number[];

export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** One row of `FEATURE_NAMES` for each candidate: a story's sentences, then their shorter forms. */
export function featuresOf(story: StoryText, candidates: readonly Candidate[]): FeatureRow[] {
  const terms = new StoryTerms(story);
  const shared = candidates.map((candidate) => terms.sharedBy(candidate, candidates.length));
  const titleRecalls = differentValues(shared.map(({ titleRecall }) => titleRecall));
  const centralities = differentValues(shared.map(({ centrality }) => centrality));
  const cues = new Uint8Array(CUES);
  return candidates.map((candidate, index) => {
    countCues(candidate.words, story.words, cues);
    const own = shared[index] as SharedTerms;
    const seen: Seen = {
      candidate,
      story,
      shared: own,
      titleRank: rankAmong(titleRecalls, own.titleRecall),
      centralityRank: rankAmong(centralities, own.centrality),
      cues,
      previous: story.sentences[candidate.previous],
    };
    return FEATURES.map(([, value]) => value(seen));
  });
}

/** The highest first. */
function differentValues(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => b - a);
}

/** How many of these values, the highest first, are higher. */
function rankAmong(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function articleOf({ story, candidate }: Seen): StoryText['articles'][number] | undefined {
  return story.articles[candidate.article];
}

function counted({ cues }: Seen, cue: number): number {
  return cues[cue] ?? 0;
}

function starts({ candidate, story }: Seen, cue: number): number {
  const first = candidate.words[0];
  return first !== undefined && isCue(story.words.cueSigns(first), cue) ? 1 : 0;
}
