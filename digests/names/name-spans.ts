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
const heads = wordSet('secretary chief chiefs minister centers');
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
  const isBody = institution && (word === 'of' || word === 'for' || word === 'on');
  // "Director of National Intelligence", but not "Senator Roe of Maine"
  if (isBody || (word === 'of' && isOfficeTitle(wordAt(words, end)))) {
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
      const after = wordAt(words, k + 1) === 'of' ? afterPortfolio(words, k + 2, end) : k + 1;
      if (after <= end && isCapital(kindAt(words, after))) first = after;
    }
  }
  return first;
}

/** Where a name begins behind what an office is of: "Secretary of State Jane Roe"; past the end where there is none. */
function afterPortfolio(words: Words, from: number, end: number): number {
  const portfolio = wordAt(words, from) === 'the' ? from + 1 : from;
  if (portfolios.has(wordAt(words, portfolio))) return portfolio + 1;
  for (let at = portfolio + 1; at < end; at++) if (isFirstName(wordAt(words, at))) return at;
  return end + 1;
}

/** A trade or a party before a full name: "Comedian Jane Roe"; in another language any noun: "Torwart Jan Roe". */
function isTrade(words: Words, at: number, end: number, grammar: Grammar | null): boolean {
  const word = wordAt(words, at);
  if (grammar?.office?.test(word) === true) return true;
  if (at + 2 > end || isFirstName(word)) return false;
  if (!isFirstName(wordAt(words, at + 1)))
    return isPlainTrade(word) && at + 2 === end && !namesBody(words, at + 1, end);
  return grammar !== null || personNouns.has(word);
}

/** No party or people, which name bodies as well: "Republican National Committee". */
function isPlainTrade(word: string): boolean {
  return personNouns.has(word) && TRADE.test(word);
}

const TRADE = /(?:or|er|ist|ress|man|woman)$/;

function namesBody(words: Words, from: number, to: number): boolean {
  for (let at = from; at <= to; at++)
    if (organisationNouns.has(wordAt(words, at)) || portfolios.has(wordAt(words, at))) return true;
  return false;
}
