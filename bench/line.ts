/** One line of `npm run bench`: ours beside a named baseline on the same work in the same run. */
export type BenchLine = {
  readonly name: string;
  /** Our figure, in `unit`. */
  readonly ours: number;
  readonly baseline: { readonly name: string; readonly figure: number } | null;
  /** How many times better ours is (above 1) or worse (below 1), whichever way the unit runs. */
  readonly ratio: number | null;
  readonly unit: string;
  /** How the cost grows: size -> our figure. */
  readonly sizes: readonly { readonly size: number; readonly ours: number }[];
  /** What issue or document asks for; printed beside the figure. */
  readonly goal: string;
};

export type BenchOptions = {
  /** The sizes that take an hour to make, and gigabytes to keep: `npm run bench search -- --full`. */
  readonly full: boolean;
};

/** A file of bench/ exports one of these as `bench`. It says so in a line, and returns nothing, where its data is absent. */
export type Bench = (options: BenchOptions) => Promise<readonly BenchLine[]>;
