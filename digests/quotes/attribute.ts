import type { Entity } from '../names/entity.ts';
import { wordSet } from '../names/word-set.ts';
import { wordAt } from '../names/words.ts';
import { describeCandidate, featureCount, type Turn } from './candidate-features.ts';
import { type CandidateContext, candidateContext, candidatesOf, MOST_CANDIDATES } from './candidates.ts';
import { speakerElsewhere } from './other-languages.ts';
import { describeQuote } from './quote-features.ts';
import type { Reading } from './reading.ts';

/**
 * Picks one of `count` candidates by their rows of `featureCount` columns; the last row stands for nobody.
 * Training uses it to watch and to teach, reading to choose by the trained trees.
 */
export type Chooser = (
  rows: Float32Array,
  count: number,
  candidates: readonly number[],
  stretch: number,
) => number;

/** More mentions than stand between a verb and the one it speaks of. */
const NEAR = 4;

/** Whose words the one chosen reports, where the text says so: of "Roe was told by Poe that “…”" it is Poe. */
function tellerOf({ clause, mentions }: CandidateContext, chosen: number, quotation: number): number {
  const token = chosen < 0 ? -1 : clause.clauseOf(chosen).teller;
  const before = (mentions[chosen]?.last ?? quotation) < quotation;
  if (token < 0 || (before && token >= quotation)) return chosen;
  for (let at = chosen + 1; at <= chosen + NEAR; at++) {
    const mention = mentions[at];
    if (mention !== undefined && mention.phraseFirst >= token && !mention.possessive && !mention.quoted)
      return mention.phraseFirst === token || mention.first === token ? at : chosen;
  }
  return chosen;
}

const writings = wordSet('op-ed op-eds column essay article piece commentary editorial letter post blog');
const placed = wordSet('for in to on');

/** Who wrote it, where the one chosen is the paper it stands in: "Roe wrote an op-ed for The Tribune saying “…”". */
function writerOf({ layout, mentions, entities }: CandidateContext, chosen: number): number {
  const paper = mentions[chosen];
  if (paper === undefined || entities[chosen]?.kind !== 'organisation') return chosen;
  const { words, sentence } = layout;
  const before = paper.phraseFirst - 1;
  const at = wordAt(words, before) === 'the' ? before - 1 : before;
  if (!placed.has(wordAt(words, at)) || !writings.has(wordAt(words, at - 1))) return chosen;
  for (let k = chosen - 1; k >= 0 && k >= chosen - NEAR; k--) {
    const mention = mentions[k];
    if (mention === undefined || sentence[mention.first] !== sentence[paper.first]) break;
    if (!mention.quoted && !mention.possessive && entities[k]?.kind === 'person') return k;
  }
  return chosen;
}

/** Goes through the quotations in order and has a speaker chosen for each: the mention's number, -1 for nobody. */
export function attribute(reading: Reading, choose: Chooser): number[] {
  const { layout, entities, stretches } = reading;
  const { firstToken, paragraph } = layout;
  const context = candidateContext(reading);
  const spoken = new Map<Entity, number>();
  const rows = new Float32Array(featureCount * MOST_CANDIDATES);
  const shared = new Float32Array(featureCount);
  const chosen: number[] = [];
  let last: Turn | null = null;
  let secondLast: Turn | null = null;
  let inParagraph = 0;

  for (let index = 0; index < stretches.length; index++) {
    const sameParagraph =
      index > 0 && paragraph[firstToken[index - 1] ?? 0] === paragraph[firstToken[index] ?? 0];
    inParagraph = sameParagraph ? inParagraph + 1 : 0;
    const candidates = candidatesOf(context, index, last === null ? -1 : last.mention);
    candidates.push(-1);
    describeQuote(layout, index, inParagraph, shared);
    const memory = { last, secondLast, spoken };
    for (let k = 0; k < candidates.length; k++) {
      const row = rows.subarray(k * featureCount, (k + 1) * featureCount);
      row.set(shared);
      describeCandidate(context, index, candidates[k] ?? -1, memory, row);
    }
    const best: number = candidates[choose(rows, candidates.length, candidates, index)] ?? -1;
    const mention =
      reading.grammar === null
        ? tellerOf(context, writerOf(context, best), firstToken[index] ?? 0)
        : speakerElsewhere(
            context,
            index,
            stretches[index]?.resumes === true ? chosen.at(-1) : undefined,
            best,
          );
    chosen.push(mention);
    if (mention < 0) continue;
    const entity = entities[mention] ?? null;
    if (last !== null && last.entity !== entity) secondLast = last;
    last = { mention, entity, stretch: index };
    if (entity !== null) spoken.set(entity, (spoken.get(entity) ?? 0) + 1);
  }
  return chosen;
}
