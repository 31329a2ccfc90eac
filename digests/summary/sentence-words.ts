import { eachWord } from '../text/tokens.ts';
import type { WordBook } from './word-book.ts';

/** The words of one sentence by their numbers in a book. */
export class SentenceWords {
  readonly book: WordBook;
  /** The text that the sentence stands in, and where. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of each word: its number, and where it stands in the text. */
  readonly numbers: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Runs of letters and digits up to each word, and after the last one. */
  readonly #runsBefore: readonly number[];

  constructor(book: WordBook, text: string, from = 0, to = text.length) {
    const numbers: number[] = [];
    const starts: number[] = [];
    const ends: number[] = [];
    const runsBefore = [0];
    let runs = 0;
    const visit = (start: number, end: number, follows: boolean): void => {
      const number = book.numberOf(text.slice(start, end));
      numbers.push(number);
      starts.push(start);
      ends.push(end);
      runs += (book.runs[number] as number) - (follows ? 1 : 0);
      runsBefore.push(runs);
    };
    eachWord(text, visit, from, to);
    this.book = book;
    this.text = text;
    this.from = from;
    this.to = to;
    this.numbers = numbers;
    this.starts = starts;
    this.ends = ends;
    this.#runsBefore = runsBefore;
  }

  get count(): number {
    return this.numbers.length;
  }

  /** Words of a stretch of the sentence as a reader counts them: "don't" is two. */
  lengthOf(from: number, to: number): number {
    return (this.#runsBefore[to] as number) - (this.#runsBefore[from] as number);
  }

  clauseSigns(at: number): number {
    return this.book.clauseSigns[this.numbers[at] as number] as number;
  }
}
