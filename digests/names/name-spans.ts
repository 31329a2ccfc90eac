import { isFirstName } from './first-names.ts';
import type { Grammar } from './grammars.ts';
import {
  calendarWords,
  courtesyTitles,
  functionWords,
  isOfficeTitle,
  leadingParticles,
  nameParticles,
} from './name-words.ts';
import { organisationNouns, personNouns } from './role-nouns.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, Kind, kindAt, type Words, wordAt } from './words.ts';

const portfolios = wordSet(
  'state defense defence treasury war justice labor commerce energy education interior staff agriculture transportation health police',
);
const purposeful = wordSet('committee campaign coalition alliance');
/** Nouns that an "of" goes on with as it does with an institution: "Secretary of State". */
const heads = wordSet('secretary chief minister centers');
const generations = wordSet('jr jr. sr sr. ii iii iv');

/** "Smith Slams Jones": headlines give their verbs capitals. */
function isHeadlineVerb(word: string): boolean {
  return (
    word !== 'states' &&
    word.endsWith('s') &&
    !organisationNouns.has(word) &&
    (strongSpeechVerbs.has(word) || weakSpeechVerbs.has(word))
  );
}

/**
 * The last token of the name that begins here, over particles and the "of" of institutions. In another language most
 * particles are words too: "Anna Keller der Zeitung".
 */
export function nameEnd(words: Words, from: number, grammar: Grammar | null): number {
  let end = from;
  let institution = false;
  for (;;) {
    institution ||= isInstitution(wordAt(words, end).replace('.', ''));
    const last = stepOn(words, from, end, institution, grammar);
    if (last === end) return end;
    end = last;
    if (generations.has(wordAt(words, end))) return end;
  }
}

/** The last token of the name with one word more; the same token where the name ends. */
function stepOn(
  words: Words,
  from: number,
  end: number,
  institution: boolean,
  grammar: Grammar | null,
): number {
  const word = wordAt(words, end + 1);
  switch (kindAt(words, end + 1)) {
    case Kind.Capital:
    case Kind.Upper:
      return endsBefore(words, end + 1) ? end : end + 1;
    case Kind.Lower:
      return overSmallWords(words, end, institution, grammar);
    case Kind.Punctuation:
      if (word === '&' && isCapital(kindAt(words, end + 2))) return end + 2;
      return word === ',' && generations.has(wordAt(words, end + 2)) && end > from ? end + 2 : end;
    default:
      return end;
  }
}

/** Capitals that belong to no name: a headline's verb, a day, a word that has its capital from the sentence. */
function endsBefore(words: Words, at: number): boolean {
  const word = wordAt(words, at);
  if (isHeadlineVerb(word) || calendarWords.has(word)) return true;
  return functionWords.has(word) && kindAt(words, at) === Kind.Capital && word !== 'will';
}

/** "Osama bin Laden", "Committee to Protect Journalists", "Department of the Interior". */
function overSmallWords(words: Words, end: number, institution: boolean, grammar: Grammar | null): number {
  const word = wordAt(words, end + 1);
  const particles = grammar === null ? nameParticles : leadingParticles;
  if (particles.has(word)) {
    if (isCapital(kindAt(words, end + 2))) return end + 2;
    if (nameParticles.has(wordAt(words, end + 2)) && isCapital(kindAt(words, end + 3))) return end + 3;
  }
  if (word === 'to' && purposeful.has(wordAt(words, end)) && kindAt(words, end + 2) === Kind.Capital)
    return end + 2;
  if (institution && (word === 'of' || word === 'for' || word === 'on')) {
    const next = wordAt(words, end + 2) === 'the' ? end + 3 : end + 2;
    if (isCapital(kindAt(words, next)) && !calendarWords.has(wordAt(words, next))) return next;
  }
  return end;
}

function isInstitution(word: string): boolean {
  return organisationNouns.has(word) || heads.has(word);
}

/** Steps over the titles and offices before a name: "Ukrainian President", "Secretary of State", "Mr.". */
export function skipTitles(words: Words, from: number, end: number, grammar: Grammar | null): number {
  let first = from;
  for (let k = from; k < end; k++) {
    const word = wordAt(words, k).replace('.', '');
    if (courtesyTitles.has(word) || isOfficeTitle(word) || isTrade(words, k, end, grammar)) {
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

/** A trade or a party before a full name: "Comedian Jane Roe"; in another language any noun: "Torwart Jan Roe". */
function isTrade(words: Words, at: number, end: number, grammar: Grammar | null): boolean {
  const word = wordAt(words, at);
  if (grammar?.office?.test(word) === true) return true;
  if (at + 2 > end || isFirstName(word) || !isFirstName(wordAt(words, at + 1))) return false;
  return grammar !== null || personNouns.has(word);
}
