import { eachWord } from '../text/tokens.ts';
import type { WordBook } from './word-book.ts';

/** The words of one sentence by their numbers in a book; made once and read into again, sentence after sentence. */
export class SentenceWords {
  readonly book: WordBook;
  /** Of each word: its number, and where it stands in the text. Only the first `count` are of the sentence. */
  readonly numbers: number[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  count = 0;
  /** The text that the sentence stands in, and where. */
  text = '';
  from = 0;
  to = 0;
  /** Runs of letters and digits up to each word, and after the last one. */
  readonly #runsBefore: number[] = [0];
  readonly #visit = (start: number, end: number, follows: boolean): void => {
    const at = this.count++;
    const number = this.book.numberOf(this.text.slice(start, end));
    this.numbers[at] = number;
    this.starts[at] = start;
    this.ends[at] = end;
    const runs = (this.book.runs[number] as number) - (follows ? 1 : 0);
    this.#runsBefore[at + 1] = (this.#runsBefore[at] as number) + runs;
  };

  constructor(book: WordBook) {
    this.book = book;
  }

  read(text: string, from = 0, to = text.length): void {
    this.text = text;
    this.from = from;
    this.to = to;
    this.count = 0;
    eachWord(text, this.#visit, from, to);
  }

  /** Words of a stretch of the sentence as a reader counts them: "don't" is two. */
  lengthOf(from: number, to: number): number {
    return (this.#runsBefore[to] as number) - (this.#runsBefore[from] as number);
  }

  clauseSigns(at: number): number {
    return this.book.clauseSigns[this.numbers[at] as number] as number;
  }
}
