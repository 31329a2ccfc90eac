import {
  calendarWords,
  courtesyTitles,
  determiners,
  functionWords,
  nameParticles,
  officeTitles,
} from './name-words.ts';
import { documentNouns, organisationNouns, personNouns } from './role-nouns.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, type Words } from './words.ts';

export type MentionType = 'name' | 'pronoun' | 'nominal' | 'bare';

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
const portfolios = wordSet(
  'state defense defence treasury war justice labor commerce energy education interior staff agriculture transportation health police',
);
const notAdverbs = wordSet(
  'family ally rally only early italy july daily weekly monthly elderly likely assembly ugly friendly anomaly',
);
const generations = wordSet('jr jr. sr sr. ii iii iv');

/** The words written small, and those that carry a capital elsewhere than at a sentence's start: the latter name something. */
function vocabularies(words: Words): { lower: Set<string>; capital: Set<string> } {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (let i = 0; i < words.count; i++) {
    const kind = words.kinds[i] ?? 0;
    if (kind === Kind.Lower) lower.add(words.lower[i] ?? '');
    else if (isCapital(kind) && !startsSentence(words, i)) capital.add(words.lower[i] ?? '');
  }
  return { lower, capital };
}

function kindAt(words: Words, at: number): number {
  return at >= 0 && at < words.count ? (words.kinds[at] ?? Kind.Break) : Kind.Break;
}

function wordAt(words: Words, at: number): string {
  return words.lower[at] ?? '';
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

/** Where a phrase that begins with a determiner or a possessor ends; `head` is its noun, or -1 when there is none. */
function phraseEnd(words: Words, from: number): number {
  let at = from;
  const limit = Math.min(words.count, from + 8);
  while (at < limit) {
    const kind = kindAt(words, at);
    if (!isWord(kind)) {
      // "the president’s spokesman": the phrase goes on behind its possessor.
      if (kind === Kind.Possessive && at > from && isWord(kindAt(words, at + 1))) {
        at++;
        continue;
      }
      break;
    }
    const word = wordAt(words, at);
    if (
      kind === Kind.Capital &&
      at > from &&
      kindAt(words, at - 1) === Kind.Lower &&
      personNouns.has(wordAt(words, at - 1))
    )
      break;
    if (kind === Kind.Lower) {
      if (functionWords.has(word) && !determiners.has(word)) break;
      if (at > from && functionWords.has(word) && word !== 'other' && word !== 'two' && word !== 'three')
        break;
      if (at > from && !documentNouns.has(word) && (strongSpeechVerbs.has(word) || weakSpeechVerbs.has(word)))
        break;
      if (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word)) break;
    }
    at++;
  }
  return at - 1;
}

/** Finds names, pronouns and noun phrases that can speak, in order of their place. Linear in the number of tokens. */
export function findMentions(words: Words, quotedTokens: Uint8Array | Int32Array): Mention[] {
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
  for (let i = 0; i < words.count; i++) {
    const kind = kindAt(words, i);
    if (!isWord(kind)) continue;
    const word = wordAt(words, i);

    if (isCapital(kind) && canName(words, i, word, kind)) {
      const end = nameEnd(words, i);
      const bare = end === i;
      const atStart = startsSentence(words, i);
      const common =
        bare &&
        (calendarWords.has(word) ||
          (courtesyTitles.has(word.replace('.', '')) && word !== 'madam') ||
          (atStart &&
            kind === Kind.Capital &&
            !vocabulary.capital.has(word) &&
            !besideSpeech(words, i) &&
            (vocabulary.lower.has(word) || looksLikeOpening(words, i, word))));
      if (!common) {
        const first = skipTitles(words, i, end);
        if (first <= end) {
          const possessive = kindAt(words, end + 1) === Kind.Possessive;
          add('name', first, end, i, possessive);
          if (possessive) {
            const last = phraseEnd(words, end + 2);
            if (last > end + 1) {
              add('nominal', i, last, i, kindAt(words, last + 1) === Kind.Possessive);
              phraseUntil = Math.max(phraseUntil, last);
            }
          }
        }
      }
      i = end;
      continue;
    }

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
      let head = last;
      if (last > i) {
        let lowerNoun = false;
        for (let k = i + 1; k <= last; k++)
          if (kindAt(words, k) === Kind.Lower || kindAt(words, k) === Kind.Number) lowerNoun = true;
        if (lowerNoun) {
          while (head > i && kindAt(words, head) === Kind.Possessive) head--;
          add('nominal', i, head, i, kindAt(words, head + 1) === Kind.Possessive);
          phraseUntil = head;
        }
      }
      continue;
    }
    if (
      i > phraseUntil &&
      kind === Kind.Lower &&
      (personNouns.has(word) || documentNouns.has(word) || organisationNouns.has(word))
    ) {
      const possessive = kindAt(words, i + 1) === Kind.Possessive;
      add('bare', i, i, i, possessive);
      if (possessive) {
        // "newspaper’s editorial"
        const last = phraseEnd(words, i + 2);
        if (last > i + 1) {
          add('nominal', i, last, i, kindAt(words, last + 1) === Kind.Possessive);
          phraseUntil = last;
        }
      }
    }
  }
  return mentions;
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

