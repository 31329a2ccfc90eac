import type { Readable, Writable } from 'node:stream';
import { CourantError, describeError } from '../domain/errors.ts';

/** The streams a command works with, and what the terminal at the other end can show. */
export type Io = {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** Columns; 80 where nobody can say. */
  readonly width: number;
  readonly colour: boolean;
  /** False in a pipe: then no progress is drawn. */
  readonly interactive: boolean;
};

/** The process's own streams. Colour follows NO_COLOR and FORCE_COLOR (no-color.org, force-color.org). */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    width: Math.max(40, Math.min(stdout.columns ?? 80, 100)),
    colour: forced || (stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'),
    interactive: stderr.isTTY === true,
  };
}

export function say(io: Io, line: string): void {
  io.output.write(`${line}\n`);
}

export function complain(io: Io, line: string): void {
  io.errors.write(`${line}\n`);
}

/** 0 done, 1 failed, 2 asked for wrongly: the usual meaning of exit codes. */
export function exitCodeOf(error: unknown): number {
  return error instanceof CourantError && error.code === 'invalid' ? 2 : 1;
}

/** One line for what the user can mend; everything, with the stack, for what is our fault. */
export function describeFailure(error: unknown): string {
  if (error instanceof CourantError) return `courant: ${describeError(error)}`;
  return `courant: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
