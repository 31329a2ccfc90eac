/** Words by which clauses are told apart. English only: other languages' sentences are never cut at a comma. */

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Finite verbs that news uses most; with every word in "-ed" they tell a clause from a list of nouns. */
const FINITE_VERBS = set(
  `is are was were be am has have had do does did will would can could may might must should shall won't can't don't
  doesn't didn't isn't aren't wasn't weren't hasn't haven't hadn't wouldn't couldn't shouldn't it's that's there's he's she's
  says say said told tells shows show came comes come went goes go took takes take made makes make got gets get gave gives
  give saw sees see knew knows know thought thinks think found finds find left leaves leave felt feels feel became becomes
  become began begins begin kept keeps keep held holds hold brought brings bring stood stands stand lost loses lose paid
  pays pay met meets meet ran runs run sent sends send fell falls fall rose rises rise led leads lead won wins win spoke
  speaks speak broke breaks break spent spends spend grew grows grow drew draws draw wrote writes write sat sits sit put puts
  let lets set sets cut cuts hit hits means mean meant needs need wants want seems seem appears appear remains remain
  continues continue faces face seeks seek sought plans plan hopes hope believes believe argues argue warns warn calls call
  includes include requires require allows allow helps help offers offer provides provide raises raise suggests suggest
  reflects reflect represents represent marks mark shot died fled hung built bought taught caught fought told drove flew
  threw chose stole swore woke bore tore struck stuck sank sang rang drank swept dealt kept slept lay lies lied sold`,
);

/** Words in "-ed" that are no verbs. */
const NOT_VERBS = set(
  'need seed feed bed red hundred indeed speed breed naked wicked sacred aged united armed based named known estimated',
);

/** A clause or phrase that opens a sentence before its main clause and can be left out with no harm to its truth. */
const LEAD_STARTERS = set(
  `as while when even although though after since because despite amid during before once on in at by over under
  with for from among along across throughout now today yesterday still meanwhile however moreover indeed instead besides
  increasingly recently earlier later last eventually ultimately finally first second then also again already
  monday tuesday wednesday thursday friday saturday sunday ever at but and yet so plus nor thus therefore nevertheless
  perhaps notably importantly overall speaking asked addressing`,
);

/** What hangs a remark on a clause that is complete without it. */
const TAIL_STARTERS = set(
  `which who whose whom where when while although though as because since with even including especially
  particularly according after before amid despite among but a an the one some many most part along
  often sometimes perhaps largely mostly partly thanks due compared up down much such like`,
);

/** A tail that begins so adds a clause of its own. */
const COORDINATORS = set('and but or so yet nor');

/** Never left out: the sentence would claim more than it does. */
const CONDITIONS = set(
  'if unless until without except unlike provided whether only not no never hardly allegedly reportedly',
);

/** Say where a claim comes from: an opening phrase that holds one stays. */
const SOURCES = set(
  'survey poll study report interview statement letter speech filing lawsuit documents according research census data ruling opinion',
);

/** A main clause that begins so may point back into the phrase before it. */
const POINTERS = set('he she it they his her their its this that these those him them');

/** Clause openers that need a main clause after them. */
const SUBORDINATORS = set(
  'as while when although though after since because despite amid before once if unless until whether even with in on at for during by',
);

/** "But the council…": these may go without a comma after them; "still" or "now" would be part of the clause. */
const CONNECTIVE_CLAUSE = set('but and yet so plus');

/** A piece that begins so belongs to the one before it. */
const RELATIVES = set('which who whose whom where that than as said says');

const RELATIVE_OPENERS = set('which who whose whom where');

/** An apposition begins so, where it has no verb of its own. */
const APPOSITIVE_OPENERS = set('a an the including according like such along');

/** Stand between a subject and its verb; so does every word in "-ly". */
const ADVERBS = set('also then now still just even never soon since long');

/** What a word may do in a clause; `clauseSigns` tells all of it as one number of such bits. */
export const Clause = {
  finite: 1 << 0,
  condition: 1 << 1,
  leadStarter: 1 << 2,
  source: 1 << 3,
  subordinator: 1 << 4,
  tailStarter: 1 << 5,
  coordinator: 1 << 6,
  pointer: 1 << 7,
  connective: 1 << 8,
  relative: 1 << 9,
  relativeOpener: 1 << 10,
  appositiveOpener: 1 << 11,
  adverb: 1 << 12,
  endsInIng: 1 << 13,
  endsInEd: 1 << 14,
  but: 1 << 15,
} as const;

const SETS: readonly (readonly [bit: number, words: ReadonlySet<string>])[] = [
  [Clause.finite, FINITE_VERBS],
  [Clause.adverb, ADVERBS],
  [Clause.condition, CONDITIONS],
  [Clause.leadStarter, LEAD_STARTERS],
  [Clause.source, SOURCES],
  [Clause.subordinator, SUBORDINATORS],
  [Clause.tailStarter, TAIL_STARTERS],
  [Clause.coordinator, COORDINATORS],
  [Clause.pointer, POINTERS],
  [Clause.connective, CONNECTIVE_CLAUSE],
  [Clause.relative, RELATIVES],
  [Clause.relativeOpener, RELATIVE_OPENERS],
  [Clause.appositiveOpener, APPOSITIVE_OPENERS],
  [Clause.but, set('but')],
];

const SIGNS_OF_WORD = new Map<string, number>();
for (const [bit, words] of SETS)
  for (const word of words) SIGNS_OF_WORD.set(word, (SIGNS_OF_WORD.get(word) ?? 0) | bit);

/** @param word in lower case, its apostrophe straight */
export function clauseSigns(word: string): number {
  let signs = SIGNS_OF_WORD.get(word) ?? 0;
  if (word.endsWith('ing')) signs |= Clause.endsInIng;
  if (word.endsWith('ly')) signs |= Clause.adverb;
  if (!word.endsWith('ed')) return signs;
  const isParticiple = word.length > 4 && !NOT_VERBS.has(word);
  return signs | Clause.endsInEd | (isParticiple ? Clause.finite : 0);
}
