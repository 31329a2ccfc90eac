import { readFileSync } from 'node:fs';
import { attribute } from '../../digests/quotes/attribute.ts';
import { featureCount, featureNames } from '../../digests/quotes/candidate-features.ts';
import { type Reading, readArticle } from '../../digests/quotes/reading.ts';
import type { TrainingData } from '../learning/losses.ts';

/** An annotated stretch; offsets are UTF-16 units here. */
export type GoldQuote = {
  readonly start: number;
  readonly end: number;
  readonly words: number;
  readonly attributed: boolean;
  readonly speaker?: string;
  readonly speakerStart?: number;
  readonly speakerEnd?: number;
  readonly cue?: string;
};

export type Example = {
  readonly id: string;
  readonly reading: Reading;
  /** The annotation of each stretch we found, null for one the annotators did not see. */
  readonly gold: readonly (GoldQuote | null)[];
};

type Row = { readonly id: string; readonly text: string; readonly quotes: readonly GoldQuote[] };

/** Annotators counted code points; where a text has astral characters its offsets are moved to UTF-16 units. */
function inUnits(text: string, quotes: readonly GoldQuote[]): readonly GoldQuote[] {
  const points = [...text];
  if (points.length === text.length) return quotes;
  const units = new Int32Array(points.length + 1);
  points.forEach((point, at) => {
    units[at + 1] = (units[at] ?? 0) + point.length;
  });
  const move = (at: number): number => units[at] ?? text.length;
  return quotes.map((quote) => ({
    ...quote,
    start: move(quote.start),
    end: move(quote.end),
    ...(quote.speakerStart === undefined ? {} : { speakerStart: move(quote.speakerStart) }),
    ...(quote.speakerEnd === undefined ? {} : { speakerEnd: move(quote.speakerEnd) }),
  }));
}

/** Reads annotated articles, one JSON object a line. */
export function readExamples(file: string): Example[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const row: Row = JSON.parse(line);
      const reading = readArticle(row.text);
      const quotes = inUnits(row.text, row.quotes);
      const gold = reading.stretches.map(
        (stretch) => quotes.find((quote) => quote.start < stretch.end && stretch.start < quote.end) ?? null,
      );
      return { id: row.id, reading, gold };
    });
}

/** Whether a candidate (a mention's number, -1 for nobody) is the annotated speaker. */
export function isRight(example: Example, gold: GoldQuote, candidate: number): boolean {
  const { speakerStart, speakerEnd } = gold;
  const spoken = gold.attributed && speakerStart !== undefined && speakerEnd !== undefined;
  const mention = example.reading.mentions[candidate];
  if (mention === undefined || !spoken) return mention === undefined && !spoken;
  return mention.start < speakerEnd && speakerStart < mention.end;
}

/** The right ones of the candidates; where the annotated phrase holds a possessor and its noun ("Smith’s aides"), the noun. */
function targetsOf(example: Example, gold: GoldQuote, candidates: readonly number[]): boolean[] {
  const right = candidates.map((candidate) => isRight(example, gold, candidate));
  const heads = right.map(
    (yes, k) => yes && example.reading.mentions[candidates[k] ?? -1]?.possessive !== true,
  );
  return heads.includes(true) ? heads : right;
}

/**
 * The rows to train attribution on; what came before a quotation is the truth. (Training a second round on what held-out
 * models thought came before, mistakes and all, was tried and gained nothing.)
 */
export function rankingData(examples: readonly Example[]): TrainingData {
  const blocks: Float32Array[] = [];
  const target: number[] = [];
  const groups: number[] = [0];
  const weights: number[] = [];
  for (const example of examples) {
    attribute(example.reading, (rows, count, candidates, stretch) => {
      const gold = example.gold[stretch] ?? null;
      const nobody = count - 1;
      if (gold === null) return nobody;
      const right = targetsOf(example, gold, candidates);
      if (right.includes(true)) {
        blocks.push(rows.slice(0, count * featureCount));
        for (const yes of right) target.push(yes ? 1 : 0);
        groups.push(target.length);
        weights.push(gold.words >= 5 ? 1 : 0.5);
      }
      const named = right.findIndex(
        (yes, k) => yes && example.reading.mentions[candidates[k] ?? -1]?.type === 'name',
      );
      const first = named < 0 ? right.indexOf(true) : named;
      return first < 0 ? nobody : first;
    });
  }
  const rows = new Float32Array(target.length * featureCount);
  let at = 0;
  for (const block of blocks) {
    rows.set(block, at);
    at += block.length;
  }
  return {
    features: featureNames,
    rows,
    target: Uint8Array.from(target),
    groups: Int32Array.from(groups),
    weights: Float32Array.from(weights),
  };
}
