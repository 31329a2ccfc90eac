import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord } from '../text/tokens.ts';
import { type TextUnits, unitsOf } from '../text/units.ts';
import { boilerplateSigns } from './boilerplate-words.ts';
import { clauseSigns } from './clause-words.ts';
import { cueSigns } from './cues.ts';
import { WordTable } from './word-table.ts';

/**
 * The words of a language as numbers, each with what is known of it whatever text it stands in, so that all of that is
 * found out once a word and not at each reading. A word is what stands in a text ("Zelenskyy’s"); its folded form is a
 * word of the book too.
 */
export class WordBook {
  readonly language: string;
  /** What is known of each word, `FACTS` a word: side by side, for all of it is asked for together. */
  readonly #facts: number[] = [];
  readonly #table = new WordTable();
  #characters = 0;
  readonly #stemNumbers = new Map<string, number>();

  constructor(language: string) {
    this.language = language;
  }

  /** Each word as it stands in texts. */
  get texts(): readonly string[] {
    return this.#table.words;
  }

  get size(): number {
    return this.texts.length;
  }

  /** Whether the memory would be worth more than the time from here on: by words, or by what a hostile text calls words. */
  get isFull(): boolean {
    return this.size > MAX_WORDS || this.#characters > MAX_CHARACTERS;
  }

  get stemCount(): number {
    return this.#stemNumbers.size;
  }

  numberOf(word: string): number {
    return this.numberIn(unitsOf(word), 0, word.length);
  }

  /** The number of the word that stands in a text from `from` up to `to`. */
  numberIn(source: TextUnits, from: number, to: number): number {
    const number = this.#table.numberOf(source, from, to);
    if (number * FACTS === this.#facts.length) this.#learn(number);
    return number;
  }

  /** The number of the word's folded form: what words are compared by. */
  foldedOf(word: number): number {
    return this.#facts[word * FACTS] as number;
  }

  /** The number of its stem, which words of one meaning share; -1 for a function word. */
  stemOf(word: number): number {
    return this.#facts[word * FACTS + 1] as number;
  }

  /** What it may do in a clause: bits of `Clause`. */
  clauseSignsOf(word: number): number {
    return this.#facts[word * FACTS + 2] as number;
  }

  /** What it is a cue of: bits of `Cue`. */
  cueSignsOf(word: number): number {
    return this.#facts[word * FACTS + 3] as number;
  }

  /** Whether it may open or tell boilerplate. */
  boilerplateSignsOf(word: number): number {
    return this.#facts[word * FACTS + 4] as number;
  }

  /** Its runs of letters and digits: "don't" has two. */
  runsOf(word: number): number {
    return this.#facts[word * FACTS + 5] as number;
  }

  #learn(number: number): void {
    const text = this.texts[number] as string;
    const folded = foldWord(text);
    const lower = text.toLowerCase().replace('’', "'");
    this.#characters += text.length;
    this.#facts.push(
      number,
      this.#stemNumber(folded),
      clauseSigns(lower),
      cueSigns(folded),
      boilerplateSigns(lower),
      PARTED.test(text) ? (text.match(RUNS)?.length ?? 0) : 1,
    );
    if (folded !== text) this.#facts[number * FACTS] = this.numberOf(folded);
  }

  #stemNumber(folded: string): number {
    if (stopWords(this.language).has(folded)) return -1;
    const text = stem(folded, this.language);
    const known = this.#stemNumbers.get(text);
    if (known !== undefined) return known;
    this.#stemNumbers.set(text, this.#stemNumbers.size);
    return this.#stemNumbers.size - 1;
  }
}

const FACTS = 6;

/** What a word may hold besides letters and digits. */
const PARTED = /['’.,]/;

/** Runs of letters and digits. */
export const RUNS = /[\p{L}\p{N}\p{M}]+/gu;

/** Of a book. The second counts UTF-16 units. */
const MAX_WORDS = 100_000;
const MAX_CHARACTERS = 2_000_000;
const books = new Map<string, WordBook>();

/** The book of a language; a new one when the last is full, so ask once a story. */
export function bookOf(language: string): WordBook {
  let book = books.get(language);
  if (book === undefined || book.isFull) {
    book = new WordBook(language);
    books.set(language, book);
  }
  return book;
}
