import { LINEAR_CLAMP, type LinearWeights } from '../../digests/learned/linear.ts';

/** Rows to learn from, each with the value that is wanted of it and its weight. */
export type Rows = {
  /** One row after the other. */
  readonly rows: Float64Array;
  readonly wanted: Float64Array;
  readonly weights: Float64Array;
};

/**
 * Linear regression by weighted least squares over standardised columns, with a penalty on the weights (ridge: Hoerl
 * and Kennard 1970).
 * @param features names of the columns
 * @param penalty in rows of weight 1
 */
export function ridge(
  features: readonly string[],
  { rows, wanted, weights }: Rows,
  penalty: number,
): LinearWeights {
  const { standard, mean, scale } = standardised(rows, features.length, LINEAR_CLAMP);
  const { slopes, base } = leastSquares({ rows: standard, wanted, weights }, penalty);
  return { features: [...features], mean, scale, weights: slopes, base };
}

/** Each column in standard deviations from its mean, at most so many of them. */
export function standardised(
  rows: Float64Array,
  width: number,
  most = Number.POSITIVE_INFINITY,
): { readonly standard: Float64Array; readonly mean: number[]; readonly scale: number[] } {
  const { mean, scale } = moments(rows, width);
  const standard = rows.map((value, at) => {
    const own = (value - (mean[at % width] ?? 0)) / (scale[at % width] ?? 1);
    return Math.max(-most, Math.min(most, own));
  });
  return { standard, mean, scale };
}

/** Slopes and the value of a row of zeros. */
export function leastSquares(
  { rows, wanted, weights }: Rows,
  penalty: number,
): { readonly slopes: number[]; readonly base: number } {
  const width = rows.length / weights.length;
  const size = width + 1;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  const row = new Float64Array(size);
  for (const [index, weight] of weights.entries()) {
    row.set(rows.subarray(index * width, (index + 1) * width));
    row[width] = 1;
    for (let one = 0; one < size; one++) {
      const own = weight * (row[one] as number);
      right[one] = (right[one] as number) + own * (wanted[index] ?? 0);
      const line = matrix[one] as Float64Array;
      for (let other = 0; other <= one; other++)
        line[other] = (line[other] as number) + own * (row[other] as number);
    }
  }
  for (const [one, line] of matrix.entries()) line[one] = (line[one] as number) + penalty;
  const solved = solve(matrix, right);
  return { slopes: [...solved.subarray(0, width)], base: solved[width] ?? 0 };
}

/** A column that hardly differs should not be blown up. */
const LEAST_SPREAD = 1e-3;

function moments(rows: Float64Array, width: number): { mean: number[]; scale: number[] } {
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  const count = rows.length / width;
  for (let at = 0; at < rows.length; at++) {
    const value = rows[at] as number;
    mean[at % width] = (mean[at % width] as number) + value / count;
    square[at % width] = (square[at % width] as number) + value ** 2 / count;
  }
  const scale = square.map((sum, at) => Math.sqrt(Math.max(0, sum - (mean[at] ?? 0) ** 2)) + LEAST_SPREAD);
  return { mean, scale };
}

/** Solves a positive definite system of which the lower half is given, by Cholesky's decomposition, in place. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const at = (line: number, column: number): number => matrix[line]?.[column] ?? 0;
  const size = right.length;
  for (const [line, own] of matrix.entries()) {
    for (let column = 0; column <= line; column++) {
      let sum = own[column] as number;
      for (let k = 0; k < column; k++) sum -= (own[k] as number) * at(column, k);
      own[column] = column === line ? Math.sqrt(sum) : sum / at(column, column);
    }
  }
  for (let line = 0; line < size; line++) {
    let sum = right[line] as number;
    for (let k = 0; k < line; k++) sum -= at(line, k) * (right[k] as number);
    right[line] = sum / at(line, line);
  }
  for (let line = size - 1; line >= 0; line--) {
    let sum = right[line] as number;
    for (let k = line + 1; k < size; k++) sum -= at(k, line) * (right[k] as number);
    right[line] = sum / at(line, line);
  }
  return right;
}
