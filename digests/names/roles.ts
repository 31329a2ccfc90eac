import { isFirstName } from './first-names.ts';
import type { Mention } from './mentions.ts';
import { calendarWords, courtesyTitles, functionWords } from './name-words.ts';
import { isVerb } from './noun-phrases.ts';
import { isRank, roleText } from './role-phrases.ts';
import { bareTitle, isPluralRole, isRoleNoun, isTrade } from './role-words.ts';
import { wordSet } from './word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from './words.ts';

/** Verbs that stand before a name with its office: "met President Roe". */
const acting = wordSet(`
  met meets meet saw sees see beat beats chose gave gives made makes took takes sent sends won wins lost led leads drew kept
  consider considers assist assists help helps join joins support supports face faces trails trail backs endorses topple
  topples tops becomes became than
`);
/** Words that an office in capitals may begin with; all other small words before it are a sentence's: "polls show Senator Roe". */
const attributes = wordSet(`
  former then longtime fellow late top chief lead veteran young new old black white gay moderate upstart wealthy rich rising
  state county city district party campaign union company club super newly elected
  outgoing incoming sitting ruling leading managing founding acting commanding running ranking retired disgraced embattled famed
  acclaimed celebrated renowned
`);
const ATTRIBUTE = /(?:al|ive|ful|ous|ic|ary|ory|ent|ant|able|ible|less|an|ern|ior)$/;
/** Before a title these tell whose it is: "Republican Sen. Roe". */
const adjectival = wordSet('republican democrat conservative liberal progressive fellow chief');
/** Titles that stand behind a fuller one: "Majority Leader Senator Roe". */
const second = wordSet('senator representative congressman congresswoman judge');

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
  first = withFormer(words, first);
  let holdsRole = false;
  for (let k = first; k <= end; k++) holdsRole ||= isRoleNoun(wordAt(words, k));
  return holdsRole && !isPluralRole(bareTitle(wordAt(words, end))) ? roleText(words, first, end) : null;
}

/** "Former Governor and Party Chairwoman Jane Roe" is neither now: the role begins where "former" says so. */
function withFormer(words: Words, first: number): number {
  if (wordAt(words, first - 1) !== 'and') return first;
  for (let at = first - 2; at >= first - LONGEST_FORMER && isWord(kindAt(words, at)); at--) {
    const word = wordAt(words, at);
    if (word === 'former') return at;
    // "former Governor Jane Roe and Senator John Poe"
    if (isFirstName(word)) break;
  }
  return first;
}

/** Words. */
const LONGEST_FORMER = 9;

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
