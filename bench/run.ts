/**
 * `npm run bench [name …] [-- --json] [-- --full]`: each file of this folder that exports `bench`, one after the other, each in a
 * process of its own, so that none profits or suffers from what another left behind.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Bench, BenchLine } from './line.ts';

const here = new URL('.', import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});

if (values.only !== undefined) await runHere(values.only, values.full);
else process.exitCode = await runAll(positionals, values);

async function runAll(
  wanted: readonly string[],
  { json, full }: { readonly json: boolean; readonly full: boolean },
): Promise<number> {
  const known = benchNames();
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`There is no bench ${unknown.join(', ')}. There are ${known.join(', ')}.\n`);
    return 2;
  }
  let failed = 0;
  for (const name of wanted.length > 0 ? wanted : known) {
    if (!json) process.stdout.write(`${name}\n`);
    const code = await runApart(name, full, (line) =>
      process.stdout.write(json ? `${line}\n` : sayLine(JSON.parse(line))),
    );
    if (code !== 0) failed += 1;
  }
  return failed > 0 ? 1 : 0;
}

function benchNames(): readonly string[] {
  return readdirSync(here)
    .filter(
      (file) =>
        file.endsWith('.ts') && /^export const bench:/m.test(readFileSync(new URL(file, here), 'utf8')),
    )
    .map((file) => file.replace(/\.ts$/, ''));
}

/** Its lines come one by one over standard output; what it says to people goes to standard error. */
function runApart(name: string, full: boolean, onLine: (line: string) => void): Promise<number> {
  const script = fileURLToPath(import.meta.url);
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '--disable-warning=ExperimentalWarning',
      script,
      '--only',
      name,
      ...(full ? ['--full'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  createInterface({ input: child.stdout }).on('line', onLine);
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runHere(name: string, full: boolean): Promise<void> {
  const { bench }: { readonly bench: Bench } = await import(`./${name}.ts`);
  for (const line of await bench({ full })) process.stdout.write(`${JSON.stringify(line)}\n`);
}

function sayLine({ name, ours, baseline, ratio, unit, sizes, goal }: BenchLine): string {
  const compared =
    baseline === null
      ? ''
      : `  ${baseline.name} ${figure(baseline.figure)} ${unit}  ratio ${figure(ratio ?? Number.NaN)}`;
  const growth =
    sizes.length === 0
      ? ''
      : `\n    ${sizes.map((at) => `${at.size.toLocaleString('en')}: ${figure(at.ours)}`).join('   ')}`;
  return `  ${name}\n    ours ${figure(ours)} ${unit}${compared}${growth}\n    goal: ${goal}\n`;
}

/** Three digits that count. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
