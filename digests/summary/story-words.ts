import { isDigit, isLetter, isUpper } from '../text/characters.ts';
import { PairTable } from './pair-table.ts';
import type { SentenceWords } from './sentence-words.ts';
import type { Trim } from './trims.ts';
import type { WordBook } from './word-book.ts';

/** The words of a sentence, and each with the next one, by their numbers in the story. */
type NumberedWords = { readonly words: Int32Array; readonly pairs: Int32Array };

/** The folded words of one story, their pairs and their stems, each by a number of its own: 0, 1, 2, … as they come. */
export class StoryWords {
  readonly book: WordBook;
  /** Of each word of the story, its number in the book. */
  readonly inBook: number[] = [];
  /** Of each word, the number of its stem in the story; -1 for a function word. */
  readonly stems: number[] = [];
  /** Of each word, what it is a cue of: bits of `Cue`. */
  readonly cueSigns: number[] = [];
  /** Of each word, 1 when it stands capitalised inside a sentence: it is a name, mostly. */
  readonly names: number[] = [];
  /** Words that stand next to each other. */
  readonly pairs = new PairTable();
  readonly #words = new Map<number, number>();
  readonly #stems = new Map<number, number>();

  constructor(book: WordBook) {
    this.book = book;
  }

  get size(): number {
    return this.inBook.length;
  }

  get stemCount(): number {
    return this.#stems.size;
  }

  /** The number in the story of a word of the book; -1 when no sentence has it. */
  wordOf(inBook: number): number {
    return this.#words.get(inBook) ?? -1;
  }

  /** The number in the story of the stem of a word of the book; -1 when no sentence has it. */
  stemOf(inBook: number): number {
    return this.#stems.get(this.book.stems[inBook] as number) ?? -1;
  }

  /** The folded text of a word of the story. */
  textOf(word: number): string {
    return this.book.texts[this.inBook[word] as number] as string;
  }

  /** Takes in a whole sentence. */
  addSentence(sentence: SentenceWords): NumberedWords {
    const { count, numbers } = sentence;
    const words = new Int32Array(count);
    const pairs = new Int32Array(Math.max(0, count - 1));
    for (let at = 0; at < count; at++) {
      const word = this.#add(this.book.folded[numbers[at] as number] as number);
      words[at] = word;
      if (at > 0) pairs[at - 1] = this.pairs.add(words[at - 1] as number, word);
      if (isCapitalisedInside(sentence, at)) this.names[word] = 1;
    }
    return { words, pairs };
  }

  /** The words of a shorter form. Two that only the cut brought together are nobody's pair, unless others have it. */
  cut({ words, pairs }: NumberedWords, [from, to, again, end]: Trim['words']): NumberedWords {
    if (from === to || again === end) {
      const [first, last] = from === to ? [again, end] : [from, to];
      return { words: words.slice(first, last), pairs: pairs.slice(first, Math.max(first, last - 1)) };
    }
    const cutWords = new Int32Array(to - from + end - again);
    cutWords.set(words.subarray(from, to));
    cutWords.set(words.subarray(again, end), to - from);
    const cutPairs = new Int32Array(cutWords.length - 1);
    cutPairs.set(pairs.subarray(from, to - 1));
    cutPairs[to - from - 1] = this.pairs.find(words[to - 1] as number, words[again] as number);
    cutPairs.set(pairs.subarray(again, end - 1), to - from);
    return { words: cutWords, pairs: cutPairs };
  }

  #add(inBook: number): number {
    const known = this.#words.get(inBook);
    if (known !== undefined) return known;
    const word = this.inBook.length;
    this.#words.set(inBook, word);
    this.inBook.push(inBook);
    this.names.push(0);
    this.cueSigns.push(this.book.cueSigns[inBook] as number);
    this.stems.push(this.#addStem(this.book.stems[inBook] as number));
    return word;
  }

  #addStem(inBook: number): number {
    if (inBook < 0) return -1;
    const known = this.#stems.get(inBook);
    if (known !== undefined) return known;
    const stem = this.#stems.size;
    this.#stems.set(inBook, stem);
    return stem;
  }
}

/** A capital after a space after a word, a comma, a colon or a semicolon: not one that only begins a sentence. */
function isCapitalisedInside({ text, from, starts }: SentenceWords, at: number): boolean {
  const start = starts[at] as number;
  if (start < from + 2 || !isUpper(text.charCodeAt(start)) || text.charCodeAt(start - 1) !== 0x20)
    return false;
  const before = text.charCodeAt(start - 2);
  return isLetter(before) || isDigit(before) || before === 0x2c || before === 0x3a || before === 0x3b;
}
