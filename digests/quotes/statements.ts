import type { Statement } from '../../src/domain/quote.ts';
import { stretchOf } from '../../src/domain/span.ts';
import type { Mention } from '../names/mentions.ts';
import { calendarWords, determiners, functionWords } from '../names/name-words.ts';
import { isSpeakerNoun } from '../names/noun-phrases.ts';
import { wordSet } from '../names/word-set.ts';
import { isCapital, isWord, Kind, kindAt, type Words, wordAt } from '../names/words.ts';
import { behindApposition } from './clause-features.ts';
import { Beside, besideAt } from './neighbours.ts';
import type { Reading } from './reading.ts';
import type { Speakers } from './speakers.ts';

/** A direct quotation of this many words makes its sentence a quote, not a statement. */
const DIRECT_WORDS = 5;
const SHORTEST = 6;
/** Mentions between a source and its verb that may say whose or where it is: "a spokesman for the port in Oslo said". */
const MOST_OWNERS = 4;
/** What may stand behind "said Roe" and "Roe said" where what was said stands before. */
const endings = new Set<number>([
  Beside.Edge,
  Beside.Stop,
  Beside.Comma,
  Beside.OtherMark,
  Beside.Parenthesis,
  Beside.Quotation,
  Beside.Preposition,
  Beside.To,
  Beside.Who,
]);

/** Verbs that report what somebody holds, in the forms that follow a subject. */
const reporting = wordSet(`
  said says told tells added adds noted notes argued argues claimed claims insisted insists warned warns announced announces
  stated states explained explains acknowledged acknowledges admitted admits suggested suggests confirmed confirms predicted
  predicts emphasized emphasised emphasizes stressed stresses testified denied denies promised promises vowed vows pledged
  pledges asserted asserts contended contends alleged alleges maintained maintains declared declares concluded concludes
  estimated estimates indicated indicates reiterated reiterates reported reports conceded complained wrote writes believes
  believed expects expected hopes hoped recalled replied responded
`);

/** Prepositions that may begin a clause: "after Roe said that". */
const beforeClauses = wordSet('after before as than');

/** Whom somebody deals with in a clause does not speak: "those who named a candidate said". */
const relatives = wordSet('who that which');

/** The same verbs as "as emphasized by" has them. */
const participles = wordSet(`
  said noted argued claimed warned announced stated explained acknowledged suggested confirmed predicted emphasized emphasised
  stressed declared reported reiterated underlined highlighted described
`);

type Source = { readonly mention: number; readonly cue: { readonly first: number; readonly last: number } };

/** Indirect speech with a clear source, a sentence each; sentences that quote at length are left to the quotes. */
export function findStatements(reading: Reading, articleId: string, speakers: Speakers): Statement[] {
  const { text, words, layout, mentions, entities } = reading;
  const statements: Statement[] = [];
  let at = 0;
  let sentence = -1;
  let source: Source | null = null;
  const finish = (): void => {
    if (source === null || sentence < 0) return;
    const first = layout.sentenceStart[sentence] ?? 0;
    const last = lastTokenOf(reading, sentence);
    const { speaker } = speakers.at(source.mention);
    if (speaker !== null && isOneSentence(reading, first, last)) {
      const { cue } = source;
      statements.push({
        ...stretchOf(text, words.starts[first] ?? 0, words.ends[last] ?? 0),
        articleId,
        speaker,
        cue: stretchOf(text, words.starts[cue.first] ?? 0, words.ends[cue.last] ?? 0),
      });
    }
  };
  for (; at < mentions.length; at++) {
    const mention = mentions[at];
    if (mention === undefined || mention.quoted) continue;
    const mine = layout.sentence[mention.first] ?? 0;
    if (mine !== sentence) {
      finish();
      sentence = mine;
      source = null;
    }
    if (
      source !== null ||
      entities[at] === null ||
      mention.possessive ||
      wordAt(words, mention.first) === 'who'
    )
      continue;
    const cue = cueFor(reading, at);
    if (cue !== null) source = { mention: at, cue };
  }
  finish();
  return statements;
}

function lastTokenOf(reading: Reading, sentence: number): number {
  const { words, layout } = reading;
  let last = (layout.sentenceStart[sentence + 1] ?? words.count) - 1;
  while (last > 0 && kindAt(words, last) === Kind.Break) last--;
  return last;
}

/** Long enough, within one paragraph, and without a direct quotation of any length. */
function isOneSentence(reading: Reading, first: number, last: number): boolean {
  const { words, layout } = reading;
  let count = 0;
  let quoted = 0;
  for (let k = first; k <= last; k++) {
    const kind = kindAt(words, k);
    if (kind === Kind.Break) return false;
    if (!isWord(kind)) continue;
    count++;
    if ((layout.inside[k] ?? 0) > 0) quoted++;
  }
  return count >= SHORTEST && quoted < DIRECT_WORDS;
}

