/** Where in its sentence a person is named: of the people named before, pronouns mostly mean the one who stands highest. */
import type { Mention } from './mentions.ts';
import { isVerb } from './noun-phrases.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

/** What a place is worth; `DISTANCE` is what each sentence between takes off. */
export const Place = { asked: 3.2, speaker: 3, subject: 2.6, inner: 1.8, object: 1, owner: 0.4 } as const;
export const DISTANCE = 0.8;

const auxiliaries = wordSet(`
  is are was were be been has have had does do did will would can could may might must shall should also who never not
  just still now already later then only even
`);
/** Past forms of common verbs that do not end in "ed". */
const irregular = wordSet(`
  took made went came began got gave saw won lost led ran sent wrote spoke stood held kept left met put set hit found thought
  brought sought drew grew knew fell felt became beat broke built bought caught chose cut dealt drove flew fought forgot forgave
  hid heard laid let lay lent meant paid quit rode rose sat shook shot showed slept sold spent split spread struck swore threw
  took taught understood woke wore withdrew
`);
const connectives = wordSet('and but yet so then still later earlier meanwhile');
const existential = wordSet("is was are were 's");
const asking = wordSet('asked asks asking pressed pressing questioned');

/** What comes of reading a sentence's mentions in their order. */
export class Sentence {
  #number = -1;
  #hasSubject = false;

  /** The place of a mention; those of a sentence are asked for from the first to the last. */
  placeOf(words: Words, mention: Mention, number: number): number {
    if (number !== this.#number) {
      this.#number = number;
      this.#hasSubject = false;
    }
    if (mention.possessive) return Place.owner;
    const before = wordAt(words, mention.phraseFirst - 1);
    const behind = mention.last + 1;
    if (
      strongSpeechVerbs.has(before) &&
      endsQuotation(words, mention.phraseFirst - 2) &&
      !isVerbForm(words, behind)
    )
      return Place.speaker;
    if (asking.has(before)) return Place.asked;
    if (before === ',' && isVerbForm(words, behind)) {
      this.#hasSubject = true;
      return Place.speaker;
    }
    if (presents(words, mention.phraseFirst - 1)) return Place.subject;
    if (!isSubject(words, mention)) return Place.object;
    const first = !this.#hasSubject;
    this.#hasSubject = true;
    if (!first) return Place.inner;
    return speaks(words, mention.last + 1) ? Place.speaker : Place.subject;
  }
}

/** "…, said Roe", "“…” said Roe", but not "he said Roe". */
function endsQuotation(words: Words, at: number): boolean {
  return !isWord(kindAt(words, at));
}

/** "Then there is Roe" */
function presents(words: Words, at: number): boolean {
  return existential.has(wordAt(words, at)) && wordAt(words, at - 1) === 'there';
}

/** At the head of a sentence or before a verb. */
function isSubject(words: Words, mention: Mention): boolean {
  const before = kindAt(words, mention.phraseFirst - 1);
  if (before === Kind.Break || before === Kind.Mark) return true;
  const word = wordAt(words, mention.phraseFirst - 1);
  if (word === '' || word === '.' || word === '?' || word === '!') return true;
  if (connectives.has(word) && !isWord(kindAt(words, mention.phraseFirst - 2))) return true;
  return isVerbForm(words, mention.last + 1);
}

function isVerbForm(words: Words, at: number): boolean {
  const word = wordAt(words, at);
  return (
    kindAt(words, at) === Kind.Lower &&
    (auxiliaries.has(word) || irregular.has(word) || word.endsWith('ed') || isVerb(word))
  );
}

function speaks(words: Words, from: number): boolean {
  let at = from;
  while (at < from + 2 && (auxiliaries.has(wordAt(words, at)) || wordAt(words, at).endsWith('ly'))) at++;
  return strongSpeechVerbs.has(wordAt(words, at));
}
