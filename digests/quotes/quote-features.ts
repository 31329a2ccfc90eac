import { isWord, Kind } from '../names/words.ts';
import { Cue, type Layout } from './layout.ts';
import { besideAt } from './neighbours.ts';

/** The columns that describe a quotation and its place, whoever may have said it; in the order they are written. */
export const quoteFeatureNames = [
  'quoteWords',
  'quoteEnd',
  'quoteStartsSmall',
  'before',
  'after',
  'wordsBefore',
  'closed',
  'quotesOfParagraph',
  'quoteInParagraph',
  'gapBefore',
  'sentencesBefore',
  'cueInGapBefore',
  'gapAfter',
  'sentencesAfter',
  'cueInGapAfter',
  'strongCueAfter',
  'strongCueBefore',
  'weakCueAfter',
  'weakCueBefore',
  'wordsOfParagraph',
] as const;

export const quoteFeatureCount = quoteFeatureNames.length;

/** Stands for "none near": farther than any distance that is told apart. */
export const FAR = 60;

export function clip(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value));
}

function endingClass(mark: string): number {
  switch (mark) {
    case ',':
      return 1;
    case '.':
      return 2;
    case '?':
    case '!':
      return 3;
    case '—':
    case '…':
    case '-':
      return 4;
    default:
      return 0;
  }
}

/** 2 for a plain verb of saying between two quotations, 1 for a weaker cue, 0 for none. */
function cueInGap(layout: Layout, from: number, to: number): number {
  let best = 0;
  for (let i = from; i < to && i < from + FAR; i++) {
    if (layout.cue[i] === Cue.Strong) return 2;
    if (layout.cue[i] === Cue.Weak) best = 1;
  }
  return best;
}

/** Tokens from the end of a quotation to the next cue of its sentence. */
function toCueAfter(layout: Layout, last: number, next: Int32Array, wanted: number): number {
  const at = last + 1;
  const outside =
    at < layout.words.count && layout.sentence[at] === layout.sentence[last] && layout.inside[at] === 0;
  if (!outside) return FAR;
  if (layout.cue[at] === wanted) return 0;
  const found = next[at] ?? -1;
  return found < 0 ? FAR : clip(found - at, FAR);
}

/** Tokens from the last cue of the sentence to the quotation's start. */
function toCueBefore(layout: Layout, first: number, previous: Int32Array, wanted: number): number {
  const at = first - 1;
  const outside = at >= 0 && layout.sentence[at] === layout.sentence[first] && layout.inside[at] === 0;
  if (!outside) return FAR;
  if (layout.cue[at] === wanted) return 0;
  const found = previous[at] ?? -1;
  return found < 0 ? FAR : clip(at - found, FAR);
}

/** Writes the columns of `quoteFeatureNames` at the head of `row`. */
export function describeQuote(
  layout: Layout,
  index: number,
  quoteInParagraph: number,
  row: Float32Array,
): void {
  const { words, stretches, firstToken, lastToken, sentence, paragraph } = layout;
  const stretch = stretches[index];
  if (stretch === undefined) return;
  const first = firstToken[index] ?? 0;
  const last = lastToken[index] ?? 0;
  const place = paragraph[first] ?? 0;
  let count = 0;
  for (let i = first; i <= last; i++) if (isWord(words.kinds[i] ?? 0)) count++;
  let before = 0;
  for (let i = first - 1; i >= 0 && before < 30 && paragraph[i] === place; i--) before++;

  let n = 0;
  row[n++] = clip(count, 40);
  row[n++] = endingClass(words.text.charAt(stretch.end - 1));
  row[n++] = words.kinds[first + 1] === Kind.Lower ? 1 : 0;
  row[n++] = besideAt(layout, first - 1);
  row[n++] = besideAt(layout, last + 1);
  row[n++] = before;
  row[n++] = stretch.closed ? 1 : 0;
  row[n++] = clip(layout.paragraphStretches[place] ?? 0, 8);
  row[n++] = clip(quoteInParagraph, 8);

  const previous = index > 0 ? (lastToken[index - 1] ?? -1) : -1;
  const together = previous >= 0 && paragraph[previous] === place;
  row[n++] = together ? clip(first - previous - 1, FAR) : -1;
  row[n++] = together ? clip((sentence[first] ?? 0) - (sentence[previous] ?? 0), 5) : -1;
  row[n++] = together ? cueInGap(layout, previous + 1, first) : -1;

  const next = firstToken[index + 1] ?? -1;
  const followed = next >= 0 && paragraph[next] === place;
  row[n++] = followed ? clip(next - last - 1, FAR) : -1;
  row[n++] = followed ? clip((sentence[next] ?? 0) - (sentence[last] ?? 0), 5) : -1;
  row[n++] = followed ? cueInGap(layout, last + 1, next) : -1;

  row[n++] = toCueAfter(layout, last, layout.nextStrong, Cue.Strong);
  row[n++] = toCueBefore(layout, first, layout.lastStrong, Cue.Strong);
  row[n++] = toCueAfter(layout, last, layout.nextWeak, Cue.Weak);
  row[n++] = toCueBefore(layout, first, layout.lastWeak, Cue.Weak);
  row[n++] = clip(layout.paragraphWords[place] ?? 0, 100);
}
