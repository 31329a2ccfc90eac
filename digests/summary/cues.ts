/** Signs in the wording of an English sentence; in other languages only digits tell anything. */

/** What a word may be a cue of: the place of its bit in `cueSigns`, and of its count in what `countCues` writes. */
export const Cue = {
  /** Stands for something said before: "he", "this". */
  pointing: 0,
  /** Ties its sentence to the one before: "also", "meanwhile". */
  connective: 1,
  firstPerson: 2,
  secondPerson: 3,
  speech: 4,
  perfect: 5,
  participle: 6,
  present: 7,
  /** What nut graphs tell of: what changes, and why it matters. */
  trend: 8,
  digit: 9,
  /** Counted only: "has become", "have raised" are what is going on, as nut graphs tell it. */
  presentPerfect: 10,
} as const;

/** How many counts a sentence has. */
export const CUES = 11;

const WORDS: readonly (readonly [cue: number, words: string])[] = [
  [
    Cue.pointing,
    "he she it they him them his hers its their theirs this these those such both neither he's she's it's they're that that's",
  ],
  [
    Cue.connective,
    'and also moreover furthermore additionally meanwhile then so thus therefore besides plus instead similarly likewise',
  ],
  [Cue.firstPerson, "i we me us my our mine ours i'm i've i'd i'll we're we've we'd we'll"],
  [Cue.secondPerson, "you your yours you're you've you'll you'd"],
  [
    Cue.speech,
    'said says told added asked wrote tweeted recalled explained replied noted called according stated argued insisted',
  ],
  [Cue.perfect, 'has have'],
  [Cue.present, 'is are has have does can may will remains continues faces shows seems'],
  [
    Cue.trend,
    'become becoming emerged increasingly growing growth rise rising decline declining shift trend amid despite effort efforts ' +
      'continue continues continued fueled raised raising questions concern concerns debate critics supporters experts suggests ' +
      'reflects reveals shows highlights marks underscores signals led helped putting facing faces struggle struggled campaign ' +
      'seeking trying intended aimed first latest major significant largest most more',
  ],
  [Cue.participle, 'been become led made'],
];

const CUES_OF_WORD = new Map<string, number>();
for (const [cue, words] of WORDS)
  for (const word of words.split(' ')) CUES_OF_WORD.set(word, (CUES_OF_WORD.get(word) ?? 0) | (1 << cue));

const DIGIT = /\d/;

/** Every cue that a word is, a bit each. @param word folded */
export function cueSigns(word: string): number {
  let signs = CUES_OF_WORD.get(word) ?? 0;
  if (word.endsWith('ed')) signs |= 1 << Cue.participle;
  return DIGIT.test(word) ? signs | (1 << Cue.digit) : signs;
}

export function isCue(signs: number, cue: number): boolean {
  return (signs & (1 << cue)) !== 0;
}

/** What each word of a story is a cue of. */
type StoryCues = { cueSigns(word: number): number };

/** Counts, for each kind of cue, the words of a sentence that are one. @param counts written anew */
export function countCues(words: readonly number[], story: StoryCues, counts: Uint8Array): void {
  counts.fill(0);
  let before = 0;
  for (const word of words) {
    const signs = story.cueSigns(word);
    if (isCue(signs, Cue.participle) && isCue(before, Cue.perfect)) increase(counts, Cue.presentPerfect);
    before = signs;
    for (let left = signs; left !== 0; ) {
      const cue = 31 - Math.clz32(left);
      increase(counts, cue);
      left ^= 1 << cue;
    }
  }
}

function increase(counts: Uint8Array, cue: number): void {
  counts[cue] = (counts[cue] as number) + 1;
}

/** True for a sentence that can't be understood without the one before it: "He also said…", "That is why…". */
export function pointsBack(first: number, second: number, startsWithQuote: boolean): boolean {
  if (isCue(first, Cue.pointing)) return true;
  return isCue(first, Cue.connective) && isCue(second, Cue.pointing) && !startsWithQuote;
}
