/**
 * `npm run eval`: one table of how well Courant reads, beside the baselines and the goals.
 *   npm run eval -- [set …] [--bootstrap N] [--json]
 * Predictions are made by the command line's batch commands, as a user would, and scored by the data's own scorer.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { interval, resampled } from './bootstrap.ts';
import { type EvalSet, evalSets, type Row } from './sets.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = join(root, '..', 'shared');
const scorer = join(shared, 'eval', 'score.mjs');

const { values, positionals } = parseArgs({
  options: { bootstrap: { type: 'string', default: '100' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (!existsSync(scorer)) {
  console.log('eval skipped: ../shared (the evaluation data) is not here.');
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), 'courant-eval-'));
try {
  const chosen = evalSets.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  for (const set of chosen) report(set, evaluate(set, Number(values.bootstrap)));
} finally {
  rmSync(work, { recursive: true, force: true });
}

type Result = {
  readonly figures: Readonly<Record<string, number>>;
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
  readonly seconds: number;
  readonly items: number;
};

function evaluate(set: EvalSet, resamples: number): Result {
  const gold = readGold(set);
  const inputs = set.scorer === 'pages' ? pageInputs(gold) : gold.map(set.input);
  const began = performance.now();
  const predictions = predict(set.command, inputs);
  const seconds = (performance.now() - began) / 1000;
  const figures = score(set, gold, predictions);
  const samples = Array.from({ length: resamples }, (_, seed) => {
    const drawn = resampled(gold, predictions, set.scorer === 'clusters' ? 'story' : 'id', seed + 1);
    return score(set, drawn.gold, drawn.predictions);
  });
  const intervals = Object.fromEntries(
    set.figures.map(({ name }) => [name, interval(samples.map((sample) => sample[name] ?? Number.NaN))]),
  );
  return { figures, intervals, seconds, items: gold.length };
}

function readGold(set: EvalSet): Row[] {
  const text = readFileSync(join(shared, 'data', set.gold), 'utf8');
  if (set.scorer !== 'pages')
    return text
      .split('\n')
      .filter((line) => line.trim())
      .map((line) => JSON.parse(line) as Row);
  return Object.entries(JSON.parse(text) as Record<string, Row>).map(([id, row]) => ({ ...row, id }));
}

function pageInputs(gold: readonly Row[]): Row[] {
  return gold.map(({ id, url }) => {
    const html = gunzipSync(readFileSync(join(shared, 'data', 'pages', 'html', `${id}.html.gz`))).toString(
      'utf8',
    );
    return { id, ...(url ? { url } : {}), html };
  });
}

/** The batch command in a process of its own: what is measured is what a user runs. */
function predict(command: readonly string[], inputs: readonly Row[]): Row[] {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'src', 'cli.ts'), ...command],
    {
      input: inputs.map((row) => JSON.stringify(row)).join('\n'),
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  if (run.status !== 0)
    throw new Error(`courant ${command.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

function score(set: EvalSet, gold: readonly Row[], predictions: readonly Row[]): Record<string, number> {
  const [goldFile, predictionFile] = [join(work, 'gold'), join(work, 'predictions')];
  const lines = (rows: readonly Row[]) => rows.map((row) => JSON.stringify(row)).join('\n');
  writeFileSync(
    goldFile,
    set.scorer === 'pages'
      ? JSON.stringify(Object.fromEntries(gold.map((row) => [row.id, row])))
      : lines(gold),
  );
  writeFileSync(predictionFile, lines(predictions));
  const run = spawnSync(process.execPath, [scorer, set.scorer, goldFile, predictionFile], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const last = run.stdout.trim().split('\n').at(-1);
  if (run.status !== 0 || !last) throw new Error(`the scorer failed on ${set.name}: ${run.stderr}`);
  return JSON.parse(last) as Record<string, number>;
}

function report(set: EvalSet, { figures, intervals, seconds, items }: Result): void {
  for (const { name, baseline, must, aim, atMost } of set.figures) {
    const value = figures[name] ?? Number.NaN;
    const [low, high] = intervals[name] ?? [Number.NaN, Number.NaN];
    const met = atMost === undefined ? value >= must : value <= atMost;
    if (values.json) {
      console.log(
        JSON.stringify({ set: set.name, figure: name, value, low, high, baseline, must, aim, atMost, met }),
      );
      continue;
    }
    const goal = atMost === undefined ? `must ${must}  aim ${aim}` : `at most ${atMost}`;
    const range = Number.isNaN(low) ? '' : `[${low.toFixed(3)}–${high.toFixed(3)}]`;
    console.log(
      [
        set.name.padEnd(18),
        name.padEnd(24),
        String(value).padStart(7),
        range.padEnd(15),
        `baseline ${baseline ?? '–'}`.padEnd(16),
        goal.padEnd(22),
        met ? 'met' : 'NOT MET',
      ].join(' '),
    );
  }
  if (!values.json) console.log(`${''.padEnd(18)} ${items} items in ${seconds.toFixed(1)} s\n`);
}
