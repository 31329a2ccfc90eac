import type { Word } from './lexicon.ts';
import { ABSTRACT_BIT, YEAR_BIT } from './lexicon.ts';

/** Signs in the wording of a sentence, counted in one pass; the bits follow `CUE_WORDS`. */
export type Cues = {
  /** 1 when the first word is one of the kind. */
  readonly pronounStart: number;
  readonly connectiveStart: number;
  readonly contrastStart: number;
  /** Can't be understood without the sentence before it: "He also said…", "And that is why…". */
  readonly pointsBack: boolean;
  /** How many words are of the kind. */
  readonly pronouns: number;
  readonly firstPerson: number;
  readonly secondPerson: number;
  readonly said: number;
  readonly weekday: number;
  readonly presentTense: number;
  readonly pastTense: number;
  readonly trend: number;
  readonly subordinate: number;
  readonly years: number;
  readonly abstract: number;
  /** "has become", "have raised": what is going on, as nut graphs tell it. */
  readonly presentPerfect: number;
};

const bit = (index: number): number => 1 << index;
const PERFECT = bit(9);

export function cuesOf(words: readonly Word[]): Cues {
  const first = words[0]?.cues ?? 0;
  const second = words[1]?.cues ?? 0;
  const counts = new Uint16Array(16);
  let presentPerfect = 0;
  for (let at = 0; at < words.length; at++) {
    let cues = (words[at] as Word).cues;
    if ((cues & PERFECT) !== 0 && isParticiple(words[at + 1]?.folded ?? '')) presentPerfect++;
    while (cues !== 0) {
      const index = 31 - Math.clz32(cues);
      counts[index] = (counts[index] as number) + 1;
      cues ^= bit(index);
    }
  }
  const count = (index: number): number => counts[index] as number;
  return {
    pronounStart: first & bit(0) ? 1 : 0,
    connectiveStart: first & bit(2) ? 1 : 0,
    contrastStart: first & bit(3) ? 1 : 0,
    pointsBack: (first & bit(1)) !== 0 || ((first & bit(2)) !== 0 && (second & bit(1)) !== 0),
    pronouns: count(4),
    firstPerson: count(5),
    secondPerson: count(6),
    said: count(7),
    weekday: count(8),
    presentTense: count(10),
    pastTense: count(11),
    trend: count(12),
    subordinate: count(13),
    years: count(31 - Math.clz32(YEAR_BIT)),
    abstract: count(31 - Math.clz32(ABSTRACT_BIT)),
    presentPerfect,
  };
}

function isParticiple(word: string): boolean {
  return word.endsWith('ed') || word === 'been' || word === 'become' || word === 'led' || word === 'made';
}
