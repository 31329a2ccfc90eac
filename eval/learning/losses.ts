/** Rows to learn from, in groups that are judged together (the candidates of one quotation), else of one row each. */
export type TrainingData = {
  /** Names of the columns. */
  readonly features: readonly string[];
  /** One row after the other. */
  readonly rows: Float32Array;
  readonly target: Uint8Array;
  /** First row of each group, and the end. */
  readonly groups: Int32Array;
  /** Weight of each group. */
  readonly weights: Float32Array;
};

/** Slope and curvature of the loss at each row's score. */
export type Slopes = { readonly gradients: Float64Array; readonly hessians: Float64Array };

export type Loss = {
  /** The score of every row before the first tree. */
  start(data: TrainingData): number;
  /** Writes the slopes of the rows of one group. */
  write(data: TrainingData, group: number, scores: Float64Array, slopes: Slopes): void;
};

/** Logistic regression: a score becomes the logarithm of the odds that the target is 1. */
export const logistic: Loss = {
  start: () => 0,
  write({ target, groups, weights }, group, scores, { gradients, hessians }) {
    const weight = weights[group] ?? 1;
    for (let row = groups[group] ?? 0; row < (groups[group + 1] ?? 0); row++) {
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      gradients[row] = (chance - (target[row] ?? 0)) * weight;
      hessians[row] = chance * (1 - chance) * weight;
    }
  },
};

/** Below this a certain row's curvature would let one leaf run away. */
const LEAST_CURVATURE = 1e-4;

/** Listwise softmax: the score of a right row (target 1) is raised against the others of its group. */
export const softmax: Loss = {
  start: () => 0,
  write({ target, groups, weights }, group, scores, { gradients, hessians }) {
    const from = groups[group] ?? 0;
    const to = groups[group + 1] ?? 0;
    const weight = weights[group] ?? 1;
    let top = Number.NEGATIVE_INFINITY;
    for (let row = from; row < to; row++) top = Math.max(top, scores[row] ?? 0);
    let all = 0;
    let right = 0;
    for (let row = from; row < to; row++) {
      const mass = Math.exp((scores[row] ?? 0) - top);
      gradients[row] = mass;
      all += mass;
      if (target[row] === 1) right += mass;
    }
    for (let row = from; row < to; row++) {
      const mass = gradients[row] ?? 0;
      const chance = mass / all;
      const wanted = target[row] === 1 && right > 0 ? mass / right : 0;
      gradients[row] = (chance - wanted) * weight;
      hessians[row] = Math.max(chance * (1 - chance), LEAST_CURVATURE) * weight;
    }
  },
};
