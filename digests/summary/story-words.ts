import { isDigit, isLetter, isUpper } from '../text/characters.ts';
import { NumberTable } from './number-table.ts';
import { PairTable } from './pair-table.ts';
import type { SentenceWords } from './sentence-words.ts';
import type { Trim } from './trims.ts';
import type { WordBook } from './word-book.ts';

/** The words of a sentence, and each with the next one, by their numbers in the story. */
type NumberedWords = { readonly words: readonly number[]; readonly pairs: readonly number[] };

/** The folded words of one story, their pairs and their stems, each by a number of its own: 0, 1, 2, … as they come. */
export class StoryWords {
  readonly book: WordBook;
  /** Of each word, the number of its stem in the story; -1 for a function word. */
  readonly stems: number[] = [];
  /** Of each word, 1 when it stands capitalised inside a sentence: it is a name, mostly. */
  readonly names: number[] = [];
  /** Words that stand next to each other. */
  readonly pairs = new PairTable();
  /** The words and the stems of the story, by their numbers in the book. */
  readonly #words = new NumberTable();
  readonly #stems = new NumberTable();

  constructor(book: WordBook) {
    this.book = book;
  }

  /** Of each word of the story, its number in the book. */
  get inBook(): readonly number[] {
    return this.#words.members;
  }

  get size(): number {
    return this.#words.size;
  }

  get stemCount(): number {
    return this.#stems.size;
  }

  /** The number in the story of a word of the book; -1 when no sentence has it. */
  wordOf(inBook: number): number {
    return this.#words.find(inBook);
  }

  /** The number in the story of the stem of a word of the book; -1 when no sentence has it. */
  stemOf(inBook: number): number {
    return this.#stems.find(this.book.stemOf(inBook));
  }

  /** What a word of the story is a cue of: bits of `Cue`. */
  cueSigns(word: number): number {
    return this.book.cueSignsOf(this.inBook[word] as number);
  }

  /** The folded text of a word of the story. */
  textOf(word: number): string {
    return this.book.texts[this.inBook[word] as number] as string;
  }

  /** Takes in a whole sentence. */
  addSentence(sentence: SentenceWords): NumberedWords {
    const { count, numbers } = sentence;
    // Plain arrays: typed ones of this size are slow to make.
    const words: number[] = [];
    const pairs: number[] = [];
    for (let at = 0; at < count; at++) {
      const word = this.#add(this.book.foldedOf(numbers[at] as number));
      if (at > 0) pairs.push(this.pairs.add(words[at - 1] as number, word));
      words.push(word);
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
    const joined = this.pairs.find(words[to - 1] as number, words[again] as number);
    return {
      words: [...words.slice(from, to), ...words.slice(again, end)],
      pairs: [...pairs.slice(from, to - 1), joined, ...pairs.slice(again, end - 1)],
    };
  }

  #add(inBook: number): number {
    const word = this.#words.add(inBook);
    if (word === this.stems.length) {
      const stem = this.book.stemOf(inBook);
      this.stems.push(stem < 0 ? -1 : this.#stems.add(stem));
      this.names.push(0);
    }
    return word;
  }
}

/** A capital after a space after a word, a comma, a colon or a semicolon: not one that only begins a sentence. */
function isCapitalisedInside({ source: { units }, from, starts }: SentenceWords, at: number): boolean {
  const start = starts[at] as number;
  if (start < from + 2 || !isUpper(units[start] as number) || units[start - 1] !== 0x20) return false;
  const before = units[start - 2] as number;
  return isLetter(before) || isDigit(before) || before === 0x2c || before === 0x3a || before === 0x3b;
}
