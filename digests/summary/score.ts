import type { Candidate, StoryText } from './document.ts';

/** How much of the story each candidate tells, from its place, its title's words and the story's frequent terms. */
export function scoreCandidates(story: StoryText): number[] {
  const frequency = new Map<string, number>();
  for (const candidate of story.candidates) {
    for (const stem of new Set(candidate.stems)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  return story.candidates.map((candidate) => scoreOf(candidate, story, frequency));
}

function scoreOf(candidate: Candidate, story: StoryText, frequency: ReadonlyMap<string, number>): number {
  const distinct = new Set(candidate.stems);
  let central = 0;
  let title = 0;
  const titleStems = story.articles[candidate.article]?.titleStems ?? new Set();
  for (const stem of distinct) {
    central += Math.log1p((frequency.get(stem) ?? 1) - 1);
    if (titleStems.has(stem)) title++;
  }
  const size = Math.max(6, distinct.size);
  return central / size + (2 * title) / size + 1 / (1 + candidate.position * 0.3);
}
