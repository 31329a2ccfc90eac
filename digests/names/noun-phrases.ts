import { determiners, functionWords, officeTitles } from './name-words.ts';
import { documentNouns, organisationNouns, personNouns } from './role-nouns.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

const LONGEST = 8;

const notAdverbs = wordSet(
  'family ally rally only early italy july daily weekly monthly elderly likely assembly ugly friendly anomaly',
);

/** True for nouns that people, bodies and writings that speak go by. */
export function isSpeakerNoun(word: string): boolean {
  return speakerNouns.has(word);
}

const speakerNouns = new Set([...personNouns, ...documentNouns, ...organisationNouns]);

/** A verb of saying, plain or weak, in any of its forms. */
export function isVerb(word: string): boolean {
  return speechVerbs.has(word);
}

const speechVerbs = new Set([...strongSpeechVerbs, ...weakSpeechVerbs]);

function isAdverb(word: string): boolean {
  return word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word);
}

/** The last token of a noun phrase that begins with a determiner, a possessor or its first noun. */
export function phraseEnd(words: Words, from: number): number {
  let at = from;
  const limit = Math.min(words.count, from + LONGEST);
  while (at < limit) {
    const kind = kindAt(words, at);
    const before = at > from ? wordAt(words, at - 1) : '';
    if (kind === Kind.Possessive && at > from && isWord(kindAt(words, at + 1))) {
      // "the president’s spokesman": the phrase goes on behind its possessor.
      at++;
      continue;
    }
    if (!isWord(kind)) break;
    const word = wordAt(words, at);
    const behindNoun =
      at > from &&
      (kindAt(words, at - 1) === Kind.Lower
        ? isSpeakerNoun(before)
        : personNouns.has(before) && ((at === from + 2 && officeTitles.has(before)) || before.endsWith('s')));
    if (kind === Kind.Capital && behindNoun && personNouns.has(before)) break;
    if (kind === Kind.Lower) {
      if (behindNoun && !isSpeakerNoun(word) && !isWithin(words, at)) break;
      const isNoun = word === 'other' || (word === 'mine' && at > from);
      if (functionWords.has(word) && !(at === from && determiners.has(word)) && !isNoun) break;
      if (at > from && !documentNouns.has(word) && isVerb(word)) break;
      // "the famously gruff senator", but "the senator angrily".
      if (isAdverb(word) && at !== from + 1) break;
    }
    at++;
  }
  let last = Math.max(from, at - 1);
  while (last > from && !isWord(kindAt(words, last))) last--;
  return last;
}

/** The middle of a compound: "law enforcement official". */
function isWithin(words: Words, at: number): boolean {
  const word = wordAt(words, at);
  return (
    !personNouns.has(wordAt(words, at - 1)) &&
    !functionWords.has(word) &&
    !isAdverb(word) &&
    !/(?:ed|ing)$/.test(word) &&
    kindAt(words, at + 1) === Kind.Lower &&
    personNouns.has(wordAt(words, at + 1))
  );
}

/** The first token of a phrase without a determiner, seen from its noun: "presidential candidate". */
export function phraseStart(words: Words, noun: number, notBefore: number): number {
  let first = noun;
  while (first > notBefore && noun - first < 3) {
    const word = wordAt(words, first - 1);
    if (kindAt(words, first - 1) !== Kind.Lower || functionWords.has(word) || isVerb(word) || isAdverb(word))
      break;
    if (word.endsWith('ed') || word.endsWith('ing')) break;
    first--;
  }
  return first;
}

/** Whether a phrase runs into a name. */
export function endsWithName(words: Words, last: number): boolean {
  return kindAt(words, last) === Kind.Capital && !isSpeakerNoun(wordAt(words, last));
}

/**
 * Where a phrase ends that runs into a name: before "granted Roe" in "several groups granted Roe"; at its determiner where
 * the name alone says who it is: "an angry Roe", "the novelist Jane Roe".
 */
export function endBeforeName(words: Words, from: number, last: number): number {
  if (!endsWithName(words, last)) return last;
  let name = last;
  while (name > from && isCapital(kindAt(words, name - 1))) name--;
  if (name <= from + 1 || kindAt(words, name - 1) !== Kind.Lower) return last;
  for (let k = name - 2; k > from; k--) if (isSpeakerNoun(wordAt(words, k))) return k;
  return from;
}
