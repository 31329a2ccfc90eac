import type { Entity } from '../names/entity.ts';
import type { Mention } from '../names/mentions.ts';
import { wordSet } from '../names/word-set.ts';
import { Kind, kindAt, wordAt } from '../names/words.ts';
import { Cue, type Layout } from './layout.ts';
import { Beside, besideAt } from './neighbours.ts';
import { clip, FAR } from './quote-features.ts';
import type { Reading } from './reading.ts';

/** What the clause around a mention says of it, found once a mention. */
type Clause = {
  /** The token its verb begins with, as seen over an apposition or a relative clause; -1 for none. */
  readonly verb: number;
  /** What that token is, as `Beside`; -1 for none. */
  readonly verbKind: number;
  /** Something is done to it: "Roe was asked". */
  readonly passive: boolean;
  /** The token of the one whose words it reports: "Roe was told by Poe", "Roe quoted Poe as saying"; -1 for none. */
  readonly teller: number;
  /** It owns what is said: "her claim", "Roe’s first remark". */
  readonly ownsSpeech: boolean;
};

/** Longest apposition or relative clause looked over: "Roe, the state’s attorney general since March, said". */
const LONGEST_APPOSITION = 20;

const being = wordSet('is are was were be been being am');
const quoting = wordSet('quoted quotes quoting cited cites citing');
const speechNouns = wordSet(`
  accusation accusations admission advice allegation allegations announcement answer answers apology appeal argument arguments
  assertion assertions assessment belief boast call calls charge charges claim claims comment comments complaint conclusion
  contention criticism declaration defense defence demand denial description estimate explanation insistence joke message
  mantra motto notion observation opinion pledge post posts praise prediction promise promises proposal question questions quip
  quote reaction refrain remark remarks reply response retort rhetoric slogan speech statement statements suggestion testimony
  threat tweet tweets view views vow warning warnings word words
`);
const telling = wordSet('told asked informed warned reminded advised');
const verbal = new Set<number>([
  Beside.StrongCue,
  Beside.WeakCue,
  Beside.Auxiliary,
  Beside.EndsInEd,
  Beside.EndsInS,
  Beside.Adverb,
]);

function isOutside(layout: Layout, at: number, sentence: number): boolean {
  return at < layout.words.count && layout.sentence[at] === sentence && layout.inside[at] === 0;
}

/** Behind what `opening` begins (a bracket, a comma, "who"), or -1 where nothing like a verb comes there. */
export function behindApposition(layout: Layout, opening: number, closing: string): number {
  const sentence = layout.sentence[opening] ?? 0;
  for (let at = opening + 1; at < opening + LONGEST_APPOSITION && isOutside(layout, at, sentence); at++) {
    if (wordAt(layout.words, at) !== closing) continue;
    if (closing === ')' || verbal.has(besideAt(layout, at + 1))) return at + 1;
  }
  return -1;
}

const noClause: Clause = { verb: -1, verbKind: -1, passive: false, teller: -1, ownsSpeech: false };

function clauseOf(layout: Layout, mention: Mention): Clause {
  const { words } = layout;
  let verb = mention.last + 1;
  if (wordAt(words, verb) === '(') verb = behindApposition(layout, verb, ')');
  const next = wordAt(words, verb);
  if (next === ',' || next === 'who') {
    const behind = behindApposition(layout, verb, ',');
    if (behind >= 0) verb = behind;
  }
  while (verb >= 0 && besideAt(layout, verb) === Beside.Adverb) verb++;
  let done = being.has(wordAt(words, verb)) ? verb + 1 : -1;
  while (done >= 0 && besideAt(layout, done) === Beside.Adverb) done++;
  const passive = done >= 0 && isParticiple(layout, done);
  const told = passive && telling.has(wordAt(words, done)) && wordAt(words, done + 1) === 'by';
  const kind = besideAt(layout, verb);
  const isVerb = verbal.has(kind);
  return {
    verb: isVerb ? verb : -1,
    verbKind: isVerb ? kind : -1,
    passive,
    teller: told ? done + 2 : quotedAfter(layout, verb),
    ownsSpeech: mention.possessive && ownsSpeech(layout, mention.last + 1),
  };
}

/** "quoted Poe as saying": the token of Poe. */
function quotedAfter({ words }: Layout, verb: number): number {
  if (!quoting.has(wordAt(words, verb))) return -1;
  for (let at = verb + 2; at < verb + 8; at++)
    if (wordAt(words, at) === 'as' && wordAt(words, at + 1) === 'saying') return verb + 1;
  return -1;
}

function ownsSpeech({ words }: Layout, behind: number): boolean {
  for (let at = behind; at < behind + 5 && kindAt(words, at) >= Kind.Possessive; at++)
    if (speechNouns.has(wordAt(words, at))) return true;
  return false;
}

function isParticiple(layout: Layout, at: number): boolean {
  const beside = besideAt(layout, at);
  const word = wordAt(layout.words, at);
  const cue = beside === Beside.StrongCue || beside === Beside.WeakCue;
  return (cue || beside === Beside.EndsInEd) && !word.endsWith('ing');
}

