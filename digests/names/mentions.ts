import { bodyWords } from './bodies.ts';
import { canName, isCommonWord, type Vocabularies, vocabularies } from './capitals.ts';
import type { Grammar } from './grammars.ts';
import { behindStrays, nameEnd, skipTitles } from './name-spans.ts';
import { determiners, functionWords, officeTitles } from './name-words.ts';
import {
  endBeforeName,
  endsWithName,
  isSpeakerNoun,
  isVerb,
  phraseEnd,
  phraseStart,
} from './noun-phrases.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

type MentionType = 'name' | 'pronoun' | 'nominal' | 'bare';

/** A place of the text that can stand for a speaker. `first`, `last` and `head` are token numbers, `last` included. */
export type Mention = {
  readonly type: MentionType;
  readonly first: number;
  readonly last: number;
  /** The last word of a name, the noun of a phrase. */
  readonly head: number;
  readonly start: number;
  readonly end: number;
  /** First token of the whole phrase with titles and offices before the name. */
  readonly phraseFirst: number;
  /** Followed by ’s, or a possessive pronoun: "Smith’s aides", "his". */
  readonly possessive: boolean;
  readonly quoted: boolean;
};

const personalPronouns = wordSet(
  'he she they i we it who which him her them us one you me another others some many',
);
/** Determiners that may stand alone: "another said". */
const standAlone = wordSet('one another others some many');
const possessivePronouns = wordSet('his her their my our its your');

/** Finds names, pronouns and noun phrases that can speak, in order of their place. Linear in the number of tokens. */
export function findMentions(
  words: Words,
  quotedTokens: Uint8Array | Int32Array,
  grammar: Grammar | null,
): Mention[] {
  const finder = new Finder(words, quotedTokens, grammar);
  for (let i = 0; i < words.count; i++) i = finder.readAt(i);
  return finder.mentions;
}

class Finder {
  readonly mentions: Mention[] = [];
  readonly #words: Words;
  readonly #quoted: Uint8Array | Int32Array;
  readonly #grammar: Grammar | null;
  readonly #vocabulary: Vocabularies;
  /** The last token of the phrases found; none begins within another. */
  #phraseUntil = -1;

  constructor(words: Words, quoted: Uint8Array | Int32Array, grammar: Grammar | null) {
    this.#words = words;
    this.#quoted = quoted;
    this.#grammar = grammar;
    this.#vocabulary = vocabularies(words);
  }

  /** Finds what begins at a token. @returns the last token that it takes */
  readAt(i: number): number {
    const words = this.#words;
    const kind = kindAt(words, i);
    if (!isWord(kind)) return i;
    const word = wordAt(words, i);
    if (isCapital(kind) && canName(words, i, word, kind, this.#grammar)) return this.#readName(i);
    // Pronouns and nouns are known in English only.
    if (this.#grammar !== null || this.#readPronoun(i, word)) return i;
    if (determiners.has(word) && i > this.#phraseUntil) return this.#readDetermined(i);
    if (i > this.#phraseUntil && kind === Kind.Lower && isSpeakerNoun(word)) this.#readBareNoun(i);
    return i;
  }

  #readName(i: number): number {
    const words = this.#words;
    const end = nameEnd(words, i, this.#grammar);
    if (end === i && isCommonWord(words, i, this.#vocabulary)) return end;
    const titles = skipTitles(words, i, end, this.#grammar);
    const first = behindStrays(words, titles, end, this.#vocabulary.lower);
    if (first > end) return end;
    const possessive = kindAt(words, end + 1) === Kind.Possessive;
    const goesOn =
      this.#grammar === null && isWord(kindAt(words, end + 1)) && !isVerb(wordAt(words, end + 1));
    const nounBehind = possessive || !goesOn ? -1 : phraseEnd(words, end + 1);
    // "Fox News host": the name only says which host.
    const attributive = nounBehind > end && isSpeakerNoun(wordAt(words, nounBehind));
    this.#add('name', first, end, i, possessive || attributive);
    if (possessive) {
      const last = phraseEnd(words, end + 2);
      // "the paper’s Jane Roe" is named
      if (last > end + 1 && !endsWithName(words, last)) this.#addPhrase(i, last);
    } else if (attributive) this.#addPhrase(phraseStart(words, i, this.#phraseUntil + 1), nounBehind);
    return end;
  }

  /** @returns whether the token is a pronoun and nothing else */
  #readPronoun(i: number, word: string): boolean {
    const words = this.#words;
    if (
      personalPronouns.has(word) &&
      !(standAlone.has(word) && (i < this.#phraseUntil || !standsAlone(words, i))) &&
      !(word === 'her' && isWord(kindAt(words, i + 1)) && !functionWords.has(wordAt(words, i + 1)))
    ) {
      this.#add('pronoun', i, i, i, false);
      return true;
    }
    if (possessivePronouns.has(word)) this.#add('pronoun', i, i, i, true);
    return false;
  }

  #readDetermined(i: number): number {
    const words = this.#words;
    const last = phraseEnd(words, i);
    if (endsWithOffice(words, i, last)) {
      this.#addPhrase(i, last);
      return last;
    }
    if (last > i && hasNoun(words, i + 1, last)) {
      const end = endBeforeName(words, i, last);
      if (end > i) this.#addPhrase(i, end);
    }
    return i;
  }

  #readBareNoun(i: number): void {
    const words = this.#words;
    const last = phraseEnd(words, i);
    const possessive = kindAt(words, last + 1) === Kind.Possessive;
    this.#add('bare', phraseStart(words, i, this.#phraseUntil + 1), last, i, possessive);
    this.#phraseUntil = last;
    if (!possessive) return;
    // "newspaper’s editorial"
    const owned = phraseEnd(words, last + 2);
    if (owned > last + 1) this.#addPhrase(i, owned);
  }

  #addPhrase(first: number, last: number): void {
    this.#add('nominal', first, last, first, kindAt(this.#words, last + 1) === Kind.Possessive);
    this.#phraseUntil = Math.max(this.#phraseUntil, last);
  }

  #add(type: MentionType, first: number, last: number, phraseFirst: number, possessive: boolean): void {
    this.mentions.push({
      type,
      first,
      last,
      head: last,
      start: this.#words.starts[first] ?? 0,
      end: this.#words.ends[last] ?? 0,
      phraseFirst,
      possessive,
      quoted: this.#quoted[first] !== 0,
    });
  }
}

/** "Another said", "one of them", but not "another man". */
function standsAlone(words: Words, at: number): boolean {
  const next = wordAt(words, at + 1);
  return (
    !isWord(kindAt(words, at + 1)) ||
    functionWords.has(next) ||
    strongSpeechVerbs.has(next) ||
    weakSpeechVerbs.has(next)
  );
}

/** "the Prime Minister": an office in capitals, and nobody's name; not "the Justice Department". */
function endsWithOffice(words: Words, from: number, last: number): boolean {
  const word = wordAt(words, last);
  if (isCapital(kindAt(words, last + 1)) && bodyWords.has(wordAt(words, last + 1))) return false;
  if (wordAt(words, from) !== 'the' || !officeTitles.has(word) || !isSpeakerNoun(word)) return false;
  for (let k = from + 1; k <= last; k++) if (!isCapital(kindAt(words, k))) return false;
  return true;
}

function hasNoun(words: Words, from: number, to: number): boolean {
  for (let k = from; k <= to; k++) {
    if (kindAt(words, k) === Kind.Lower || kindAt(words, k) === Kind.Number) return true;
  }
  return false;
}
