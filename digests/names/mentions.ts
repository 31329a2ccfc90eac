import { bodyWords } from './bodies.ts';
import { isFirstName } from './first-names.ts';
import type { Grammar } from './grammars.ts';
import { behindStrays, isHeadlineVerb, nameEnd, skipTitles } from './name-spans.ts';
import {
  calendarWords,
  courtesyTitles,
  determiners,
  functionWords,
  honours,
  isNumeral,
  officeTitles,
} from './name-words.ts';
import {
  endBeforeName,
  endsWithName,
  isSpeakerNoun,
  isVerb,
  phraseEnd,
  phraseStart,
} from './noun-phrases.ts';
import { bareTitle } from './role-words.ts';
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

/** The words written small, and those that carry a capital elsewhere than at a sentence's start: the latter name something. */
type Vocabularies = { readonly lower: ReadonlySet<string>; readonly capital: ReadonlySet<string> };

function vocabularies(words: Words): Vocabularies {
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

/** Finds names, pronouns and noun phrases that can speak, in order of their place. Linear in the number of tokens. */
export function findMentions(
  words: Words,
  quotedTokens: Uint8Array | Int32Array,
  grammar: Grammar | null,
): Mention[] {
  const vocabulary = vocabularies(words);
  const mentions: Mention[] = [];
  const add = (
    type: MentionType,
    first: number,
    last: number,
    phraseFirst: number,
    possessive: boolean,
  ): void => {
    mentions.push({
      type,
      first,
      last,
      head: last,
      start: words.starts[first] ?? 0,
      end: words.ends[last] ?? 0,
      phraseFirst,
      possessive,
      quoted: quotedTokens[first] !== 0,
    });
  };

  let phraseUntil = -1;
  const addPhrase = (first: number, last: number): void => {
    add('nominal', first, last, first, kindAt(words, last + 1) === Kind.Possessive);
    phraseUntil = Math.max(phraseUntil, last);
  };
  for (let i = 0; i < words.count; i++) {
    const kind = kindAt(words, i);
    if (!isWord(kind)) continue;
    const word = wordAt(words, i);

    if (isCapital(kind) && canName(words, i, word, kind, grammar)) {
      const end = nameEnd(words, i, grammar);
      if (end > i || !isCommonWord(words, i, vocabulary)) {
        const first = behindStrays(words, skipTitles(words, i, end, grammar), end, vocabulary.lower);
        if (first <= end) {
          const possessive = kindAt(words, end + 1) === Kind.Possessive;
          const goesOn =
            grammar === null && isWord(kindAt(words, end + 1)) && !isVerb(wordAt(words, end + 1));
          const nounBehind = possessive || !goesOn ? -1 : phraseEnd(words, end + 1);
          // "Fox News host": the name only says which host.
          const attributive = nounBehind > end && isSpeakerNoun(wordAt(words, nounBehind));
          add('name', first, end, i, possessive || attributive);
          if (possessive) {
            const last = phraseEnd(words, end + 2);
            // "the paper’s Jane Roe" is named
            if (last > end + 1 && !endsWithName(words, last)) addPhrase(i, last);
          } else if (attributive) addPhrase(phraseStart(words, i, phraseUntil + 1), nounBehind);
        }
      }
      i = end;
      continue;
    }

    // Pronouns and nouns are known in English only.
    if (grammar !== null) continue;
    if (
      personalPronouns.has(word) &&
      !(standAlone.has(word) && (i < phraseUntil || !standsAlone(words, i)))
    ) {
      if (!(word === 'her' && isWord(kindAt(words, i + 1)) && !functionWords.has(wordAt(words, i + 1)))) {
        add('pronoun', i, i, i, false);
        continue;
      }
    }
    if (possessivePronouns.has(word)) add('pronoun', i, i, i, true);
    if (determiners.has(word) && i > phraseUntil) {
      const last = phraseEnd(words, i);
      if (endsWithOffice(words, i, last)) {
        addPhrase(i, last);
        i = last;
      } else if (last > i && hasNoun(words, i + 1, last)) {
        const end = endBeforeName(words, i, last);
        if (end > i) addPhrase(i, end);
      }
      continue;
    }
    if (i > phraseUntil && kind === Kind.Lower && isSpeakerNoun(word)) {
      const last = phraseEnd(words, i);
      add(
        'bare',
        phraseStart(words, i, phraseUntil + 1),
        last,
        i,
        kindAt(words, last + 1) === Kind.Possessive,
      );
      phraseUntil = last;
      if (kindAt(words, last + 1) === Kind.Possessive) {
        // "newspaper’s editorial"
        const owned = phraseEnd(words, last + 2);
        if (owned > last + 1) addPhrase(i, owned);
      }
    }
  }
  return mentions;
}

/** A capital that stands alone and names nobody: a day, a title, a degree, an ordinary word that begins its sentence. */
function isCommonWord(words: Words, at: number, vocabulary: Vocabularies): boolean {
  const word = wordAt(words, at);
  if (calendarWords.has(word) || honours.has(word.replaceAll('.', ''))) return true;
  if (courtesyTitles.has(bareTitle(word)) && word !== 'madam') return true;
  if (!startsSentence(words, at) || kindAt(words, at) !== Kind.Capital) return false;
  if (vocabulary.capital.has(word) || besideSpeech(words, at)) return false;
  return vocabulary.lower.has(word) || looksLikeOpening(words, at, word);
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

/** Small words that are names too: "Will said", "Per Holm", "May Long". */
const nameLikeWords = wordSet('will may per long past more can since even');

/** False for words that have their capital from the sentence only. */
function canName(words: Words, at: number, word: string, kind: number, grammar: Grammar | null): boolean {
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

/** A single capital word at the start of a sentence that looks like an adverb or a participle, not like a name. */
function looksLikeOpening(words: Words, at: number, word: string): boolean {
  if (strongSpeechVerbs.has(word)) return true;
  if (kindAt(words, at + 1) === Kind.Possessive) return false;
  return word.length > 4 && OPENING.test(word) && !isFirstName(word);
}
