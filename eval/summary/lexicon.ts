import { pairName } from '../../digests/summary/concepts.ts';
import type { StoryText } from '../../digests/summary/document.ts';
import type { Lexicon } from '../../digests/summary/lexicon.ts';

/** A story, and the words and pairs of words that its editor's summary holds. */
export type ToldStory = { readonly story: StoryText; readonly told: ReadonlySet<string> };

/** In how many stories each name stood, and in how many of these the summary told it. */
export type LexiconCounts = ReadonlyMap<string, { readonly stories: number; readonly told: number }>;

/** Of a rarer one not enough is known. */
const LEAST_STORIES = 15;
/** Stories of an average word that each count is mixed with (additive smoothing). */
const SMOOTHING = 60;
/** Shares of a story's words and of its pairs that its summary tells, on average. */
const SHARES = { word: 0.15, pair: 0.08 };

/**
 * Odds are rounded to a tenth: the finer differences that leaving one story out makes to a frequent word would tell
 * the training whether this story's summary holds it.
 */
const STEPS = 10;

export function countTold(stories: readonly ToldStory[]): LexiconCounts {
  const counts = new Map<string, { stories: number; told: number }>();
  for (const { story, told } of stories) {
    const names = namesIn(story);
    for (const name of conceptNames(story)) {
      if (holdsName(names, name)) continue;
      const count = counts.get(name) ?? { stories: 0, told: 0 };
      count.stories++;
      if (told.has(name)) count.told++;
      counts.set(name, count);
    }
  }
  return new Map([...counts].filter(([, count]) => count.stories >= LEAST_STORIES));
}

/** As `digests/summary/lexicon.ts` reads it. */
export function oddsOf(counts: LexiconCounts): Record<string, number> {
  return Object.fromEntries([...counts].map(([name, count]) => [name, oddsFor(name, count)]));
}

/** The lexicon as it would be without this one story, which must not learn from its own summary. */
export function lexiconWithout(counts: LexiconCounts, { story, told }: ToldStory): Lexicon {
  const names = namesIn(story);
  const odds = (name: string) => {
    const count = counts.get(name);
    if (!count) return 0;
    if (holdsName(names, name)) return oddsFor(name, count);
    return oddsFor(name, { stories: count.stories - 1, told: count.told - (told.has(name) ? 1 : 0) });
  };
  return {
    of: ({ texts }) => ({
      word: (word) => odds(texts[word] ?? ''),
      pair: (first, second) => odds(`${texts[first]} ${texts[second]}`),
    }),
  };
}

function oddsFor(
  name: string,
  { stories, told }: { readonly stories: number; readonly told: number },
): number {
  const share = name.includes(' ') ? SHARES.pair : SHARES.word;
  const odds = logit((told + SMOOTHING * share) / (stories + SMOOTHING)) - logit(share);
  return Math.round(odds * STEPS) / STEPS;
}

function logit(chance: number): number {
  return Math.log(chance / (1 - chance));
}

/** Names of people and places would be learnt by heart. */
function holdsName(names: ReadonlySet<string>, name: string): boolean {
  return name.split(' ').some((word) => names.has(word));
}

function namesIn({ words }: StoryText): ReadonlySet<string> {
  return new Set(words.names.flatMap((isName, word) => (isName === 1 ? words.textOf(word) : [])));
}

function conceptNames(story: StoryText): string[] {
  const { words } = story;
  return [
    ...Array.from({ length: words.size }, (_, word) => words.textOf(word)),
    ...Array.from({ length: words.pairs.size }, (_, pair) => pairName(story, pair)),
  ];
}
