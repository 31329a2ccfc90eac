/**
 * `npm run fuzz [-- --cases N --seed N]`: feeds and pages, changed at random, through everything that reads them.
 * Ends with 1 and the smallest document that breaks a promise, or takes longer than it may.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { allSpecimens } from './corpus.ts';
import { type Case, cases, documentOf, readAsPolled } from './reading.ts';

/** Reader threads end a document after ten seconds; none should come near, however slow the machine. */
const longest = 5_000;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const [count, seed] = [wholeNumber('cases'), wholeNumber('seed')];
const specimens = allSpecimens();
let slowest = { ms: 0, name: '' };
let done = 0;

function wholeNumber(name: 'cases' | 'seed'): number {
  const number = Number(values[name]);
  // fast-check would try nothing and find no fault.
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`--${name} is a whole number above 0.`);
  return number;
}

function readInTime(one: Case): void {
  const began = performance.now();
  readAsPolled(one);
  const ms = performance.now() - began;
  if (ms > slowest.ms) slowest = { ms, name: one.specimen.name };
  if (ms > longest) throw new Error(`it took ${Math.round(ms)} ms`);
  if (++done % 1000 === 0) console.log(`${done} of ${count}`);
}

console.log(`${count} cases from ${specimens.length} documents, seed ${seed}`);
const run = fc.check(fc.property(cases(specimens), readInTime), { numRuns: count, seed });
console.log(`slowest: ${Math.round(slowest.ms)} ms, from ${slowest.name}`);
const [counterexample] = run.counterexample ?? [];
if (counterexample === undefined) console.log('All were read or refused.');
else {
  const file = join(tmpdir(), `courant-fuzz-${seed}`);
  writeFileSync(file, documentOf(counterexample));
  console.log(`${counterexample.specimen.name} changed by ${JSON.stringify(counterexample.mutations)}:`);
  console.log(run.errorInstance ?? run.failed);
  console.log(`The document is ${file}. Again: npm run fuzz -- --cases ${count} --seed ${seed}`);
  process.exitCode = 1;
}
