import { score, type Trees } from '../learned/trees.ts';
import { attribute, type Chooser } from './attribute.ts';
import { featureCount } from './candidate-features.ts';
import { MOST_CANDIDATES } from './candidates.ts';
import type { Reading } from './reading.ts';

export type Choice = {
  /** The mention's number, -1 for nobody. */
  readonly mention: number;
  /** By how much the best candidate beats "nobody", in log odds; negative where nobody won. */
  readonly margin: number;
};

/** How much better than the best candidate "nobody" must be: an annotated quotation without a speaker is rare. */
const NOBODY_HANDICAP = 1;

/** A candidate this far behind the best after the first trees never catches up: the others are not asked about it. */
const FIRST_TREES = 24;
const HOPELESS = 3;

/** Attributes every stretch of an article by trained trees. */
export function chooseSpeakers(reading: Reading, trees: Trees): Choice[] {
  const margins: number[] = [];
  const scores = new Float64Array(MOST_CANDIDATES);
  const choose: Chooser = (rows, count) => {
    const nobody = count - 1;
    let top = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < count; k++) {
      const sum = score(trees, rows, k * featureCount, 0, FIRST_TREES);
      scores[k] = sum;
      if (sum > top) top = sum;
    }
    let best = nobody;
    for (let k = 0; k < count; k++) {
      const begun = scores[k] ?? 0;
      if (k !== nobody && begun < top - HOPELESS) continue;
      const sum = begun + score(trees, rows, k * featureCount, FIRST_TREES);
      scores[k] = sum;
      if (k !== nobody && (best === nobody || sum > (scores[best] ?? 0))) best = k;
    }
    const margin = best === nobody ? -9 : (scores[best] ?? 0) - (scores[nobody] ?? 0);
    margins.push(margin);
    return margin > -NOBODY_HANDICAP ? best : nobody;
  };
  return attribute(reading, choose).map((mention, at) => ({ mention, margin: margins[at] ?? 0 }));
}
