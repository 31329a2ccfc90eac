import { pino } from 'pino';

/** Where the program says what it does; the same few words everywhere. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** Anything that looks like a Slack token, a Discord token, a bearer or a password in an address. */
const secrets = [
  /xox[a-z]-[\w-]+/g,
  /xapp-[\w-]+/g,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}\b/g,
  /(?<=\b(?:Bot|Bearer) )[\w.~+/-]{12,}=*/g,
  /(?<=\/\/[^/\s:@]*:)[^/\s@]+(?=@)/g,
  /(?<=hooks\.slack\.com\/)[\w/]+/g,
  /(?<=\/webhooks\/\d+\/)[\w-]+/g,
];

/** Replaces every secret of a known shape by a word that says so. */
export function withoutSecrets(text: string): string {
  return secrets.reduce((clean, shape) => clean.replace(shape, '[secret]'), text);
}

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
