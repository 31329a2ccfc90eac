/** Logistic regression by gradient descent over standardised features, with a little ridge. The same data gives the same weights. */
export function fitLogistic(
  x: readonly (readonly number[])[],
  y: readonly number[],
  { ridge = 1e-3, steps = 400, rate = 0.5 } = {},
): { weights: number[]; bias: number } {
  const width = x[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, n) => x.map((row) => row[n] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map(
    (column, n) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - (means[n] ?? 0)) ** 2, 0) / column.length) || 1,
  );
  const scaled = x.map((row) => row.map((value, n) => (value - (means[n] ?? 0)) / (spreads[n] ?? 1)));
  const weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = new Array<number>(width).fill(0);
    let gradientOfBias = 0;
    scaled.forEach((row, at) => {
      const logOdds = row.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), bias);
      const error = (1 / (1 + Math.exp(-logOdds)) - (y[at] ?? 0)) / scaled.length;
      gradientOfBias += error;
      row.forEach((value, n) => {
        gradient[n] = (gradient[n] ?? 0) + error * value;
      });
    });
    bias -= rate * gradientOfBias;
    for (let n = 0; n < width; n++)
      weights[n] = (weights[n] ?? 0) - rate * ((gradient[n] ?? 0) + ridge * (weights[n] ?? 0));
  }
  const round = (value: number) => Number(value.toFixed(4));
  return {
    weights: weights.map((weight, n) => round(weight / (spreads[n] ?? 1))),
    bias: round(
      weights.reduce((sum, weight, n) => sum - (weight * (means[n] ?? 0)) / (spreads[n] ?? 1), bias),
    ),
  };
}
