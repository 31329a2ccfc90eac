import { bodyWords, isLand } from './bodies.ts';
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
import { organisationNouns } from './role-nouns.ts';
import { bareTitle, isPluralRole, isTrade } from './role-words.ts';
import { strongSpeechVerbs, weakSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, Kind, kindAt, type Words, wordAt } from './words.ts';

const portfolios = wordSet(
  'state defense defence treasury war justice labor commerce energy education interior staff agriculture transportation health police',
);
const LONGEST_OFFICE = 8;
const purposeful = wordSet('committee campaign coalition alliance');
/** Nouns that an "of" goes on with as it does with an institution: "Secretary of State". */
const heads = wordSet(
  'secretary chief chiefs minister centers center centre march citizens americans partnership project',
);
const generations = wordSet('jr jr. sr sr. ii iii iv');

/** What goes on behind an "and" within an office: "Secretary of Health and Human Services". */
const shared = wordSet(`
  human urban rural prevention science sciences technology tourism trade welfare industry natural infrastructure immigration
  customs border budget forestry fisheries culture sport sports media space social security cooperation development government
`);

/** "Smith Slams Jones": headlines give their verbs capitals. */
export function isHeadlineVerb(words: Words, at: number): boolean {
  const word = wordAt(words, at);
  if (word.endsWith('ed')) return kindAt(words, at) === Kind.Capital && strongSpeechVerbs.has(word);
  if (!word.endsWith('s') || kindAt(words, at) !== Kind.Capital) return false;
  if (word === 'states' || isBodyNoun(word)) return false;
  return strongSpeechVerbs.has(word) || weakSpeechVerbs.has(word) || beginsName(words, at + 1, word);
}

/** "Smith Beats Jane Roe": a verb that is in no list. */
function beginsName(words: Words, at: number, verb: string): boolean {
  return (
    verb.length > 3 &&
    isCapital(kindAt(words, at)) &&
    isCapital(kindAt(words, at + 1)) &&
    isFirstName(wordAt(words, at)) &&
    !/[siu]s$/.test(verb) &&
    !isFirstName(verb) &&
    !isPluralRole(verb)
  );
}

function isBodyNoun(word: string): boolean {
  return organisationNouns.has(word) || bodyWords.has(word);
}

/**
 * The last token of the name that begins here, over particles and the "of" of institutions. In another language most
 * particles are words too: "Anna Keller der Zeitung".
 */
export function nameEnd(words: Words, from: number, grammar: Grammar | null): number {
  let end = from;
  let institution = false;
  for (;;) {
    const word = bareTitle(wordAt(words, end));
    // "Prime Minister Jane Roe of Holm" holds no body
    institution = isInstitution(word) || (institution && !isFirstName(word));
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
      return endsBefore(words, from, end + 1) ? end : end + 1;
    case Kind.Lower:
      return overSmallWords(words, from, end, institution, grammar);
    case Kind.Punctuation:
      if (
        word === '&' &&
        isCapital(kindAt(words, end + 2)) &&
        !isOfficeTitle(bareTitle(wordAt(words, end + 2)))
      )
        return end + 2;
      return word === ',' && generations.has(wordAt(words, end + 2)) && end > from ? end + 2 : end;
    default:
      return end;
  }
}

/** Capitals that belong to no name: a headline's verb, a day, a word that has its capital from the sentence, another's name. */
function endsBefore(words: Words, from: number, at: number): boolean {
  const word = wordAt(words, at);
  if (isHeadlineVerb(words, at) || followsBody(words, from, at)) return true;
  if (calendarWords.has(word)) return true;
  // "Jane May"
  const isSurname = word === 'will' || (word === 'may' && isFirstName(wordAt(words, at - 1)));
  return functionWords.has(word) && kindAt(words, at) === Kind.Capital && !isSurname;
}

/** "Holm News Jane Roe", "UN Jane Roe": whoever is named behind a body is no part of it. */
function followsBody(words: Words, from: number, at: number): boolean {
  return endsBody(words, from, at - 1) && beginsPerson(words, at) && !holdsOffice(words, from, at - 1);
}

function endsBody(words: Words, from: number, at: number): boolean {
  const word = wordAt(words, at);
  if (kindAt(words, at) === Kind.Upper) return kindAt(words, at + 1) === Kind.Capital && !word.includes('.');
  return at > from && (isBodyNoun(word) || shared.has(word) || portfolios.has(word)) && !isFirstName(word);
}

function beginsPerson(words: Words, at: number): boolean {
  return (
    isCapital(kindAt(words, at + 1)) && isFirstName(wordAt(words, at)) && !isBodyNoun(wordAt(words, at + 1))
  );
}

/** "Secretary of Homeland Security" */
function holdsOffice(words: Words, from: number, to: number): boolean {
  for (let k = Math.max(from, to - LONGEST_OFFICE); k <= to; k++)
    if (isOfficeTitle(bareTitle(wordAt(words, k)))) return true;
  return false;
}

