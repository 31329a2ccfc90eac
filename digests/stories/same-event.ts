import { createRequire } from 'node:module';

/** Logistic regression over `pairFeatureNames`, trained on pairs of articles of one event and of look-alikes. */
type SameEventModel = { readonly weights: readonly number[]; readonly bias: number };

const model = createRequire(import.meta.url)('./same-event.weights.json') as SameEventModel;

/**
 * The training pairs were look-alikes of many years and had no dates, so the model is far too careful for articles of
 * a few days: `recent` makes up for that, `perDay` takes it back as they grow apart. Log-odds.
 */
const prior = { recent: 5, perDay: 2, most: 6 };
/** Outlets report within hours of each other: so much of a day says nothing. */
const sameNews = 0.25;
const day = 86_400_000;

/** The chance that two articles tell the same event. */
export function sameEvent(features: Float64Array, gap: number | null): number {
  let logOdds = model.bias + prior.recent;
  for (let n = 0; n < model.weights.length; n++)
    logOdds += (model.weights[n] as number) * (features[n] as number);
  const days = Math.max(0, (gap ?? 0) / day - sameNews);
  return 1 / (1 + Math.exp(Math.min(prior.most, prior.perDay * days) - logOdds));
}