function cueFor(reading: Reading, at: number): Source['cue'] | null {
  const { words, mentions } = reading;
  const mention = mentions[at] as Mention;
  const before = startOf(mention) - 1;
  const by = roleStart(reading, mention) - 1;
  if (wordAt(words, before) === 'to' && wordAt(words, before - 1) === 'according')
    return { first: before - 1, last: before };
  if (
    wordAt(words, by) === 'by' &&
    participles.has(wordAt(words, by - 1)) &&
    wordAt(words, by - 2) === 'as'
  ) {
    return { first: by - 2, last: by };
  }
  // "…, said Roe" behind what is held, but not "Poe, the mayor, said the plan had failed".
  if (wordAt(words, before - 1) === ',' && reporting.has(wordAt(words, before)))
    return canEndWith(reading, mention) ? { first: before, last: before } : null;
  const preposition = wordAt(words, before) === 'the' ? before - 1 : before;
  const follows = besideAt(reading.layout, preposition) === Beside.Preposition;
  if (follows && !beforeClauses.has(wordAt(words, preposition))) return null;
  const verb = verbBehind(reading, at);
  if (!reporting.has(wordAt(words, verb))) return null;
  if (wordAt(words, before).endsWith('ed') && relatives.has(wordAt(words, before - 1))) return null;
  if (wordAt(words, before) === ',' && endsClause(reading, verb + 1)) return { first: verb, last: verb };
  return opensClause(reading, verb) ? { first: verb, last: verb } : null;
}

/** The first token of a mention with all that belongs to it. */
function startOf({ first, phraseFirst }: Mention): number {
  return Math.min(first, phraseFirst);
}

/** The token behind a mention, what it belongs to and what is said of it: "a spokesman for the port, Jane Roe, said". */
function verbBehind(reading: Reading, at: number): number {
  const { words, layout, mentions } = reading;
  const mention = mentions[at] as Mention;
  const first = startOf(mention);
  let end = mention.last;
  for (let k = at + 1; k <= at + MOST_OWNERS; k++) {
    const owner = mentions[k];
    if (owner?.phraseFirst === end + 2 && besideAt(layout, end + 1) === Beside.Preposition) end = owner.last;
  }
  let verb = end + 1;
  if (wordAt(words, verb) === '(') verb = Math.max(verb, behindApposition(layout, verb, ')'));
  const opens = layout.sentenceStart[layout.sentence[first] ?? 0] === first;
  if (wordAt(words, verb) === ',' && (opens || wordAt(words, first - 1) === ','))
    verb = Math.max(verb, behindApposition(layout, verb, ','));
  for (let skipped = 0; skipped < 2 && isSkippable(wordAt(words, verb)); skipped++) verb++;
  return verb;
}

/** A speaker with nothing behind that would make it the subject, or the object, of the verb before it. */
function canEndWith(reading: Reading, mention: Mention): boolean {
  const { words } = reading;
  const { type, head, last } = mention;
  if (telling.has(wordAt(words, startOf(mention) - 1))) return false;
  const noun = type === 'nominal' && !isCapital(kindAt(words, head)) ? wordAt(words, head) : null;
  if (noun !== null && !isSpeakerNoun(noun)) return false;
  return endsClause(reading, last + 1) || (type !== 'name' && isCapital(kindAt(words, last + 1)));
}

/** "by former Secretary of State Jane Roe": the phrase begins with the small words of her office. */
function roleStart(reading: Reading, mention: Mention): number {
  const { words } = reading;
  let first = mention.phraseFirst;
  while (
    mention.phraseFirst - first < 4 &&
    kindAt(words, first - 1) === Kind.Lower &&
    !functionWords.has(wordAt(words, first - 1))
  )
    first--;
  return first;
}

function isSkippable(word: string): boolean {
  return (
    word === 'also' ||
    word === 'has' ||
    word === 'had' ||
    word === 'have' ||
    word === 'later' ||
    (word.length > 4 && word.endsWith('ly'))
  );
}

function endsClause({ words, layout }: Reading, at: number): boolean {
  return calendarWords.has(wordAt(words, at)) || endings.has(besideAt(layout, at));
}

/** What follows the verb is what was said: "that …", a subject, or "reporters that …". */
function opensClause(reading: Reading, verb: number): boolean {
  const { words, layout } = reading;
  let hasVerb = false;
  for (let k = verb + 1; k < verb + 12 && layout.sentence[k] === layout.sentence[verb]; k++) {
    if (wordAt(words, k) === 'that' && !wordAt(words, k - 1).endsWith('ing')) return true;
    if (besideAt(layout, k) === Beside.Auxiliary || wordAt(words, k).endsWith("n't")) hasVerb = true;
  }
  if (telling.has(wordAt(words, verb))) return false;
  // "confirmed the death" tells of a deed, "confirmed the ship was lost" of what was said.
  const next = besideAt(layout, verb + 1);
  if (next === Beside.Auxiliary || wordAt(words, verb + 1) === 'of') return false;
  const saysPlainly = plainest.has(wordAt(words, verb));
  if (hasVerb === saysPlainly) return hasVerb;
  const at = behindDay(words, verb + 1);
  const opening = wordAt(words, at);
  if (pronouns.has(opening)) return isWord(kindAt(words, at + 1));
  return isCapital(kindAt(words, at)) || determiners.has(opening) || subjects.has(opening);
}

/** "said on Monday the ferry would sail": where what was said begins. */
function behindDay(words: Words, at: number): number {
  const day = wordAt(words, at) === 'on' ? at + 1 : at;
  return calendarWords.has(wordAt(words, day)) ? day + 1 : at;
}

/** Somebody follows these, not what was said. */
const telling = wordSet('told tells');
/** Of what was only done nobody "says" it. */
const plainest = wordSet('said says added adds');
const pronouns = wordSet('he she it they we i');
const subjects = wordSet('there people officials');
