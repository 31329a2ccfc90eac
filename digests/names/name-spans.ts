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
  const particles = grammar === null ? nameParticles : leadingParticles;
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
      if (isHeadlineVerb(wordAt(words, end + 1))) return end;
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
      if (particles.has(word1)) {
        if (isCapital(kindAt(words, end + 2))) {
          end += 2;
          continue;
        }
        if (nameParticles.has(wordAt(words, end + 2)) && isCapital(kindAt(words, end + 3))) {
          end += 3;
          continue;
        }
      }
      // "Committee to Protect Journalists"
      if (purposeful.has(word) && word1 === 'to' && kindAt(words, end + 2) === Kind.Capital) {
        end += 2;
        continue;
      }
      const isBody = institution && (word1 === 'of' || word1 === 'for' || word1 === 'on');
      // "Director of National Intelligence", but not "Senator Roe of Maine"
      if (isBody || (word1 === 'of' && isOfficeTitle(word))) {
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
