import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { parseEnv } from 'node:util';
import { CourantError, describeError } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import { withoutSecrets } from '../domain/without-secrets.ts';

/** What a command works with: its streams, what the terminal at their end can show, its settings and its clock. */
export type Io = {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
  /** Columns; 80 where nobody can say. */
  readonly width: number;
  readonly colour: boolean;
  /** False in a pipe: then no progress is drawn. */
  readonly interactive: boolean;
  /** How a command is typed here, for hints: "courant", or "npm run courant --" in a checkout. */
  readonly calledAs: string;
  readonly clock: Clock;
  /** The environment, and what `.env` adds to it. Read when a command needs it: `--help` never does. */
  environment(): Readonly<Record<string, string | undefined>>;
};

/** The process's own streams. Colour follows NO_COLOR and FORCE_COLOR (no-color.org, force-color.org). */
export function processIo(): Io {
  const { stdin, stdout, stderr, env } = process;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  return {
    input: stdin,
    output: stdout,
    errors: stderr,
    width: Math.max(40, Math.min(stdout.columns || 80, 100)),
    colour: forced || (stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'),
    interactive: stderr.isTTY === true,
    calledAs: ['start', 'courant'].includes(env.npm_lifecycle_event ?? '') ? 'npm run courant --' : 'courant',
    clock: Date.now,
    environment: () => ({ ...dotEnv('.env'), ...env }),
  };
}

/** The settings of a file of NAME=value lines; none where there is no file. What is set in the environment wins. */
function dotEnv(path: string): NodeJS.Dict<string> {
  try {
    // Some editors begin a file with a byte order mark, which would become part of the first name.
    return parseEnv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new CourantError('invalid', `The file ${path} can’t be read.`, {
      mend: 'Each line is NAME=value; see .env.example.',
      cause,
    });
  }
}

/** A line for a person. */
export function say(io: Io, line: string): void {
  io.output.write(`${inert(line)}\n`);
}

/** A line for a person, of what went wrong. */
export function complain(io: Io, line: string): void {
  io.errors.write(`${inert(line)}\n`);
}

/** What was made for a terminal with its colours, or for a program: as it is. */
export function print(io: Io, made: string): void {
  io.output.write(`${made}\n`);
}

/** Names of feeds, and what is quoted of files, are others': a terminal must not obey them. */
export function inert(line: string): string {
  return line.replace(/[^\P{Cc}\n\t]/gu, '');
}

/** "1 article", "2 articles": for words that take an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** 0 done, 1 failed, 2 asked for wrongly: the usual meaning of exit codes. */
export function exitCodeOf(error: unknown): number {
  return error instanceof CourantError && error.code === 'invalid' ? 2 : 1;
}

/** One line for what the user can mend; everything, with the stack, for what is our fault. */
export function describeFailure(error: unknown): string {
  if (error instanceof CourantError) return `courant: ${describeError(error)}`;
  return `courant: ${withoutSecrets(error instanceof Error ? (error.stack ?? error.message) : String(error))}`;
}
