import type { Mention } from '../names/mentions.ts';
import { isSpeakerNoun } from '../names/noun-phrases.ts';
import { wordAt } from '../names/words.ts';
import { behindApposition } from './clause-features.ts';
import { Beside, besideAt } from './neighbours.ts';
import type { Reading } from './reading.ts';

/** More names than any list of speakers has. */
const MOST_SPEAKERS = 6;
/** Tokens of an apposition between two names: "Jane Roe, a Democrat, and John Poe". */
const LONGEST_APPOSITION = 10;
/** What may stand before a list that is a subject; behind a verb it may be an object: "met Roe and Poe said". */
const beforeSubject = new Set<number>([
  Beside.Edge,
  Beside.Quotation,
  Beside.Stop,
  Beside.Comma,
  Beside.Colon,
  Beside.OtherMark,
  Beside.StrongCue,
  Beside.That,
]);

/**
 * Who speaks together with the mention `at`, itself among them, in order: both of "Roe and Poe said" and of "said Roe
 * and Poe". English only; of anything but names each speaks alone.
 */
export function speakersTogether(reading: Reading, at: number): readonly number[] {
  const { mentions, entities, layout } = reading;
  const list = reading.grammar === null ? listAround(reading, at) : [at];
  const [first, last] = [mentions[list[0] ?? at], mentions[list.at(-1) ?? at]];
  if (list.length < 2 || first === undefined || last === undefined) return [at];
  if (new Set(list.map((one) => entities[one])).size < list.length) return [at];
  const before = first.phraseFirst - 1;
  const word = wordAt(layout.words, before);
  if (word === 'to' && wordAt(layout.words, before - 1) === 'according') return list;
  const isSubject = beforeSubject.has(besideAt(layout, before)) || isSpeakerNoun(word);
  const saidBefore = besideAt(layout, before) === Beside.StrongCue;
  return isSubject && (saidBefore || besideAt(layout, verbBehind(reading, last)) === Beside.StrongCue)
    ? list
    : [at];
}

/** The names of one list around a name: "A and B", "A, B and C". */
function listAround(reading: Reading, at: number): number[] {
  const list = [at];
  let next = neighbour(reading, at, 1);
  while (next >= 0 && list.length < MOST_SPEAKERS) {
    list.push(next);
    next = neighbour(reading, next, 1);
  }
  let previous = neighbour(reading, at, -1);
  while (previous >= 0 && list.length < MOST_SPEAKERS) {
    list.unshift(previous);
    previous = neighbour(reading, previous, -1);
  }
  const [beforeLast = -1, last = -1] = list.slice(-2);
  return list.length > 1 && linkBetween(reading, beforeLast, last) === 'and' ? list : [at];
}

/** The next name of the list in a direction; -1 for none. What stands in an apposition between is passed over. */
function neighbour(reading: Reading, at: number, direction: 1 | -1): number {
  for (let step = 1; step <= 3; step++) {
    const other = at + direction * step;
    const link = direction > 0 ? linkBetween(reading, at, other) : linkBetween(reading, other, at);
    if (link !== null) return other;
  }
  return -1;
}

/** How two names of one kind are joined to a list; null where they are not. */
function linkBetween(reading: Reading, first: number, second: number): 'and' | 'comma' | null {
  const { words, mentions, entities, layout } = reading;
  const [a, b] = [mentions[first], mentions[second]];
  if (a === undefined || b === undefined || !isName(a) || !isName(b)) return null;
  const kind = entities[first]?.kind;
  if (kind === undefined || kind !== entities[second]?.kind) return null;
  if (layout.sentence[a.first] !== layout.sentence[b.first]) return null;
  const from = a.last + 1;
  const to = b.phraseFirst - 1;
  if (wordAt(words, to) === 'and') {
    if (from === to) return 'and';
    const apposed =
      wordAt(words, from) === ',' && wordAt(words, to - 1) === ',' && to - from <= LONGEST_APPOSITION;
    return apposed && !hasVerb(reading, from, to) ? 'and' : null;
  }
  return from === to && wordAt(words, to) === ',' && kind === 'person' ? 'comma' : null;
}

function isName({ type, possessive, quoted }: Mention): boolean {
  return type === 'name' && !possessive && !quoted;
}

function hasVerb({ layout }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const beside = besideAt(layout, at);
    if (beside === Beside.StrongCue || beside === Beside.Auxiliary || beside === Beside.Quotation)
      return true;
  }
  return false;
}

/** The token of the verb behind a name, over an apposition, adverbs and "both". */
function verbBehind({ words, layout }: Reading, { last }: Mention): number {
  let verb = last + 1;
  if (wordAt(words, verb) === ',') verb = Math.max(verb, behindApposition(layout, verb, ','));
  while (
    besideAt(layout, verb) === Beside.Adverb ||
    wordAt(words, verb) === 'both' ||
    wordAt(words, verb) === 'also'
  )
    verb++;
  return verb;
}
