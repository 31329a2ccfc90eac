import { courtesyTitles, isOfficeTitle, officeTitles } from './name-words.ts';
import { personNouns } from './role-nouns.ts';
import { wordSet } from './word-set.ts';

/** What people are beside their names only: alone these words stand for nobody who speaks, or for something else. */
const besideNames = wordSet(`
  fellow dean novelist essayist biographer demographer statistician neurosurgeon oncologist pediatrician paediatrician
  cardiologist gynecologist neurologist anthropologist archaeologist ecologist barrister solicitor counsel undersecretary
  committeeman committeewoman retiree philanthropist industrialist magnate oligarch contractor salesman schoolteacher
  fundraiser megadonor mega-donor loyalist motorist cook professional associate native superdelegate backer co-author
  co-pilot apprentice trustee principal rector vice-chancellor ombudsman comptroller recorder auditor advocate
  chairperson warden midshipman medic speechwriter runner-up pitcher catcher outfielder infielder guitarist drummer cellist pianist violinist conductor sculptor
`);

/** Words of an office that are none by themselves: "former", "State". */
const qualifying = wordSet(
  'former ex acting interim late state foreign defense defence interior prime vice class emeritus',
);

/** Nouns that tell of nobody more than that there is such a person. */
const anybody = wordSet('man woman boy girl person child baby somebody someone anyone everyone');
const irregularPlurals = wordSet('people men women children police couple family');

/** "sen" of "sen." */
export function bareTitle(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

/** An office, a trade or a relation that one person can have: "senator", "fellow", "son". */
export function isRoleNoun(word: string): boolean {
  const bare = bareTitle(word);
  if ((courtesyTitles.has(bare) && bare !== 'lady') || anybody.has(bare)) return false;
  return isTrade(bare) || (isOfficeTitle(bare) && !qualifying.has(bare));
}

/** A trade or a relation, which stands before a name in small letters: "economist Jane Roe". */
export function isTrade(word: string): boolean {
  if (personNouns.has(word) || besideNames.has(word)) return true;
  return word.includes('-') && isTrade(tradeOf(word));
}

/** "Editor-in-Chief" is an editor, "Co-anchor" an anchor, "Oscar-winner" a winner. */
function tradeOf(word: string): string {
  const hyphen = word.indexOf('-');
  return /-(?:in-chief|at-large|elect|designate)$/.test(word)
    ? word.slice(0, hyphen)
    : word.slice(word.lastIndexOf('-') + 1);
}

/** "candidates Jane Roe and John Poe", "two hundred guests": no role of one person. */
export function isPluralRole(word: string): boolean {
  if (!word.endsWith('s')) return irregularPlurals.has(word) || word.endsWith('women');
  const one = word.slice(0, -1);
  return personNouns.has(one) || besideNames.has(one) || officeTitles.has(one);
}

/** What tells little of a person of whom the article says more. */
const vague = wordSet(`
  rival opponent friend democrat republican billionaire veteran candidate contender challenger front-runner frontrunner
  hopeful supporter neighbor neighbour senator representative president governor author host star actor actress writer
  reporter journalist columnist aide adviser advisor spokesman spokeswoman user delegate anchor
`);
const SHORT = 4;

/** How much a role says: 2 a full one, 1 one general word ("rival"), 0 a bare abbreviation ("Sen."). */
export function weightOfRole(role: string): 0 | 1 | 2 {
  if (role.length <= SHORT) return 0;
  return vague.has(role.toLowerCase()) ? 1 : 2;
}

/** What somebody is to another. */
const relations = wordSet(`
  friend rival ally opponent foe colleague neighbor neighbour wife husband son daughter brother sister father mother uncle aunt
  nephew niece cousin widow widower spouse fiance fiancee girlfriend boyfriend companion pal grandson granddaughter grandfather
  grandmother stepson stepdaughter stepfather stepmother successor predecessor namesake nemesis mentor
`);

/** "best friend", "wife": says nothing without whose. */
export function isBareRelation(role: string): boolean {
  return relations.has(role.slice(role.lastIndexOf(' ') + 1).toLowerCase()) && !WHOSE.test(role);
}

/** An owner, or a name: "Roe’s wife", "friend of Roe", "Oslo rival". */
const WHOSE = /['’]|\b(?:of|to)\b|(?<=\s)\p{Lu}/u;

const abbreviations = new Map([
  ['pres', 'president'],
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

/** "Senator" for "Sen.", "State Representative" for "State Rep.". */
export function spelledOut(role: string): string {
  const last = role.lastIndexOf(' ') + 1;
  const word = abbreviations.get(bareTitle(role.slice(last)).toLowerCase());
  if (word === undefined || !role.endsWith('.')) return role;
  return `${role.slice(0, last)}${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** The small-letter words of a role, its abbreviations written out: what "the senator" is looked up by. */
export function roleWords(role: string): string[] {
  return role
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== '')
    .map((word) => abbreviations.get(word) ?? word);
}