/** The shape a verb of saying has: "saying" leans on the subject of its sentence, "said" has its own. */
function verbForm(word: string): number {
  if (word === '') return 0;
  if (word.endsWith('ing')) return 1;
  if (word.endsWith('ed') || word === 'said' || word === 'told' || word === 'wrote') return 2;
  return word.endsWith('s') ? 3 : 4;
}

export const clauseFeatureNames = [
  'verbBehind',
  'verbAway',
  'verbToQuote',
  'verbIsCueOfQuote',
  'passive',
  'ownsSpeech',
  'commasBetween',
  'cueForm',
  'toCueOfQuote',
  'toWeakCueOfQuote',
  'speakingMentions',
  'namedInQuote',
  'inList',
] as const;

/** What the grammar of an article tells about its mentions. */
export type ClauseContext = {
  /** The clause of a mention outside of quotations, read when it is first asked for. */
  readonly clauseOf: (at: number) => Clause;
  /** Commas outside of quotations before each token. */
  readonly commasUpTo: Int32Array;
  /** Whom each quotation names: seldom its speaker. */
  readonly named: readonly (ReadonlySet<Entity> | undefined)[];
};

export function clauseContext({ layout, mentions, entities }: Reading): ClauseContext {
  const { words, inside } = layout;
  const commasUpTo = new Int32Array(words.count + 1);
  for (let at = 0; at < words.count; at++)
    commasUpTo[at + 1] =
      (commasUpTo[at] ?? 0) +
      (words.kinds[at] === Kind.Punctuation && inside[at] === 0 && wordAt(words, at) === ',' ? 1 : 0);
  const named: (Set<Entity> | undefined)[] = [];
  mentions.forEach((mention, at) => {
    const entity = entities[at] ?? null;
    const stretch = (inside[mention.first] ?? 0) - 1;
    if (entity === null || stretch < 0 || mention.type !== 'name') return;
    const whom = named[stretch];
    if (whom === undefined) named[stretch] = new Set([entity]);
    else whom.add(entity);
  });
  const clauses: Clause[] = [];
  const readClause = (at: number): Clause => {
    const mention = mentions[at];
    if (mention === undefined) return noClause;
    const clause = clauses[at] ?? clauseOf(layout, mention);
    clauses[at] = clause;
    return clause;
  };
  return { clauseOf: readClause, commasUpTo, named };
}

type ClauseReading = Pick<Reading, 'layout' | 'mentions' | 'entities'> & {
  /** How many mentions of an entity stand beside a verb of saying. */
  readonly speaking: ReadonlyMap<Entity, number>;
};

/** Writes the columns of `clauseFeatureNames` from column `n` on. */
export function describeClause(
  context: ClauseContext,
  { layout, mentions, entities, speaking }: ClauseReading,
  index: number,
  at: number,
  row: Float32Array,
  n: number,
): void {
  const { words, cue, firstToken, lastToken } = layout;
  const mention = mentions[at];
  if (mention === undefined) return;
  const clause = context.clauseOf(at);
  const first = firstToken[index] ?? 0;
  const last = lastToken[index] ?? 0;
  const isBefore = mention.last < first;
  const { verb } = clause;
  const entity = entities[at] ?? null;

  // On the quotation's side of the mention: how far a token stands from the quotation, and from the mention.
  const toQuote = (token: number): number =>
    token < 0 ? FAR : clip(isBefore ? first - token : token - last, FAR);
  const toMention = (token: number): number =>
    token < 0 ? FAR : clip(isBefore ? token - mention.last : mention.phraseFirst - token, FAR);
  const edge = isBefore ? first - 1 : last + 1;
  const strong =
    cue[edge] === Cue.Strong ? edge : ((isBefore ? layout.lastStrong : layout.nextStrong)[edge] ?? -1);
  const weak = cue[edge] === Cue.Weak ? edge : ((isBefore ? layout.lastWeak : layout.nextWeak)[edge] ?? -1);
  const nearest =
    strong < 0 || (weak >= 0 && Math.abs(weak - edge) < Math.abs(strong - edge)) ? weak : strong;
  const isVerb = (token: number): boolean => verb >= 0 && (token === verb || token === verb + 1);
  const [from, to] = isBefore ? [mention.last + 1, first] : [last + 1, mention.first];
  const joined =
    wordAt(words, mention.phraseFirst - 1) === 'and' || wordAt(words, mention.last + 1) === 'and';

  row[n++] = clause.verbKind;
  row[n++] = verb < 0 ? FAR : clip(verb - mention.last, FAR);
  row[n++] = toQuote(verb);
  row[n++] = isVerb(strong) ? 2 : isVerb(weak) ? 1 : 0;
  row[n++] = clause.passive ? 1 : 0;
  row[n++] = clause.ownsSpeech ? 1 : 0;
  row[n++] = clip((context.commasUpTo[to] ?? 0) - (context.commasUpTo[from] ?? 0), 8);
  row[n++] = nearest < 0 ? 0 : verbForm(wordAt(words, nearest));
  row[n++] = toMention(nearest);
  row[n++] = toMention(weak);
  row[n++] = entity === null ? 0 : clip(speaking.get(entity) ?? 0, 12);
  row[n++] = entity !== null && context.named[index]?.has(entity) === true ? 1 : 0;
  row[n++] = joined ? 1 : 0;
}
