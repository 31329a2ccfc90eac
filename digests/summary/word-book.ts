import { stem } from '../text/stem.ts';
import { stopWords } from '../text/stop-words.ts';
import { foldWord } from '../text/tokens.ts';
import { boilerplateSigns } from './boilerplate-words.ts';
import { clauseSigns } from './clause-words.ts';
import { cueSigns } from './cues.ts';

/**
 * The words of a language as numbers, each with what is known of it whatever text it stands in, so that all of that is
 * found out once a word and not at each reading. A word is what stands in a text ("Zelenskyy’s"); its folded form is a
 * word of the book too.
 */
export class WordBook {
  readonly language: string;
  /** Each word as it stands in texts. */
  readonly texts: string[] = [];
  /** The number of the word's folded form: what words are compared by. */
  readonly folded: number[] = [];
  /** The number of its stem, which words of one meaning share; -1 for a function word. */
  readonly stems: number[] = [];
  /** What it may do in a clause: bits of `Clause`. */
  readonly clauseSigns: number[] = [];
  /** What it is a cue of: bits of `Cue`. */
  readonly cueSigns: number[] = [];
  /** Whether it may open or tell boilerplate. */
  readonly boilerplateSigns: number[] = [];
  /** Its runs of letters and digits: "don't" has two. */
  readonly runs: number[] = [];
  /** Open addressing by hash: word number plus one, 0 for a free place. Its length is a power of two. */
  #places = new Int32Array(4096);
  #hashes = new Int32Array(2048);
  readonly #stemNumbers = new Map<string, number>();

  constructor(language: string) {
    this.language = language;
  }

  get size(): number {
    return this.texts.length;
  }

  get stemCount(): number {
    return this.#stemNumbers.size;
  }

  numberOf(text: string): number {
    return this.numberAt(text, 0, text.length);
  }

  /** The number of the word that stands in a text from `start` up to `end`: found without cutting it out. */
  numberAt(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    const last = this.#places.length - 1;
    for (let place = hash & last; ; place = (place + 1) & last) {
      const number = (this.#places[place] as number) - 1;
      if (number < 0) return this.#add(text.slice(start, end), hash);
      if (this.#hashes[number] === hash && isAt(this.texts[number] as string, text, start, end))
        return number;
    }
  }

  #add(text: string, hash: number): number {
    const number = this.texts.length;
    if (number === this.#hashes.length) this.#grow();
    this.#hashes[number] = hash;
    this.#place(number);
    const folded = foldWord(text);
    const lower = text.toLowerCase().replace('’', "'");
    // what a text is cut out of would stay in memory as long as its piece does
    this.texts.push(` ${text}`.slice(1));
    this.folded.push(number);
    this.stems.push(this.#stemNumber(folded));
    this.clauseSigns.push(clauseSigns(lower));
    this.cueSigns.push(cueSigns(folded));
    this.boilerplateSigns.push(boilerplateSigns(lower));
    this.runs.push(PARTED.test(text) ? (text.match(RUNS)?.length ?? 0) : 1);
    if (folded !== text) this.folded[number] = this.numberOf(folded);
    return number;
  }

  #place(number: number): void {
    const last = this.#places.length - 1;
    let place = (this.#hashes[number] as number) & last;
    while (this.#places[place] !== 0) place = (place + 1) & last;
    this.#places[place] = number + 1;
  }

  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#places = new Int32Array(this.#places.length * 2);
    for (let number = 0; number < this.size; number++) this.#place(number);
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

/** FNV-1a over UTF-16 units, its high bits mixed in: places are taken from the low ones. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++)
    if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** What a word may hold besides letters and digits. */
const PARTED = /['’.,]/;

/** Runs of letters and digits. */
export const RUNS = /[\p{L}\p{N}\p{M}]+/gu;

/** Of a fuller book the memory would be worth more than the time. */
const MAX_WORDS = 100_000;
const books = new Map<string, WordBook>();

/** The book of a language; a new one when the last is too full, so ask once a story. */
export function bookOf(language: string): WordBook {
  let book = books.get(language);
  if (!book || book.size > MAX_WORDS) {
    book = new WordBook(language);
    books.set(language, book);
  }
  return book;
}
