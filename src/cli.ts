import { processIo } from './cli/io.ts';
import { run } from './cli/run.ts';

// A reader that goes away (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await run(processIo(), process.argv.slice(2));
