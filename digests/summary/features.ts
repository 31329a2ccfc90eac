import type { Candidate, StoryText } from './document.ts';
import type { SentenceStatistics } from './statistics.ts';

/** Everything a feature may look at. */
type Seen = {
  readonly candidate: Candidate;
  readonly story: StoryText;
  readonly statistics: SentenceStatistics;
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
  ['contentShare', ({ candidate }) => candidate.stems.length / Math.max(1, candidate.words.length)],
  ['kept', ({ candidate }) => candidate.kept],
  ['leadTrimmed', ({ candidate }) => (candidate.trim.lead ? 1 : 0)],
  ['middleTrimmed', ({ candidate }) => (candidate.trim.middle ? 1 : 0)],
  ['tailTrimmed', ({ candidate }) => (candidate.trim.tail ? 1 : 0)],
  // what it shares with the rest
  ['titleRecall', ({ statistics }) => statistics.titleRecall],
  ['titlePrecision', ({ statistics }) => statistics.titlePrecision],
  ['titleRank', ({ statistics }) => Math.log1p(statistics.titleRank)],
  ['bestTitle', ({ statistics }) => (statistics.titleRank === 0 ? 1 : 0)],
  ['rootTitleRecall', ({ statistics }) => Math.sqrt(statistics.titleRecall)],
  ['otherTitles', ({ statistics }) => statistics.otherTitles],
  ['centrality', ({ statistics }) => statistics.centrality],
  ['centralityRank', ({ statistics }) => Math.log1p(statistics.centralityRank)],
  ['mostCentral', ({ statistics }) => (statistics.centralityRank === 0 ? 1 : 0)],
  ['meanFrequency', ({ statistics }) => statistics.meanFrequency],
  ['outletAgreement', ({ statistics }) => statistics.agreement],
  ['bigramAgreement', ({ statistics }) => statistics.bigramAgreement],
  ['leadOverlap', ({ statistics }) => statistics.leadOverlap],
  ['returning', ({ statistics }) => statistics.returning],
  ['newTerms', ({ statistics }) => statistics.newTerms],
  ['keyTerms', ({ statistics }) => statistics.keyTerms],
  // how it is written
  ['quoteShare', ({ candidate }) => candidate.marks.quoteShare],
  ['startsWithQuote', ({ candidate }) => candidate.marks.startsWithQuote],
  ['unbalancedQuote', ({ candidate }) => candidate.marks.unbalanced],
  ['pronounStart', ({ candidate }) => candidate.cues.pronounStart],
  ['connectiveStart', ({ candidate }) => candidate.cues.connectiveStart],
  ['contrastStart', ({ candidate }) => candidate.cues.contrastStart],
  ['pronouns', ({ candidate }) => candidate.cues.pronouns / Math.max(1, candidate.words.length)],
  ['firstPerson', ({ candidate }) => candidate.cues.firstPerson],
  ['secondPerson', ({ candidate }) => candidate.cues.secondPerson],
  ['said', ({ candidate }) => candidate.cues.said],
  ['question', ({ candidate }) => candidate.marks.question],
  ['numbers', ({ candidate }) => candidate.marks.numbers],
  ['years', ({ candidate }) => candidate.cues.years],
  ['names', ({ candidate }) => candidate.marks.capitals],
  ['nameShare', ({ candidate }) => candidate.marks.capitals / Math.max(1, candidate.words.length)],
  ['weekday', ({ candidate }) => candidate.cues.weekday],
  ['perfect', ({ candidate }) => candidate.cues.presentPerfect],
  ['presentTense', ({ candidate }) => candidate.cues.presentTense],
  ['pastTense', ({ candidate }) => candidate.cues.pastTense],
  ['trend', ({ candidate }) => candidate.cues.trend],
  ['subordinate', ({ candidate }) => candidate.cues.subordinate],
  ['commas', ({ candidate }) => candidate.marks.commas],
  ['abstract', ({ candidate }) => candidate.cues.abstract],
  ['colon', ({ candidate }) => candidate.marks.colon],
  ['dashes', ({ candidate }) => candidate.marks.dashes],
  // what stands before it
  ['afterQuote', ({ previous }) => (previous ? previous.marks.quoteShare : 0)],
  ['previousWords', ({ previous }) => previous?.length ?? 0],
  ['previousOverlap', ({ statistics }) => statistics.previousOverlap],
];

export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** Writes what `FEATURE_NAMES` names of a candidate into `row`. */
export function fillFeatures(
  row: Float64Array,
  candidate: Candidate,
  story: StoryText,
  statistics: SentenceStatistics,
): void {
  const seen: Seen = { candidate, story, statistics, previous: story.candidates[candidate.previous] };
  for (let at = 0; at < FEATURES.length; at++) row[at] = (FEATURES[at] as Feature)[1](seen);
}

function articleOf({ story, candidate }: Seen): StoryText['articles'][number] | undefined {
  return story.articles[candidate.article];
}
