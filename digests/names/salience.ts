/** Where in its sentence somebody is named: of the people named before, he and she mostly mean who stands highest. */
import type { Mention } from './mentions.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

/** What a place is worth, and what each sentence in between takes off. Chosen on labelled pronouns of training articles. */
export const Place = {
  /** Whom somebody asks answers next. */
  asked: 3.2,
  /** The subject of a verb of saying, or of the main clause behind another. */
  speaker: 3,
  subject: 2.6,
  /** The subject of a clause within: "Roe said Poe would come". */
  inner: 1.8,
  /** Whose the subject is: "Roe’s advice was heard". */
  opener: 1.5,
  object: 1,
  owner: 0.4,
} as const;
export const DISTANCE = 0.8;

const beforeVerbs = wordSet(
  'who never not just still now already later then only even also again once first soon often',
);
const verbs = new Set([
  ...wordSet(
    'is are was were be been has have had does do did will would can could may might must shall should',
  ),
  ...wordSet(`
    took made went came began got gave saw won lost led ran sent wrote spoke stood held kept left met put set hit found
    thought brought sought drew grew knew fell felt became beat broke built bought caught chose cut dealt drove flew fought
    forgot forgave hid heard laid let lay lent meant paid quit rode rose sat shook shot showed slept sold spent split spread
    struck swore threw taught understood woke wore withdrew
  `),
  ...beforeVerbs,
  ...strongSpeechVerbs,
  ...weakSpeechVerbs,
]);
const connectives = wordSet('and but yet so then still later earlier meanwhile');
const existential = wordSet("is was are were 's");
const asking = wordSet('asked asks asking pressed pressing questioned');

/** Reads the places of mentions in their order, for which is its sentence's first subject depends on those before. */
export class Places {
  #sentence = -1;
  #hasSubject = false;

  placeOf(words: Words, mention: Mention, sentence: number): number {
    this.#enter(sentence);
    const { phraseFirst, last } = mention;
    if (mention.possessive) return opensSentence(words, phraseFirst) ? Place.opener : Place.owner;
    if (!isSubject(words, mention)) return placeBehind(words, phraseFirst - 1);
    const first = !this.#hasSubject;
    this.#hasSubject = true;
    if (wordAt(words, phraseFirst - 1) === ',') return Place.speaker;
    if (!first) return Place.inner;
    return speaks(words, last + 1) ? Place.speaker : Place.subject;
  }

  /** Goes over a mention that nobody is meant by; it may still be its sentence's subject. */
  pass(words: Words, mention: Mention, sentence: number): void {
    this.#enter(sentence);
    if (!this.#hasSubject && !mention.possessive) this.#hasSubject = isSubject(words, mention);
  }

  #enter(sentence: number): void {
    if (sentence === this.#sentence) return;
    this.#sentence = sentence;
    this.#hasSubject = false;
  }
}

function isSubject(words: Words, { phraseFirst, last }: Mention): boolean {
  return isVerbForm(words, last + 1) || opensSentence(words, phraseFirst);
}

/** The place of what is no subject, by the word before it: "asked Roe", "there is Roe", "“…” said Roe" but not "he said Roe". */
function placeBehind(words: Words, before: number): number {
  const word = wordAt(words, before);
  if (asking.has(word)) return Place.asked;
  if (existential.has(word) && wordAt(words, before - 1) === 'there') return Place.subject;
  return strongSpeechVerbs.has(word) && !isWord(kindAt(words, before - 1)) ? Place.speaker : Place.object;
}

/** At the head of a sentence, "But" and "Meanwhile" aside. */
function opensSentence(words: Words, first: number): boolean {
  switch (kindAt(words, first - 1)) {
    case Kind.Break:
    case Kind.Mark:
      return true;
    case Kind.Punctuation:
      return STOPS.includes(wordAt(words, first - 1));
    default:
      return connectives.has(wordAt(words, first - 1)) && !isWord(kindAt(words, first - 2));
  }
}

const STOPS = '.?!—–';

function isVerbForm(words: Words, at: number): boolean {
  if (kindAt(words, at) !== Kind.Lower) return false;
  const word = wordAt(words, at);
  return word.endsWith('ed') || word.endsWith('ly') || verbs.has(word);
}

function speaks(words: Words, from: number): boolean {
  let at = from;
  while (at < from + 2 && (beforeVerbs.has(wordAt(words, at)) || wordAt(words, at).endsWith('ly'))) at++;
  return strongSpeechVerbs.has(wordAt(words, at));
}
