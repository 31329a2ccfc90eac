import { isFirstName } from './first-names.ts';
import type { Mention } from './mentions.ts';
import { determiners, functionWords, isOfficeTitle } from './name-words.ts';
import { isRank, roleText, withoutDeterminer } from './role-phrases.ts';
import { bareTitle, isPluralRole, isRoleNoun } from './role-words.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

const LONGEST_ROLE = 16;
const OPENING_MARKS = new Set(['“', '‘', '«', '„']);
const prepositions = wordSet('of from in at for with on by to');
/** Small words that an office may hold: "head of the port and the island". */
const inRole = wordSet('of for the a an and');
/** A verb of its own makes a clause of what follows a name. */
const finite = wordSet('is are was were has have had will would can could may might must should did does');

/** Small words within a role: "the senate’s only member", "the president’s first director". */
const counting = wordSet('first second third only most once');

/** The apposition behind a name: "Jane Roe, former head of the agency, said" gives "former head of the agency". */
export function roleBehind(words: Words, mention: Mention): string | null {
  let at = mention.last + 1;
  if (wordAt(words, at) === '(') {
    const close = at + 6;
    while (at < close && wordAt(words, at) !== ')') at++;
    at++;
  }
  if (wordAt(words, at) !== ',') return null;
  // ", of the harbour police," tells where, not what
  if (prepositions.has(wordAt(words, at + 1))) return null;
  const holder = behindHolding(words, at + 1);
  const from = holder < 0 ? at + 1 : holder;
  if (kindAt(words, from) !== Kind.Lower && !beginsWithOffice(words, from)) return null;
  let last = appositionEnd(words, from, holder >= 0);
  if (last < from) return null;
  const first = withoutDeterminer(words, from, last);
  const opening = wordAt(words, first);
  if (functionWords.has(opening) && !isRank(words, first)) return null;
  if ((opening.endsWith('ing') || opening.endsWith('ed')) && functionWords.has(wordAt(words, first + 1)))
    return null;
  const noun = headOf(words, first, last);
  if (noun < 0 || namesNext(words, first, last) || isPluralRole(wordAt(words, noun))) return null;
  const next = noun < last ? wordAt(words, noun + 1) : '';
  // A headline: "Jane Roe, husband expecting second child".
  if (next.endsWith('ing') && (noun + 1 === last || (noun === from && first === from))) return null;
  // "an executive arrested in May"
  if (next.endsWith('ed') && next !== 'based') last = noun;
  last = beforeParticiple(words, noun, last);
  return roleText(words, first, last);
}

/** "reporter for The Post arrested in May": what was done to somebody is no part of the role. */
function beforeParticiple(words: Words, noun: number, last: number): number {
  for (let at = noun + 1; at <= last; at++) {
    const isDone = kindAt(words, at) === Kind.Lower && wordAt(words, at).endsWith('ed');
    if (isDone && wordAt(words, at) !== 'based' && prepositions.has(wordAt(words, at + 1))) return at - 1;
  }
  return last;
}

/**
 * "General counsel of the port", "Head of Research", "The Post’s chief editor", but not the next of a list: "Jane Roe, Sen.
 * John Poe".
 */
function beginsWithOffice(words: Words, from: number): boolean {
  if (kindAt(words, from + 1) === Kind.Possessive || isPluralPossessive(words, from + 1))
    return kindAt(words, from + 2) === Kind.Lower;
  for (let at = from; at < from + WORDS_OF_TITLE && isCapital(kindAt(words, at)); at++) {
    const word = wordAt(words, at);
    if (isFirstName(word)) return false;
    if (!isOfficeTitle(bareTitle(word)) && !isRoleNoun(word)) continue;
    return !isCapital(kindAt(words, at + 1)) || (!word.endsWith('.') && !isFirstName(wordAt(words, at + 1)));
  }
  return false;
}

/** Words before the noun of an office in capitals: "Senior Vice President". */
const WORDS_OF_TITLE = 4;

