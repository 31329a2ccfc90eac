import { createRequire } from 'node:module';
import { comparisonWidth } from './compared-pairs.ts';

/** Logistic regression over `comparisonNames`, trained on pairs of articles of one event and of look-alikes. */
type SameEventModel = { readonly weights: readonly number[]; readonly bias: number };

const model = createRequire(import.meta.url)('./same-event.weights.json') as SameEventModel;
const weights = Float64Array.from(model.weights);

/**
 * The training pairs were look-alikes of many years and had no dates, so the model is too careful for articles of a
 * few days: `recent` makes up for that, `perDay` takes it back as they grow apart. Log-odds.
 */
const prior = { recent: 3, perDay: 2, most: 6 };
/** Outlets report within hours of each other: so much of a day says nothing. */
const sameNews = 0.25;

/**
 * The chance that two articles tell the same event.
 *
 * @param features The pair's numbers begin at `row`.
 * @param days What lies between the two in time.
 */
export function sameEvent(features: Float32Array, row: number, days: number): number {
  let logOdds = model.bias + prior.recent;
  for (let n = 0; n < comparisonWidth; n++) logOdds += (weights[n] as number) * (features[row + n] as number);
  const apart = Math.min(prior.most, prior.perDay * Math.max(0, days - sameNews));
  return 1 / (1 + Math.exp(apart - logOdds));
}
