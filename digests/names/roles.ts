import { isFirstName } from './first-names.ts';
import type { Mention } from './mentions.ts';
import { calendarWords, courtesyTitles, determiners, functionWords, isOfficeTitle } from './name-words.ts';
import { isVerb } from './noun-phrases.ts';
import { bareTitle, isPluralRole, isRoleNoun, isTrade } from './role-words.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

const LONGEST_ROLE = 16;
const OPENING_MARKS = new Set(['“', '‘', '«', '„']);
/** Verbs that stand before a name with its office: "met President Roe". */
const acting = wordSet(`
  met meets meet saw sees see beat beats chose gave gives made makes took takes sent sends won wins lost led leads drew kept
  consider considers assist assists help helps join joins support supports face faces trails trail backs endorses topple
  topples tops becomes became than
`);
const prepositions = wordSet('of from in at for with on by to');
/** Small words that an office may hold: "head of the port and the island". */
const inRole = wordSet('of for the a an and');
/** A verb of its own makes a clause of what follows a name. */
const finite = wordSet('is are was were has have had will would can could may might must should did does');

/** Words that an office in capitals may begin with; all other small words before it are a sentence's: "polls show Senator Roe". */
const attributes = wordSet(`
  former then longtime fellow late top chief lead veteran young new old black white gay moderate upstart wealthy rich rising
  state county city district party campaign union company club super newly elected
  outgoing incoming sitting ruling leading managing founding acting commanding running ranking retired disgraced embattled famed
  acclaimed celebrated renowned
`);
const ATTRIBUTE = /(?:al|ive|ful|ous|ic|ary|ory|ent|ant|able|ible|less|an|ern|ior)$/;
/** Small words within a role: "the senate’s only member", "the president’s first director". */
const counting = wordSet('first second third only most once');
/** "this year Jane Roe’s successor" */
const times = wordSet('year week month day morning evening night time');
/** Before a title these tell whose it is: "Republican Sen. Roe". */
const adjectival = wordSet('republican democrat conservative liberal progressive fellow chief');
/** Titles that stand behind a fuller one: "Majority Leader Senator Roe". */
const second = wordSet('senator representative congressman congresswoman judge');

/** Offices and ranks that are counted: "the first lady", "First Deputy Minister", "Private First Class". */
const ranked = wordSet('lady gentleman minister deputy vice secretary class');

function isRank(words: Words, at: number): boolean {
  return wordAt(words, at) === 'first' && ranked.has(wordAt(words, at + 1));
}

function slice(words: Words, first: number, last: number): string {
  return words.text.slice(words.starts[first] ?? 0, words.ends[last] ?? 0).replace(/\s+/gu, ' ');
}

/** Drops "the", "a" and possessors' pronouns from the front of a role. */
function withoutDeterminer(words: Words, first: number, last: number): number {
  let at = first;
  while (at < last && (determiners.has(wordAt(words, at)) || wordAt(words, at) === 'then')) at++;
  return at > first && at < last && times.has(wordAt(words, at)) ? at + 1 : at;
}

/** The office or trade before a name: "Ukrainian President", "former Secretary of State", "economist". */
export function roleBefore(words: Words, mention: Mention): string | null {
  let first = mention.phraseFirst;
  const last = mention.first - 1;
  // "the economist Jane Roe", "former Senator Roe": go back over what stands before without a comma between.
  while (first > 0 && mention.first - first < 8) {
    const kind = kindAt(words, first - 1);
    const word = wordAt(words, first - 1);
    if (
      kind === Kind.Lower &&
      (!functionWords.has(word) || isRank(words, first - 1)) &&
      !isVerb(word) &&
      !acting.has(word) &&
      !(word.endsWith('ed') && isCapital(kindAt(words, first - 2))) &&
      (first < mention.first || isTrade(word))
    )
      first--;
    else if (
      isCapital(kind) &&
      first < mention.first &&
      !(calendarWords.has(word) && kindAt(words, first - 2) === Kind.Lower) &&
      (!functionWords.has(word) || isRank(words, first - 1))
    )
      first--;
    else break;
  }
  if (first > last) return null;
  first = behindClause(words, first, last);
  while (first <= last && !isCapital(kindAt(words, first)) && !leadsRole(words, first, last)) first++;
  const end = titleEnd(words, first, last);
  let holdsRole = false;
  for (let k = first; k <= end; k++) holdsRole ||= isRoleNoun(wordAt(words, k));
  return holdsRole && !isPluralRole(bareTitle(wordAt(words, end))) ? slice(words, first, end) : null;
}

/** Where the office begins behind words of the sentence it stands in: "polls show Senator", "asked the former Senator". */
function behindClause(words: Words, from: number, last: number): number {
  let capitalBehind = false;
  for (let k = last; k >= from; k--) {
    const word = wordAt(words, k);
    if (isCapital(kindAt(words, k))) capitalBehind = true;
    else if (capitalBehind && !functionWords.has(word) && !isAttribute(word) && !isRoleNoun(word))
      return k + 1;
  }
  return from;
}

function isAttribute(word: string): boolean {
  return attributes.has(word) || word.includes('-') || ATTRIBUTE.test(word);
}

/**
 * The last word of an office: without the courtesy of "Surgeon General Dr. Roe", and without the second title of
 * "presidential candidate Sen. Roe".
 */
function titleEnd(words: Words, first: number, last: number): number {
  let end = last;
  while (end > first) {
    const word = wordAt(words, end);
    const before = wordAt(words, end - 1);
    const isSecond =
      (word.endsWith('.') || second.has(word)) &&
      !before.endsWith('.') &&
      isRoleNoun(before) &&
      !adjectival.has(before);
    const isCourtesy = courtesyTitles.has(bareTitle(word)) && !isRank(words, end - 1);
    if (!isSecond && !isCourtesy) break;
    end--;
  }
  return end;
}

/** A small word may begin a role when only role words follow: "campaign manager", "former Senator". */
function leadsRole(words: Words, at: number, last: number): boolean {
  const word = wordAt(words, at);
  if ((word.endsWith('ed') || word.endsWith('ing')) && !isAttribute(word)) return false;
  for (let k = at; k <= last; k++) {
    const small = kindAt(words, k) === Kind.Lower && functionWords.has(wordAt(words, k));
    if (small && wordAt(words, k) !== 'of' && !isRank(words, k)) return false;
  }
  return true;
}

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
  return slice(words, first, last);
}

/** "General counsel of the port", but not the next of a list: "Jane Roe, Sen. John Poe". */
function beginsWithOffice(words: Words, from: number): boolean {
  const word = wordAt(words, from);
  const names =
    isCapital(kindAt(words, from + 1)) && (word.endsWith('.') || isFirstName(wordAt(words, from + 1)));
  return isOfficeTitle(bareTitle(word)) && !names;
}

/** The last token of the apposition that begins at `from`; less than `from` where a clause begins there instead. */
function appositionEnd(words: Words, from: number, held: boolean): number {
  let last = -1;
  for (let k = from; k < words.count && k < from + LONGEST_ROLE; k++) {
    const kind = kindAt(words, k);
    const word = wordAt(words, k);
    if (kind === Kind.Possessive) continue;
    if (!isWord(kind)) {
      if (word === '-' || word === '/' || isPluralPossessive(words, k)) continue;
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

/** The role a phrase beside a name gives: "the airline’s chief executive, Jane Roe," gives "airline’s chief executive". */
export function roleIn(words: Words, mention: Mention): string {
  return slice(words, withoutDeterminer(words, mention.first, mention.last), mention.last);
}
