import { eachWordIn } from '../text/tokens.ts';
import type { TextUnits } from '../text/units.ts';
import type { WordBook } from './word-book.ts';

/** The words of one sentence by their numbers in a book. */
export class SentenceWords {
  readonly book: WordBook;
  /** The text that the sentence stands in, and where. */
  readonly source: TextUnits;
  readonly from: number;
  readonly to: number;
  /** Of each word: its number, and where it stands in the text. */
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];

  constructor(book: WordBook, source: TextUnits, from = 0, to = source.text.length) {
    const numbers: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    eachWordIn(source, from, to, (start, end) => {
      numbers.push(book.numberIn(source, start, end));
      starts.push(start);
      ends.push(end);
    });
    this.book = book;
    this.source = source;
    this.from = from;
    this.to = to;
    this.numbers = numbers;
    this.starts = starts;
    this.ends = ends;
  }

  get count(): number {
    return this.numbers.length;
  }

  /** Words of a stretch of the sentence as a reader counts them: "don't" is two. */
  lengthOf(from: number, to: number): number {
    const { book } = this;
    let length = 0;
    for (let at = from; at < to; at++) {
      length += book.runsOf(this.numbers[at] as number);
      // what nothing parts from the word before goes on with its run
      if (at > 0 && this.starts[at] === this.ends[at - 1]) length--;
    }
    return length;
  }

  clauseSigns(at: number): number {
    return this.book.clauseSignsOf(this.numbers[at] as number);
  }
}
