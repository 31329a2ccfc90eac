import { pino } from 'pino';
import { withoutSecrets } from './domain/without-secrets.ts';

/** Where the program says what it does; the same few words everywhere. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/**
 * JSON lines on standard error, so that standard output stays for what was asked for.
 * Secrets are taken out of every line, whatever field they hide in.
 */
export function createLog(
  level: string,
  write: (line: string) => void = (line) => process.stderr.write(line),
): Log {
  return pino(
    {
      level,
      base: null,
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line: string) => write(withoutSecrets(line)) },
  );
}
