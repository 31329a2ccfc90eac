import { attribute, type Chooser } from './attribute.ts';
import { featureCount } from './candidate-features.ts';
import { MOST_CANDIDATES } from './candidates.ts';
import type { Reading } from './reading.ts';
import { score, type Trees } from './trees.ts';

export type Choice = {
  /** The mention's number, -1 for nobody. */
  readonly mention: number;
  /** By how much the best candidate beats "nobody", in log odds; negative where nobody won. */
  readonly margin: number;
};

/** How much better than the best candidate "nobody" must be: an annotated quotation without a speaker is rare. */
const NOBODY_HANDICAP = 1;

/** Attributes every stretch of an article by trained trees. */
export function chooseSpeakers(reading: Reading, trees: Trees): Choice[] {
  const margins: number[] = [];
  const scores = new Float64Array(MOST_CANDIDATES);
  const choose: Chooser = (rows, count) => {
    let best = 0;
    for (let k = 0; k < count; k++) {
      scores[k] = score(trees, rows, k * featureCount);
      if (k < count - 1 && (scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
    }
    const nobody = count - 1;
    const margin = best === nobody ? -9 : (scores[best] ?? 0) - (scores[nobody] ?? 0);
    margins.push(margin);
    return margin > -NOBODY_HANDICAP ? best : nobody;
  };
  return attribute(reading, choose).map((mention, at) => ({ mention, margin: margins[at] ?? 0 }));
}
