import * as cues from './cues.ts';
import type { Candidate, StoryText } from './document.ts';
import type { StoryStatistics } from './statistics.ts';

/** Everything a feature may look at. */
type Seen = {
  readonly candidate: Candidate;
  readonly story: StoryText;
  readonly statistics: StoryStatistics;
  readonly index: number;
  readonly previous: Candidate | undefined;
};

type Feature = readonly [name: string, value: (seen: Seen) => number];

/**
 * What the model knows of a sentence before anything is chosen. The order is part of the trained weights
 * (`selection.weights.json`): train again (`eval/summary/train.ts`) after any change here.
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
  ['titleRecall', ({ statistics, index }) => statistics.titleRecall[index] ?? 0],
  ['titlePrecision', ({ statistics, index }) => statistics.titlePrecision[index] ?? 0],
  ['titleRank', ({ statistics, index }) => Math.log1p(statistics.titleRank[index] ?? 0)],
  ['bestTitle', ({ statistics, index }) => (statistics.titleRank[index] === 0 ? 1 : 0)],
  ['rootTitleRecall', ({ statistics, index }) => Math.sqrt(statistics.titleRecall[index] ?? 0)],
  ['otherTitles', ({ statistics, index }) => statistics.otherTitles[index] ?? 0],
  ['centrality', ({ statistics, index }) => statistics.centrality[index] ?? 0],
  ['centralityRank', ({ statistics, index }) => Math.log1p(statistics.centralityRank[index] ?? 0)],
  ['mostCentral', ({ statistics, index }) => (statistics.centralityRank[index] === 0 ? 1 : 0)],
  ['meanFrequency', ({ statistics, index }) => statistics.meanFrequency[index] ?? 0],
  ['outletAgreement', ({ statistics, index }) => statistics.agreement[index] ?? 0],
  ['bigramAgreement', ({ statistics, index }) => statistics.bigramAgreement[index] ?? 0],
  ['leadOverlap', ({ statistics, index }) => statistics.leadOverlap[index] ?? 0],
  ['returning', ({ statistics, index }) => statistics.returning[index] ?? 0],
  ['newTerms', ({ statistics, index }) => statistics.newTerms[index] ?? 0],
  ['keyTerms', ({ statistics, index }) => statistics.keyTerms[index] ?? 0],
  // how it is written
  ['quoteShare', ({ candidate }) => candidate.marks.quoteShare],
  ['startsWithQuote', ({ candidate }) => candidate.marks.startsWithQuote],
  ['unbalancedQuote', ({ candidate }) => candidate.marks.unbalanced],
  ['pronounStart', ({ candidate }) => cues.pronounStart(candidate)],
  ['connectiveStart', ({ candidate }) => cues.connectiveStart(candidate)],
  ['contrastStart', ({ candidate }) => cues.contrastStart(candidate)],
  ['pronouns', ({ candidate }) => cues.pronounShare(candidate)],
  ['firstPerson', ({ candidate }) => cues.firstPerson(candidate)],
  ['secondPerson', ({ candidate }) => cues.secondPerson(candidate)],
  ['said', ({ candidate }) => cues.said(candidate)],
  ['question', ({ candidate }) => candidate.marks.question],
  ['numbers', ({ candidate }) => candidate.marks.numbers],
  ['years', ({ candidate }) => cues.years(candidate)],
  ['names', ({ candidate }) => candidate.marks.capitals],
  ['nameShare', ({ candidate }) => candidate.marks.capitals / Math.max(1, candidate.words.length)],
  ['weekday', ({ candidate }) => cues.weekday(candidate)],
  ['perfect', ({ candidate }) => cues.presentPerfect(candidate)],
  ['presentTense', ({ candidate }) => cues.presentTense(candidate)],
  ['pastTense', ({ candidate }) => cues.pastTense(candidate)],
  ['trend', ({ candidate }) => cues.trend(candidate)],
  ['subordinate', ({ candidate }) => cues.subordinate(candidate)],
  ['commas', ({ candidate }) => candidate.marks.commas],
  ['abstract', ({ candidate }) => cues.abstractNouns(candidate)],
  ['colon', ({ candidate }) => candidate.marks.colon],
  ['dashes', ({ candidate }) => candidate.marks.dashes],
  // what stands before it
  ['afterQuote', ({ previous }) => (previous ? previous.marks.quoteShare : 0)],
  ['previousWords', ({ previous }) => previous?.length ?? 0],
  ['previousOverlap', ({ statistics, index }) => statistics.previousOverlap[index] ?? 0],
];

export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name);

/** One row of `FEATURE_NAMES` for each candidate. */
export function featuresOf(story: StoryText, statistics: StoryStatistics): Float64Array[] {
  return story.candidates.map((candidate, index) => {
    const before = story.candidates[candidate.previous];
    const seen: Seen = { candidate, story, statistics, index, previous: before };
    return Float64Array.from(FEATURES, ([, value]) => value(seen));
  });
}

function articleOf({ story, candidate }: Seen): StoryText['articles'][number] | undefined {
  return story.articles[candidate.article];
}
