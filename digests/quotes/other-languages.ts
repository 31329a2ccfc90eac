/** Plain rules for languages other than English, which the trees were not trained on. */
import { wordSet } from '../names/word-set.ts';
import { isWord, kindAt, wordAt } from '../names/words.ts';
import type { CandidateContext } from './candidates.ts';
import { Cue } from './layout.ts';
import type { Reading } from './reading.ts';

/** Of five words, or so long as five words are; Chinese and Japanese put no spaces between theirs. */
const LONG = { words: 5, characters: 25, unspaced: 10 } as const;
const unspaced = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** In a language the trees were not trained on: long, or with somebody said to speak in the same sentence. */
export function isSpokenElsewhere({ text, words, layout, stretches }: Reading, index: number): boolean {
  const first = layout.firstToken[index] ?? 0;
  const last = layout.lastToken[index] ?? 0;
  const { start, end } = stretches[index] ?? { start: 0, end: 0 };
  let count = 0;
  for (let k = first; k <= last; k++) if (isWord(kindAt(words, k))) count++;
  if (count >= LONG.words || end - start >= LONG.characters) return true;
  if (end - start >= LONG.unspaced && unspaced.test(text.slice(start, end))) return true;
  return [first - 1, last + 1].some(
    (k) =>
      layout.sentence[k] === layout.sentence[first] &&
      (layout.cue[k] === Cue.Strong ||
        (layout.lastStrong[k] ?? -1) >= 0 ||
        (layout.nextStrong[k] ?? -1) >= 0),
  );
}

/**
 * Who says a stretch in a language the trees were not trained on: the mention's number, -1 for nobody.
 * @param before who says the stretch that this one resumes
 * @param guess what the trees say
 */
export function speakerElsewhere(
  context: CandidateContext,
  index: number,
  before: number | undefined,
  guess: number,
): number {
  const behind = speakerBehind(context, index);
  const named = behind >= 0 ? behind : sourceBefore(context, index);
  return holderNamedBehind(context, named >= 0 ? named : (before ?? nearGuess(context, index, guess)));
}

/** "selon Roe", "laut Roe" */
const sources = wordSet("selon d'après laut zufolge según словами بحسب");
/** Tokens between what gives a source and the quotation. */
const LONGEST_SOURCE = 16;

/** Whom the sentence names as its source before the quotation: "Selon Roe, présidente du port, « … »"; -1 for nobody. */
function sourceBefore({ layout, mentions, open, edges }: CandidateContext, index: number): number {
  const { words, sentence, inside } = layout;
  const first = layout.firstToken[index] ?? 0;
  for (let token = first - 1; token >= first - LONGEST_SOURCE; token--) {
    if (sentence[token] !== sentence[first] || inside[token] !== 0) return -1;
    if (!sources.has(wordAt(words, token))) continue;
    let n = edges[index] ?? 0;
    while (n > 0 && (mentions[open[n - 1] ?? 0]?.first ?? 0) > token) n--;
    const at = open[n] ?? -1;
    return (mentions[at]?.first ?? first) < first ? at : -1;
  }
  return -1;
}

/** The trees know English only: what they guess further away than the sentence before is nobody. */
function nearGuess({ layout, mentions }: CandidateContext, index: number, guess: number): number {
  const { sentence, paragraph } = layout;
  const mention = mentions[guess];
  if (mention === undefined) return -1;
  const first = layout.firstToken[index] ?? 0;
  const near = Math.abs((sentence[first] ?? 0) - (sentence[mention.first] ?? 0)) <= 1;
  return near || (paragraph[first] ?? 0) !== (paragraph[mention.first] ?? 0) ? guess : -1;
}

/** Tokens from a quotation to its verb, and from the verb to the name: "», — сказала міська голова Олена Коваль". */
const REACH = { verb: 3, name: 5 } as const;

/** The mention that a verb of saying behind the quotation is followed by, as in "…", dit Roe; -1 for none. */
function speakerBehind({ layout, mentions, open, edges }: CandidateContext, index: number): number {
  const { words, sentence, inside, cue } = layout;
  const last = layout.lastToken[index] ?? 0;
  const isNear = (token: number): boolean => sentence[token] === sentence[last] && inside[token] === 0;
  let verb = last + 1;
  while (verb <= last + REACH.verb + 1 && isNear(verb) && cue[verb] !== Cue.Strong) {
    if (wordAt(words, verb) === '.') return -1;
    verb++;
  }
  if (!isNear(verb) || cue[verb] !== Cue.Strong) return -1;
  for (let n = edges[index] ?? 0; n < open.length; n++) {
    const at = open[n] ?? 0;
    const first = mentions[at]?.first ?? 0;
    if (first > verb + REACH.name || (first > verb && !isNear(first))) return -1;
    if (first > verb) return mentions[at]?.possessive === true ? -1 : at;
  }
  return -1;
}

/** Tokens between an office and the name of who holds it, and other names that the office may hold: "ministra de Vivienda". */
const APPOSITION = { tokens: 5, names: 2 } as const;

/** Who is named behind the office that a mention belongs to: "le Premier ministre, Jeanne Roe"; the mention else. */
function holderNamedBehind({ layout, mentions, entities }: CandidateContext, at: number): number {
  const office = mentions[at];
  if (office === undefined || entities[at]?.kind === 'person') return at;
  for (let k = at + 1; k <= at + APPOSITION.names; k++) {
    const holder = mentions[k];
    if (holder === undefined || holder.quoted || holder.first - office.last > APPOSITION.tokens) break;
    if (layout.sentence[holder.first] !== layout.sentence[office.first]) break;
    if (entities[k]?.kind === 'person' && wordAt(layout.words, holder.phraseFirst - 1) === ',') return k;
  }
  return at;
}
