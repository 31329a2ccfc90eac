import { splitSentences } from '../../digests/text/sentences.ts';

/** How much room a text takes on a platform, its escapes counted: between once and five times its length. */
export type Measure = (text: string) => number;

const ellipsis = '…';
const words = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text where it fits into `room`; else its first sentences, and where not even one fits its first words with
 * an ellipsis. Never cut inside a word, unless that word alone is longer than the room; then at a whole grapheme.
 */
export function shorten(text: string, room: number, measure: Measure = plainLength): string {
  if (fits(text, room, measure)) return text;
  const head = text.slice(0, room + 1);
  const ends = splitSentences(head)
    .map((sentence) => sentence.end)
    .filter((end) => end < head.length && end > room / 3);
  const end = lastThatFits(head, ends, room - 2, measure);
  return end > 0 ? `${head.slice(0, end)} ${ellipsis}` : shortenAtWord(text, room, measure);
}

/** The same without looking for sentences: for headlines, names and labels. */
export function shortenAtWord(text: string, room: number, measure: Measure = plainLength): string {
  if (fits(text, room, measure)) return text;
  if (room < 1) return '';
  const head = text.slice(0, room + 1);
  const spaces = Array.from(head.matchAll(/\s+(?=\S)/g), ({ index }) => index);
  let end = lastThatFits(head, spaces, room - 1, measure);
  if (end === 0) end = lastThatFits(head, boundaries(words, head), room - 1, measure);
  if (end === 0) end = lastThatFits(head, boundaries(graphemes, head), room - 1, measure);
  return head.slice(0, end).trimEnd() + ellipsis;
}

export function plainLength(text: string): number {
  return text.length;
}

/** True for a text that `shorten` leaves as it is. A short one need not be measured. */
export function fits(text: string, room: number, measure: Measure): boolean {
  return text.length * 5 <= room || (text.length <= room && measure(text) <= room);
}

/** Starts of segments: each a place where the text may be cut. The last segment may go on behind `head`. */
function boundaries(segmenter: Intl.Segmenter, head: string): readonly number[] {
  return Array.from(segmenter.segment(head), ({ index }) => index);
}

/** The last of the growing `ends` whose text before it fits, by halving; 0 when none does. */
function lastThatFits(text: string, ends: readonly number[], room: number, measure: Measure): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (measure(text.slice(0, ends[middle])) <= room) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1] ?? 0;
}
