/** Candidates among which one had to be chosen, with what each would gain. */
export type Choice = {
  readonly rows: readonly Float64Array[];
  readonly gains: readonly number[];
  readonly weight: number;
};

export type ListwiseOptions = {
  readonly steps: number;
  readonly rate: number;
  readonly l2: number;
};

/**
 * A linear scorer that maximises the expected gain of drawing from each choice by the softmax of its scores (listwise
 * learning as in ListNet, Cao et al. 2007, with the gain itself as objective), by Adam (Kingma and Ba 2015) from 0.
 * Rows must be standardised.
 */
export function trainListwise(
  choices: readonly Choice[],
  { steps, rate, l2 }: ListwiseOptions,
): Float64Array {
  const width = choices[0]?.rows[0]?.length ?? 0;
  const weights = new Float64Array(width);
  const momentum = new Float64Array(width);
  const velocity = new Float64Array(width);
  const gradient = new Float64Array(width);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  for (let step = 1; step <= steps; step++) {
    gradient.fill(0);
    for (const choice of choices)
      addGradient(choice, weights, gradient, (GAIN_SCALE * choice.weight) / total);
    for (let at = 0; at < width; at++) {
      const g = (gradient[at] as number) - l2 * (weights[at] as number);
      const m = 0.9 * (momentum[at] as number) + 0.1 * g;
      const v = 0.99 * (velocity[at] as number) + 0.01 * g * g;
      momentum[at] = m;
      velocity[at] = v;
      const corrected = m / (1 - 0.9 ** step) / (Math.sqrt(v / (1 - 0.99 ** step)) + 1e-8);
      weights[at] = (weights[at] as number) + rate * corrected;
    }
  }
  return weights;
}

/** Gains are hundredths; brings their gradient to the order of the penalty's. */
const GAIN_SCALE = 10;

function addGradient(
  { rows, gains }: Choice,
  weights: Float64Array,
  gradient: Float64Array,
  scale: number,
): void {
  const scores = rows.map((row) => dot(row, weights));
  const top = Math.max(...scores);
  let sum = 0;
  let expected = 0;
  for (const [at, score] of scores.entries()) {
    const mass = Math.exp(score - top);
    scores[at] = mass;
    sum += mass;
    expected += mass * (gains[at] ?? 0);
  }
  expected /= sum;
  for (const [at, row] of rows.entries()) {
    const pull = (scale * (scores[at] ?? 0) * ((gains[at] ?? 0) - expected)) / sum;
    if (pull === 0) continue;
    for (let feature = 0; feature < row.length; feature++) {
      gradient[feature] = (gradient[feature] as number) + pull * (row[feature] as number);
    }
  }
}

function dot(row: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < row.length; at++) sum += (row[at] as number) * (weights[at] as number);
  return sum;
}