/** Modal verbs that are surnames too: "Will said". */
const surnameVerbs = wordSet('will may');

/** False for words that have their capital from the sentence only. */
function canName(words: Words, at: number, word: string, kind: number): boolean {
  if (!functionWords.has(word)) return true;
  if (surnameVerbs.has(word)) return besideSpeech(words, at) || !startsSentence(words, at);
  return kind === Kind.Upper && word.length > 1 && !startsSentence(words, at);
}

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
  return word.length > 4 && (word.endsWith('ly') || word.endsWith('ing'));
}

/** The last token of the name that begins here, over particles and the "of" of institutions. */
function nameEnd(words: Words, from: number): number {
  let end = from;
  let institution = false;
  for (;;) {
    const word = wordAt(words, end).replace('.', '');
    if (
      organisationNouns.has(word) ||
      word === 'secretary' ||
      word === 'chief' ||
      word === 'minister' ||
      word === 'centers'
    )
      institution = true;
    const next = kindAt(words, end + 1);
    if (isCapital(next)) {
      if (
        calendarWords.has(wordAt(words, end + 1)) ||
        (functionWords.has(wordAt(words, end + 1)) &&
          next === Kind.Capital &&
          wordAt(words, end + 1) !== 'will')
      )
        return end;
      end++;
      continue;
    }
    const word1 = wordAt(words, end + 1);
    if (next === Kind.Lower) {
      if (nameParticles.has(word1)) {
        if (isCapital(kindAt(words, end + 2))) {
          end += 2;
          continue;
        }
        if (nameParticles.has(wordAt(words, end + 2)) && isCapital(kindAt(words, end + 3))) {
          end += 3;
          continue;
        }
      }
      if (institution && (word1 === 'of' || word1 === 'for' || word1 === 'on')) {
        const step = wordAt(words, end + 2) === 'the' ? 3 : 2;
        if (isCapital(kindAt(words, end + step)) && !calendarWords.has(wordAt(words, end + step))) {
          end += step;
          continue;
        }
      }
    }
    if (next === Kind.Punctuation && word1 === '&' && isCapital(kindAt(words, end + 2))) {
      end += 2;
      continue;
    }
    if (next === Kind.Punctuation && word1 === ',' && generations.has(wordAt(words, end + 2)) && end > from)
      return end + 2;
    return end;
  }
}

/** Steps over the titles and offices before a name: "Ukrainian President", "Secretary of State", "Mr.". */
function skipTitles(words: Words, from: number, end: number): number {
  let first = from;
  for (let k = from; k < end; k++) {
    const word = wordAt(words, k).replace('.', '');
    if (courtesyTitles.has(word) || officeTitles.has(word)) {
      let after = k + 1;
      if (wordAt(words, after) === 'of') {
        const portfolio = wordAt(words, after + 1) === 'the' ? after + 2 : after + 1;
        if (!portfolios.has(wordAt(words, portfolio)) || portfolio >= end) continue;
        after = portfolio + 1;
      }
      if (after <= end && isCapital(kindAt(words, after))) first = after;
    }
  }
  return first;
}
