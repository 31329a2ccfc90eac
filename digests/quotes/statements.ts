import type { Statement } from '../../src/domain/quote.ts';
import { stretchOf } from '../../src/domain/span.ts';
import type { Entity } from '../names/entity.ts';
import type { Mention } from '../names/mentions.ts';
import { determiners, functionWords } from '../names/name-words.ts';
import { wordSet } from '../names/word-set.ts';
import { isCapital, isWord, Kind, kindAt, wordAt } from '../names/words.ts';
import type { Reading } from './reading.ts';

/** A direct quotation of this many words makes its sentence a quote, not a statement. */
const DIRECT_WORDS = 5;
const SHORTEST = 6;

/** Verbs that report what somebody holds, in the forms that follow a subject. */
const reporting = wordSet(`
  said says told tells added adds noted notes argued argues claimed claims insisted insists warned warns announced announces
  stated states explained explains acknowledged acknowledges admitted admits suggested suggests confirmed confirms predicted
  predicts emphasized emphasised emphasizes stressed stresses testified denied denies promised promises vowed vows pledged
  pledges asserted asserts contended contends alleged alleges maintained maintains declared declares concluded concludes
  estimated estimates indicated indicates reiterated reiterates reported reports conceded complained wrote writes believes
  believed expects expected hopes hoped recalled replied responded
`);

/** The same verbs as "as emphasized by" has them. */
const participles = wordSet(`
  said noted argued claimed warned announced stated explained acknowledged suggested confirmed predicted emphasized emphasised
  stressed declared reported reiterated underlined highlighted described
`);

type Source = { readonly mention: number; readonly cue: { readonly first: number; readonly last: number } };

/** Indirect speech with a clear source, a sentence each; sentences that quote at length are left to the quotes. */
export function findStatements(
  reading: Reading,
  articleId: string,
  speakerOf: (entity: Entity) => Statement['speaker'],
): Statement[] {
  const { text, words, layout, mentions, entities } = reading;
  const statements: Statement[] = [];
  let at = 0;
  let sentence = -1;
  let source: Source | null = null;
  const finish = (): void => {
    if (source === null || sentence < 0) return;
    const first = layout.sentenceStart[sentence] ?? 0;
    const last = lastTokenOf(reading, sentence);
    const entity = entities[source.mention] ?? null;
    if (entity !== null && isOneSentence(reading, first, last)) {
      const { cue } = source;
      statements.push({
        ...stretchOf(text, words.starts[first] ?? 0, words.ends[last] ?? 0),
        articleId,
        speaker: speakerOf(entity),
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
    const cue = cueFor(reading, mention);
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

function cueFor(reading: Reading, mention: Mention): Source['cue'] | null {
  const { words } = reading;
  const before = mention.phraseFirst - 1;
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
  // "…, said Roe" and "…, Roe said" behind what is held.
  if (wordAt(words, before - 1) === ',' && reporting.has(wordAt(words, before)))
    return { first: before, last: before };
  let verb = mention.last + 1;
  for (let skipped = 0; skipped < 2 && isSkippable(wordAt(words, verb)); skipped++) verb++;
  if (!reporting.has(wordAt(words, verb))) return null;
  if (wordAt(words, before) === ',' && endsClause(wordAt(words, verb + 1)))
    return { first: verb, last: verb };
  return opensClause(reading, verb) ? { first: verb, last: verb } : null;
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

function endsClause(word: string): boolean {
  return word === '.' || word === ',' || word === 'on' || word === 'in' || word === '';
}

/** What follows the verb is what was said: "that …", a subject, or "reporters that …". */
function opensClause(reading: Reading, verb: number): boolean {
  const { words, layout } = reading;
  const next = wordAt(words, verb + 1);
  const kind = kindAt(words, verb + 1);
  if (next === 'that') return true;
  for (let k = verb + 1; k < verb + 12 && layout.sentence[k] === layout.sentence[verb]; k++)
    if (wordAt(words, k) === 'that') return true;
  if (wordAt(words, verb) === 'told') return false;
  return isCapital(kind) || determiners.has(next) || subjects.has(next);
}

const subjects = wordSet('he she it they we i there people officials');
