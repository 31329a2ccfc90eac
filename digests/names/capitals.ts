/** Which capitals name something, and which words have theirs from the sentence only. */
import { isFirstName } from './first-names.ts';
import type { Grammar } from './grammars.ts';
import { isHeadlineVerb } from './name-spans.ts';
import { calendarWords, courtesyTitles, functionWords, honours, isNumeral } from './name-words.ts';
import { bareTitle } from './role-words.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, Kind, kindAt, type Words, wordAt } from './words.ts';

/** The words written small, and those that carry a capital elsewhere than at a sentence's start: the latter name something. */
export type Vocabularies = { readonly lower: ReadonlySet<string>; readonly capital: ReadonlySet<string> };

export function vocabularies(words: Words): Vocabularies {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (let i = 0; i < words.count; i++) {
    const kind = words.kinds[i] ?? 0;
    if (kind === Kind.Lower) lower.add(words.lower[i] ?? '');
    else if (isCapital(kind) && !startsSentence(words, i)) capital.add(words.lower[i] ?? '');
  }
  return { lower, capital };
}

/** True where a sentence may begin: after a stop, a break, an opening mark, a colon or a dash. */
function startsSentence(words: Words, at: number): boolean {
  if (at === 0) return true;
  const kind = kindAt(words, at - 1);
  if (kind === Kind.Break || kind === Kind.Mark) return true;
  if (kind !== Kind.Punctuation) return false;
  const mark = wordAt(words, at - 1);
  return mark !== ',' && mark !== ')' && mark !== '-' && mark !== '/' && mark !== '’' && mark !== '&';
}

/** A capital that stands alone and names nobody: a day, a title, a degree, an ordinary word that begins its sentence. */
export function isCommonWord(words: Words, at: number, vocabulary: Vocabularies): boolean {
  const word = wordAt(words, at);
  if (calendarWords.has(word) || honours.has(word.replaceAll('.', ''))) return true;
  if (courtesyTitles.has(bareTitle(word)) && word !== 'madam') return true;
  if (!startsSentence(words, at) || kindAt(words, at) !== Kind.Capital) return false;
  if (vocabulary.capital.has(word) || besideSpeech(words, at)) return false;
  return vocabulary.lower.has(word) || looksLikeOpening(words, at, word);
}

/** Small words that are names too: "Will said", "Per Holm", "May Long". */
const nameLikeWords = wordSet('will may per long past more can since even');

/** False for words that have their capital from the sentence only. */
export function canName(
  words: Words,
  at: number,
  word: string,
  kind: number,
  grammar: Grammar | null,
): boolean {
  if (grammar !== null && (grammar.small.has(word) || grammar.speech.has(word))) return false;
  if (isCapital(kindAt(words, at + 1)) && (isHeadlineVerb(words, at) || standsBeforeName(words, at, word)))
    return false;
  // The "Q" of an interview.
  if (word.length === 1 && wordAt(words, at + 1) === ':') return false;
  if (!functionWords.has(word)) return !isNumeral(word);
  if (nameLikeWords.has(word)) {
    const begins = startsSentence(words, at);
    if (!begins) return kind === Kind.Capital;
    // "Will Stone said", but "Will Stone go?"
    const surnameSpeaks = isCapital(kindAt(words, at + 1)) && strongSpeechVerbs.has(wordAt(words, at + 2));
    return surnameSpeaks || besideSpeech(words, at);
  }
  return kind === Kind.Upper && word.length > 1 && !startsSentence(words, at);
}

/** A participle or an adverb before a name: "Praising Jane Roe", "Certainly Jane Roe", "Continued Roe". */
function standsBeforeName(words: Words, at: number, word: string): boolean {
  if (word.length < 5 || !OPENING.test(word) || isFirstName(word)) return false;
  const beforeName = isFirstName(wordAt(words, at + 1)) && isCapital(kindAt(words, at + 2));
  return beforeName || (startsSentence(words, at) && strongSpeechVerbs.has(word));
}

const OPENING = /(?:ing|ed|ly)$/;

/** Stands directly before or behind a plain verb of saying, as only a speaker does. */
function besideSpeech(words: Words, at: number): boolean {
  return (
    strongSpeechVerbs.has(wordAt(words, at + 1)) ||
    (kindAt(words, at - 1) === Kind.Lower && strongSpeechVerbs.has(wordAt(words, at - 1)))
  );
}

/** A single capital word at the start of a sentence that looks like an adverb or a participle, not like a name. */
function looksLikeOpening(words: Words, at: number, word: string): boolean {
  if (strongSpeechVerbs.has(word)) return true;
  if (kindAt(words, at + 1) === Kind.Possessive) return false;
  return word.length > 4 && OPENING.test(word) && !isFirstName(word);
}
