import type { Mention } from './mentions.ts';
import { courtesyTitles, determiners, functionWords, isOfficeTitle, officeTitles } from './name-words.ts';
import { isVerb } from './noun-phrases.ts';
import { personNouns } from './role-nouns.ts';
import { strongSpeechVerbs } from './speech-verbs.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

const LONGEST_ROLE = 16;
const OPENING_MARKS = new Set(['“', '‘', '«', '„']);
/** Verbs that stand before a name with its office: "met President Roe". */
const acting = wordSet(`
  met meets meet saw sees see beat beats chose gave gives made makes took takes sent sends won wins lost led leads drew kept
  consider considers assist assists help helps join joins support supports face faces trails trail backs endorses topple
  topples tops becomes became
`);
const prepositions = wordSet('of from in at for with on by to');
/** Small words that an office may hold: "head of the port and the island". */
const inRole = wordSet('of for the a an and');
/** A verb of its own makes a clause of what follows a name. */
const finite = wordSet('is are was were has have had will would can could may might must should did does');

/** Offices and ranks that are counted: "the first lady", "First Deputy Minister", "Private First Class". */
const ranked = wordSet('lady gentleman minister deputy vice secretary class');

function isRank(words: Words, at: number): boolean {
  return wordAt(words, at) === 'first' && ranked.has(wordAt(words, at + 1));
}

function bareTitle(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

function slice(words: Words, first: number, last: number): string {
  return words.text.slice(words.starts[first] ?? 0, words.ends[last] ?? 0);
}

/** Drops "the", "a" and possessors' pronouns from the front of a role. */
function withoutDeterminer(words: Words, first: number, last: number): number {
  let at = first;
  while (at < last && (determiners.has(wordAt(words, at)) || wordAt(words, at) === 'then')) at++;
  return at;
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
      (first < mention.first || personNouns.has(word))
    )
      first--;
    else if (
      isCapital(kind) &&
      first < mention.first &&
      (!functionWords.has(word) || isRank(words, first - 1))
    )
      first--;
    else break;
  }
  if (first > last) return null;
  while (first <= last && !isCapital(kindAt(words, first)) && !leadsRole(words, first, last)) first++;
  let holdsRole = false;
  for (let k = first; k <= last; k++) {
    const word = bareTitle(wordAt(words, k));
    if (personNouns.has(word) || (isOfficeTitle(word) && !courtesyTitles.has(word))) holdsRole = true;
  }
  // "Surgeon General Dr. Roe": the courtesy is none of the office.
  let end = last;
  while (end > first && courtesyTitles.has(bareTitle(wordAt(words, end))) && !isRank(words, end - 1)) end--;
  return holdsRole && !isPluralRole(bareTitle(wordAt(words, end))) ? slice(words, first, end) : null;
}

/** "candidates Jane Roe and John Poe", "two hundred guests": no role of one person. */
export function isPluralRole(word: string): boolean {
  if (word === 'people') return true;
  const one = word.endsWith('s') ? word.slice(0, -1) : '';
  return personNouns.has(one) || officeTitles.has(one);
}

/** A small word may begin a role when only role words follow: "campaign manager", "former Senator". */
function leadsRole(words: Words, at: number, last: number): boolean {
  const word = wordAt(words, at);
  if (word.endsWith('ed') || word.endsWith('ing')) return false;
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
  let last = -1;
  let holdsRole = false;
  for (let k = from; k < words.count && k < from + LONGEST_ROLE; k++) {
    const kind = kindAt(words, k);
    const word = wordAt(words, k);
    if (kind === Kind.Possessive) continue;
    if (!isWord(kind)) {
      if (word === '-' || word === '/' || isPluralPossessive(words, k)) continue;
      // "Jane Roe, the candidate “felt well”" says who the candidate is, not who Roe is.
      if (OPENING_MARKS.has(word)) return null;
      last = k - 1;
      break;
    }
    if (k === from && kind !== Kind.Lower && !isOfficeTitle(bareTitle(word))) return null;
    // "… met Jane Roe, a Kremlin aide said" and "the mayor, Jane Roe, said the ministers were late" give no role.
    if (strongSpeechVerbs.has(word) || finite.has(word)) return null;
    const clauseFollows = holder >= 0 && functionWords.has(word) && !inRole.has(word);
    if ((kind === Kind.Lower && (word.startsWith('who') || word === 'which')) || clauseFollows) {
      last = k - 1;
      break;
    }
    if (word === 'and' && !holdsRole) return null;
    if (k < from + 9 && (personNouns.has(word) || isOfficeTitle(bareTitle(word)))) holdsRole = true;
  }
  // "author of “The Tide”"
  while (last >= from && functionWords.has(wordAt(words, last))) last--;
  if (!holdsRole || last < from) return null;
  const first = withoutDeterminer(words, from, last);
  const opening = wordAt(words, first);
  if (opening.endsWith('ing') || functionWords.has(opening)) return null;
  // "retired general", but not "served as general"
  if (opening.endsWith('ed') && functionWords.has(wordAt(words, first + 1))) return null;
  return slice(words, first, last);
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

const abbreviations = new Map([
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gov', 'governor'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['prof', 'professor'],
  ['amb', 'ambassador'],
]);

/** The small-letter words of a role, its abbreviations written out: what "the senator" is looked up by. */
export function roleWords(role: string): string[] {
  return role
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '')
    .map((word) => abbreviations.get(word) ?? word);
}
