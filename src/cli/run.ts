import { CommanderError } from 'commander';
import { ownVersion } from '../own-version.ts';
import { consoleChannel } from './channels.ts';
import { complain, describeFailure, exitCodeOf, type Io } from './io.ts';
import { createProgram, type ExitCode } from './program.ts';
import { faultAsTyped } from './terminal-words.ts';

/** Runs one command line and says what it ends with. Who gives no words, as by npx, wants to see it run. */
export async function run(io: Io, words: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(io, ownVersion(), (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words.length > 0 ? words : ['serve'], { from: 'user' });
    return exitCode;
  } catch (error) {
    // Commander has said its own already; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    complain(io, describeFailure(faultAsTyped(error, io.calledAs, consoleChannel)));
    return exitCodeOf(error);
  }
}
