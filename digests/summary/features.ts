import { CUES, Cue, countCues, isCue } from './cues.ts';
import type { Candidate, StoryText } from './document.ts';
import { numbersAndCapitals } from './marks.ts';
import { type SharedTerms, StoryTerms } from './story-terms.ts';

/** Everything a feature may look at. */
type Seen = {
  readonly sentence: Candidate;
  readonly story: StoryText;
  readonly shared: SharedTerms;
  readonly counts: ReturnType<typeof numbersAndCapitals>;
  /** How many words are a cue of each kind. */
  readonly cues: Uint8Array;
};

type Feature = readonly [name: string, value: (seen: Seen) => number];

/**
 * What the model knows of a sentence before anything is chosen. The order is part of the trained weights
 * (`sentences.weights.json`): train again (`eval/summary/train.ts`) after any change here.
 */
const FEATURES: readonly Feature[] = [
  // the place
  ['first', ({ sentence }) => (sentence.position === 0 ? 1 : 0)],
  ['inversePosition', ({ sentence }) => 1 / (1 + sentence.position)],
  ['logPosition', ({ sentence }) => Math.log1p(sentence.position)],
  ['logParagraph', ({ sentence }) => Math.log1p(sentence.paragraph)],
  ['early', ({ sentence }) => (sentence.paragraph >= 1 && sentence.paragraph <= 7 ? 1 : 0)],
  ['startsParagraph', ({ sentence }) => (sentence.startsParagraph ? 1 : 0)],
  // the size
  ['words', ({ sentence }) => sentence.length],
  ['under15', ({ sentence }) => (sentence.length < 15 ? 1 : 0)],
  ['over40', ({ sentence }) => Math.max(0, sentence.length - 40)],
  ['contentShare', ({ shared }) => shared.contentShare],
  // what it shares with the rest
  ['titleRecall', ({ shared }) => shared.titleRecall],
  ['rootTitleRecall', ({ shared }) => Math.sqrt(shared.titleRecall)],
  ['titlePrecision', ({ shared }) => shared.titlePrecision],
  ['otherTitles', ({ shared }) => shared.otherTitles],
  ['centrality', ({ shared }) => shared.centrality],
  ['meanFrequency', ({ shared }) => shared.meanFrequency],
  ['outletAgreement', ({ shared }) => shared.agreement],
  ['leadOverlap', ({ shared }) => shared.leadOverlap],
  ['previousOverlap', ({ shared }) => shared.previousOverlap],
  // how it is written
  ['quoteShare', ({ sentence }) => sentence.marks.quoteShare],
  ['pointingStart', (seen) => starts(seen, Cue.pointing)],
  ['connectiveStart', (seen) => starts(seen, Cue.connective)],
  ['pointing', (seen) => counted(seen, Cue.pointing) / Math.max(1, seen.sentence.words.length)],
  ['firstPerson', (seen) => counted(seen, Cue.firstPerson)],
  ['secondPerson', (seen) => counted(seen, Cue.secondPerson)],
  ['said', (seen) => counted(seen, Cue.speech)],
  ['numbers', ({ counts }) => counts.numbers],
  ['names', ({ counts }) => counts.capitals],
  ['perfect', (seen) => counted(seen, Cue.presentPerfect)],
  ['presentTense', (seen) => counted(seen, Cue.present)],
  ['trend', (seen) => counted(seen, Cue.trend)],
];

/** The values of `FEATURE_NAMES`, in their order. */
export type FeatureRow = Float64Array;

export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/**
 * One row of `FEATURE_NAMES` for each sentence of a story, less the mean of its story: sentences only compete with those
 * of their own.
 */
export function featuresOf(story: StoryText): FeatureRow[] {
  const terms = new StoryTerms(story);
  const cues = new Uint8Array(CUES);
  const sums = new Float64Array(FEATURES.length);
  const rows = story.sentences.map((sentence) => {
    countCues(sentence.words, story.words, cues);
    const seen = {
      sentence,
      story,
      shared: terms.sharedBy(sentence),
      counts: numbersAndCapitals(sentence.text),
      cues,
    };
    const row = new Float64Array(FEATURES.length);
    for (let at = 0; at < FEATURES.length; at++) {
      const value = (FEATURES[at] as Feature)[1](seen);
      row[at] = value;
      sums[at] = (sums[at] as number) + value;
    }
    return row;
  });
  for (const row of rows)
    for (let at = 0; at < row.length; at++)
      row[at] = (row[at] as number) - (sums[at] as number) / rows.length;
  return rows;
}

function counted({ cues }: Seen, cue: number): number {
  return cues[cue] ?? 0;
}

function starts({ sentence, story }: Seen, cue: number): number {
  const first = sentence.words[0];
  return first !== undefined && isCue(story.words.cueSigns(first), cue) ? 1 : 0;
}
