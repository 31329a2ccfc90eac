/** The evaluation sets, their commands, and what each figure must reach. */
export type Row = { readonly [field: string]: unknown };

type Figure = {
  readonly name: string;
  /** What a plain method reaches, measured with the same scorer (../shared/data/README.md). */
  readonly baseline: number | null;
  readonly must: number;
  readonly aim: number;
  /** Set where the figure is a limit and not a goal. */
  readonly atMost?: number;
};

export type EvalSet = {
  readonly name: string;
  readonly scorer: 'quotes' | 'summaries' | 'clusters' | 'pages' | 'feeds';
  /** Below ../shared/data. */
  readonly gold: string;
  readonly command: readonly string[];
  /** What the command is given of a gold line: never its answer. */
  readonly input: (row: Row) => Row;
  readonly figures: readonly Figure[];
};

const article = ({ id, title, date, outlet, text }: Row): Row => ({ id, title, date, outlet, text });

function summaries(
  name: string,
  gold: string,
  words: number,
  input: EvalSet['input'],
  rouge1: Figure,
  rouge2: Figure,
): EvalSet {
  return {
    name,
    scorer: 'summaries',
    gold,
    command: ['summarize', '--jsonl', '--max-words', String(words)],
    input,
    figures: [rouge1, rouge2, { name: 'meanWords', baseline: null, must: 0, aim: 0, atMost: words }],
  };
}

function clusters(name: string, gold: string, bcubed: Figure, pairs: Figure): EvalSet {
  return {
    name,
    scorer: 'clusters',
    gold,
    command: ['cluster', '--jsonl'],
    input: article,
    figures: [bcubed, pairs],
  };
}

function figure(name: string, baseline: number | null, must: number, aim: number): Figure {
  return { name, baseline, must, aim };
}

export const evalSets: readonly EvalSet[] = [
  {
    name: 'quotes',
    scorer: 'quotes',
    gold: 'quotes/dev.jsonl',
    command: ['quotes', '--jsonl'],
    input: article,
    figures: [
      figure('quoteF1', 0.989, 0.985, 0.99),
      figure('attributionAccuracy', 0.755, 0.9, 0.95),
      figure('canonicalNameAccuracy', 0.771, 0.9, 0.95),
    ],
  },
  summaries(
    'nyt',
    'summaries/nyt.dev.jsonl',
    34,
    article,
    figure('rouge1', 0.28, 0.31, 0.38),
    figure('rouge2', 0.13, 0.14, 0.2),
  ),
  summaries(
    'single',
    'summaries/single.dev.jsonl',
    75,
    article,
    figure('rouge1', 0.381, 0.4, 0.43),
    figure('rouge2', 0.174, 0.185, 0.2),
  ),
  summaries(
    'multi',
    'summaries/multi.dev.jsonl',
    60,
    ({ id, articles }) => ({ id, articles }),
    figure('rouge1', 0.362, 0.39, 0.43),
    figure('rouge2', 0.159, 0.18, 0.21),
  ),
  clusters(
    'basil',
    'clusters/basil.dev.jsonl',
    figure('bcubedF1', 0.979, 0.985, 0.995),
    figure('pairF1', 0.952, 0.97, 0.99),
  ),
  clusters(
    'allsides',
    'clusters/allsides.dev.jsonl',
    figure('bcubedF1', 0.881, 0.92, 0.95),
    figure('pairF1', 0.742, 0.82, 0.9),
  ),
  {
    name: 'pages',
    scorer: 'pages',
    gold: 'pages/ground-truth.json',
    command: ['extract', '--jsonl'],
    input: (row) => row,
    figures: [figure('f1', 0.947, 0.97, 0.97)],
  },
  {
    name: 'feeds',
    scorer: 'feeds',
    gold: 'feeds/dev.jsonl',
    command: ['feed', '--jsonl'],
    input: ({ id, xml }) => ({ id, xml }),
    figures: [figure('share', null, 0.95, 0.95)],
  },
];
