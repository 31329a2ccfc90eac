import { processIo } from './cli/io.ts';
import { run } from './cli/run.ts';

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  // A reader that goes away (`| head`) is no fault.
  if (code === 'EPIPE') process.exit(0);
  process.stderr.write(`courant: what was asked for can’t be written to standard output (${code}).\n`);
  process.exit(1);
});
// What nobody can be told, as when the log's disk is full, is no reason to stop work.
process.stderr.on('error', () => undefined);

process.exitCode = await run(processIo(), process.argv.slice(2));