/** The last token of the apposition that begins at `from`; less than `from` where a clause begins there instead. */
function appositionEnd(words: Words, from: number, held: boolean): number {
  let last = -1;
  for (let k = from; k < words.count && k < from + LONGEST_ROLE; k++) {
    const kind = kindAt(words, k);
    const word = wordAt(words, k);
    if (kind === Kind.Possessive) continue;
    if (!isWord(kind)) {
      if (word === '-' || word === '/' || word === '&' || isPluralPossessive(words, k)) continue;
      // "Jane Roe, the candidate “felt well”" says who the candidate is, not who Roe is.
      if (OPENING_MARKS.has(word)) return -1;
      last = k - 1;
      break;
    }
    // "… met Jane Roe, a Kremlin aide said" and "the mayor, Jane Roe, said the ministers were late" give no role.
    if (strongSpeechVerbs.has(word) || finite.has(word)) return -1;
    const clauseFollows = held && functionWords.has(word) && !inRole.has(word);
    const isRelative = kind === Kind.Lower && (word.startsWith('who') || word === 'which');
    if (isRelative || clauseFollows || goesOnWithVerb(words, k)) {
      last = k - 1;
      break;
    }
  }
  // "author of “The Tide”", but "candidate four years ago"
  while (last >= from && functionWords.has(wordAt(words, last)) && wordAt(words, last) !== 'ago') last--;
  return last;
}

/** "a historian and runs the museum" */
function goesOnWithVerb(words: Words, and: number): boolean {
  if (wordAt(words, and) !== 'and' || kindAt(words, and + 1) !== Kind.Lower) return false;
  const word = wordAt(words, and + 1);
  return word.endsWith('s') && !isPluralRole(word) && determiners.has(wordAt(words, and + 2));
}

/**
 * The noun that a phrase is about, before all that hangs on it: "professor" in "law professor at the college"; -1
 * where that is no role: "official Chinese news agency", "lessons from a brother".
 */
function headOf(words: Words, first: number, last: number): number {
  let noun = -1;
  for (let k = first; k <= last; k++) {
    const word = wordAt(words, k);
    if (counting.has(word) || (noun < 0 && isOfName(words, k))) continue;
    if (functionWords.has(word)) break;
    if (isRoleNoun(word) || word.endsWith('-year-old')) noun = k;
    else if (noun >= 0 && noun === k - 1 && /(?:ing|ed|ly)$/.test(word)) return noun;
  }
  const behind = noun < 0 || noun === last ? '' : wordAt(words, noun + 1);
  const ends =
    behind === '' || functionWords.has(behind) || behind === 'emeritus' || behind === '-' || behind === '/';
  return noun >= 0 && ends ? noun : -1;
}

/** The next of a list: "Jane Roe, singer and actor John Poe"; not "a lawyer for actor John Poe". */
function namesNext(words: Words, first: number, last: number): boolean {
  let ofAnother = false;
  let afterNoun = false;
  for (let k = first; k <= last; k++) {
    const word = wordAt(words, k);
    if (word === 'and') ofAnother = false;
    else if (prepositions.has(word)) ofAnother = true;
    if (kindAt(words, k) === Kind.Lower) afterNoun = !ofAnother && isRoleNoun(word) && k < last;
    else afterNoun &&= isCapital(kindAt(words, k)) && !isRoleNoun(word);
  }
  return afterNoun;
}

/** "University of Bergen professor" */
function isOfName(words: Words, at: number): boolean {
  return wordAt(words, at) === 'of' && isCapital(kindAt(words, at - 1)) && isCapital(kindAt(words, at + 1));
}

/** Behind "who is", "who became", "who serves as": where the office begins; -1 where nothing of the kind stands. */
function behindHolding(words: Words, at: number): number {
  if (wordAt(words, at) !== 'who') return -1;
  const verb = wordAt(words, at + 1);
  if (verb === 'serves' && wordAt(words, at + 2) === 'as') return at + 3;
  return verb === 'is' || verb === 'became' ? at + 2 : -1;
}

/** The mark of "teachers’ union". */
function isPluralPossessive(words: Words, at: number): boolean {
  const mark = wordAt(words, at);
  return (
    (mark === "'" || mark === '’') && wordAt(words, at - 1).endsWith('s') && isWord(kindAt(words, at + 1))
  );
}