/** "Osama bin Laden", "Committee to Protect Journalists", "Department of the Interior". */
function overSmallWords(
  words: Words,
  from: number,
  end: number,
  institution: boolean,
  grammar: Grammar | null,
): number {
  const word = wordAt(words, end + 1);
  const particles = grammar === null ? nameParticles : leadingParticles;
  if (particles.has(word)) {
    if (isCapital(kindAt(words, end + 2))) return end + 2;
    if (nameParticles.has(wordAt(words, end + 2)) && isCapital(kindAt(words, end + 3))) return end + 3;
  }
  if (word === 'to' && purposeful.has(wordAt(words, end)) && kindAt(words, end + 2) === Kind.Capital)
    return end + 2;
  const isBody = institution && (word === 'of' || word === 'for' || word === 'on');
  if (
    word === 'and' &&
    institution &&
    shared.has(wordAt(words, end + 2)) &&
    isCapital(kindAt(words, end + 2))
  )
    return end + 2;
  // "Director of National Intelligence", but not "Senator Roe of Maine", nor "Jane King of Maine"
  const isOffice =
    word === 'of' && isOfficeTitle(wordAt(words, end)) && !(end > from && isGiven(wordAt(words, end - 1)));
  if (isBody || isOffice) {
    const next = wordAt(words, end + 2) === 'the' ? end + 3 : end + 2;
    if (isCapital(kindAt(words, next)) && !calendarWords.has(wordAt(words, next))) return next;
  }
  return end;
}

function isInstitution(word: string): boolean {
  return organisationNouns.has(word) || heads.has(word);
}

/** A first name or an initial. */
function isGiven(word: string): boolean {
  return isFirstName(word) || bareTitle(word).length === 1;
}

/** Steps over the titles and offices before a name: "Ukrainian President", "Secretary of State", "Mr.". */
export function skipTitles(words: Words, from: number, end: number, grammar: Grammar | null): number {
  let first = from;
  for (let k = from; k < end; k++) {
    const word = bareTitle(wordAt(words, k));
    if (
      courtesyTitles.has(word) ||
      isTitleHere(words, k) ||
      EPITHET.test(word) ||
      isTradeHere(words, k, from, end, grammar)
    ) {
      const after = wordAt(words, k + 1) === 'of' ? afterPortfolio(words, k + 2, end) : k + 1;
      // "Justice Department", "General Motors"
      const isBody = after === end && bodyWords.has(wordAt(words, end));
      if (after <= end && !isBody && isCapital(kindAt(words, after))) first = after;
    }
  }
  return first;
}

/** "Maine-based Jane Roe" */
const EPITHET = /.-(?:based|born|raised|backed|trained|educated|elected|winning)$/;
/** Words that are no title by themselves: "State Senator", "Foreign Minister". */
const beforeTitles = wordSet('state foreign interior defense defence prime');

function isTitleHere(words: Words, at: number): boolean {
  const word = bareTitle(wordAt(words, at));
  if (!isOfficeTitle(word)) return false;
  return !beforeTitles.has(word) || isOfficeTitle(bareTitle(wordAt(words, at + 1)));
}

/** Where a name begins behind what an office is of: "Secretary of State Jane Roe"; past the end where there is none. */
function afterPortfolio(words: Words, from: number, end: number): number {
  const portfolio = wordAt(words, from) === 'the' ? from + 1 : from;
  if (portfolios.has(wordAt(words, portfolio)) && wordAt(words, portfolio + 1) !== 'and')
    return portfolio + 1;
  for (let at = portfolio + 1; at < end; at++) if (isFirstName(wordAt(words, at))) return at;
  return end + 1;
}

/** A trade or a party before a full name: "Comedian Jane Roe"; in another language any noun: "Torwart Jan Roe". */
function isTradeHere(words: Words, at: number, from: number, end: number, grammar: Grammar | null): boolean {
  const word = wordAt(words, at);
  if (grammar?.office?.test(word) === true) return true;
  if (at + 2 > end || isFirstName(word)) return false;
  if (isFirstName(wordAt(words, at + 1))) return grammar !== null || isTrade(word);
  // no people and no movement, which name bodies as well
  const isPlain = isTrade(word) && !isPluralRole(word) && (at > from || TRADE.test(word));
  return isPlain && at + 2 === end && !hasBodyNoun(words, at + 1, end);
}

const TRADE = /(?:or|er|ist|ress|man|woman|wife|husband|son|daughter|widow|democrat|-in-chief)$/;

function hasBodyNoun(words: Words, from: number, to: number): boolean {
  for (let at = from; at <= to; at++)
    if (isBodyNoun(wordAt(words, at)) || portfolios.has(wordAt(words, at))) return true;
  return false;
}

/**
 * Where a full name begins behind words that have their capital from a headline or belong to what stands before:
 * "Deport Jane Roe", "Envoy to Ukraine Jane Roe". @param small the words that the text writes without a capital as well
 */
export function behindStrays(words: Words, from: number, end: number, small: ReadonlySet<string>): number {
  const given = (at: number): boolean => isFirstName(wordAt(words, at));
  if (end - from < 2 || given(from) || hasBodyNoun(words, end, end)) return from;
  for (let at = from; at < end - 1; at++) {
    const word = wordAt(words, at);
    const isStray =
      end - from >= WORDS_OF_HEADLINE ||
      small.has(word) ||
      isLand(word) ||
      portfolios.has(word) ||
      isPluralRole(word);
    if (!isStray || kindAt(words, at) !== Kind.Capital) return from;
    if (given(at + 1)) return at + 1;
  }
  return from;
}

/** More words in capitals than a name has, but for the one that it begins with. */
const WORDS_OF_HEADLINE = 4;
