import type { Span } from '../../src/domain/span.ts';
import type { Grammar } from '../names/grammars.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from '../names/speech-verbs.ts';
import { isCapital, isWord, Kind, type Words } from '../names/words.ts';
import type { MarkedStretch } from './marks.ts';

/** What a token does for speech. */
export const Cue = { None: 0, Strong: 1, Weak: 2 } as const;

/** Where the quotations of an article stand among its tokens, paragraphs, sentences and verbs of saying. */
export type Layout = {
  readonly words: Words;
  readonly stretches: readonly MarkedStretch[];
  /** Which stretch a token lies in, counted from 1; 0 outside. Marks belong to their stretch. */
  readonly inside: Int32Array;
  readonly paragraph: Int32Array;
  /** Sentences of the text around the quotations: a quotation belongs to the sentence that carries it. */
  readonly sentence: Int32Array;
  readonly sentenceStart: Int32Array;
  readonly cue: Uint8Array;
  /** The next and the last plain verb of saying in the same sentence with no quotation between; -1 for none. */
  readonly nextStrong: Int32Array;
  readonly lastStrong: Int32Array;
  readonly nextWeak: Int32Array;
  readonly lastWeak: Int32Array;
  /** First and last token of each stretch, marks included. */
  readonly firstToken: Int32Array;
  readonly lastToken: Int32Array;
  /** The first token of each paragraph, and the end. */
  readonly paragraphStart: Int32Array;
  /** Stretches of each paragraph and words outside them. */
  readonly paragraphStretches: Int32Array;
  readonly paragraphWords: Int32Array;
};

function endsSentence(word: string): boolean {
  return word === '.' || word === '!' || word === '?' || word === '…';
}

function cueOfWord(word: string, grammar: Grammar | null): number {
  if (grammar !== null) return grammar.speech.has(word) ? Cue.Strong : Cue.None;
  return strongSpeechVerbs.has(word) ? Cue.Strong : weakSpeechVerbs.has(word) ? Cue.Weak : Cue.None;
}

/** Which stretch each token lies in: its number from 1, or 0 outside. */
export function quotedTokens(words: Words, stretches: readonly MarkedStretch[]): Int32Array {
  const inside = new Int32Array(words.count);
  let at = 0;
  for (let i = 0; i < words.count; i++) {
    const start = words.starts[i] ?? 0;
    while (at < stretches.length && (stretches[at]?.outerEnd ?? 0) <= start) at++;
    const stretch = stretches[at];
    if (stretch !== undefined && start >= stretch.outerStart) inside[i] = at + 1;
  }
  return inside;
}

/** Reads the layout in a few passes over the tokens. */
export function readLayout(
  words: Words,
  stretches: readonly MarkedStretch[],
  inside: Int32Array,
  grammar: Grammar | null,
): Layout {
  const { count, kinds, lower } = words;
  const paragraph = new Int32Array(count + 1);
  const sentence = new Int32Array(count + 1);
  const cue = new Uint8Array(count);
  const sentenceStarts: number[] = [0];
  const firstToken = new Int32Array(stretches.length).fill(-1);
  const lastToken = new Int32Array(stretches.length).fill(-1);
  const paragraphStretches: number[] = [0];
  const paragraphWords: number[] = [0];
  const paragraphStarts: number[] = [0];

  let p = 0;
  let s = 0;
  let ended = false;
  for (let i = 0; i < count; i++) {
    const kind = kinds[i] ?? 0;
    const word = lower[i] ?? '';
    const stretch = inside[i] ?? 0;
    if (kind === Kind.Break) {
      paragraph[i] = p;
      sentence[i] = s;
      p++;
      paragraphStretches.push(0);
      paragraphWords.push(0);
      paragraphStarts.push(i + 1);
      // "She said this:" goes on in the next paragraph.
      ended = (lower[i - 1] ?? '') !== ':' || (inside[i - 1] ?? 0) > 0;
      continue;
    }
    if (ended && (stretch > 0 ? stretch !== (inside[i - 1] ?? 0) : isWord(kind) || kind === Kind.Mark)) {
      // A lower-case word goes on with the sentence: "“Really?” he said".
      if (stretch > 0 || kind !== Kind.Lower || (kinds[i - 1] ?? 0) === Kind.Break) {
        s++;
        sentenceStarts.push(i);
      }
      ended = false;
    }
    paragraph[i] = p;
    sentence[i] = s;
    if (stretch > 0) {
      if ((firstToken[stretch - 1] ?? -1) < 0) {
        firstToken[stretch - 1] = i;
        paragraphStretches[p] = (paragraphStretches[p] ?? 0) + 1;
      }
      lastToken[stretch - 1] = i;
      ended =
        endsSentence(word) ||
        (ended && kind === Kind.Mark) ||
        (kind === Kind.Mark && endsSentence(lower[i - 1] ?? ''));
      continue;
    }
    if (isWord(kind)) {
      paragraphWords[p] = (paragraphWords[p] ?? 0) + 1;
      if (kind === Kind.Lower || isCapital(kind)) cue[i] = cueOfWord(word, grammar);
      ended = false;
    } else if (endsSentence(word)) ended = true;
    else if (kind === Kind.Punctuation && word !== ')' && word !== ']' && word !== '’' && word !== "'")
      ended = false;
  }
  paragraphStarts.push(count + 1);
  paragraph[count] = p;
  sentence[count] = s + 1;

  const places = { inside, sentence, cue };
  return {
    words,
    stretches,
    inside,
    paragraph,
    sentence,
    sentenceStart: Int32Array.from(sentenceStarts),
    cue,
    nextStrong: nearestCues(places, Cue.Strong, -1),
    lastStrong: nearestCues(places, Cue.Strong, 1),
    nextWeak: nearestCues(places, Cue.Weak, -1),
    lastWeak: nearestCues(places, Cue.Weak, 1),
    firstToken,
    lastToken,
    paragraphStart: Int32Array.from(paragraphStarts),
    paragraphStretches: Int32Array.from(paragraphStretches),
    paragraphWords: Int32Array.from(paragraphWords),
  };
}

/**
 * The nearest verb of saying of one strength that was passed before each token, in the same sentence with no quotation
 * between; -1 for none. `step` is the way the tokens are gone through: backwards gives the cue that comes next.
 */
function nearestCues(
  { inside, sentence, cue }: Pick<Layout, 'inside' | 'sentence' | 'cue'>,
  wanted: number,
  step: 1 | -1,
): Int32Array {
  const nearest = new Int32Array(cue.length).fill(-1);
  let passed = -1;
  const first = step > 0 ? 0 : cue.length - 1;
  for (let i = first; i >= 0 && i < cue.length; i += step) {
    const before = i - step;
    if (i !== first && (inside[i] !== inside[before] || sentence[i] !== sentence[before])) passed = -1;
    nearest[i] = passed;
    if (cue[i] === wanted) passed = i;
  }
  return nearest;
}

/** The paragraph a stretch stands in. */
export function paragraphSpan(layout: Layout, index: number): Span {
  const { words, stretches, paragraph, paragraphStart, firstToken } = layout;
  const stretch = stretches[index] ?? { start: 0, end: 0 };
  const place = paragraph[firstToken[index] ?? 0] ?? 0;
  const first = paragraphStart[place] ?? 0;
  const last = (paragraphStart[place + 1] ?? words.count + 1) - 2;
  return {
    start: Math.min(stretch.start, words.starts[first] ?? stretch.start),
    end: Math.max(stretch.end, words.ends[Math.min(last, words.count - 1)] ?? stretch.end),
  };
}
