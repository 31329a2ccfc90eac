import type { Logger, LogLevel } from '@slack/bolt';
import type { AdapterLog } from '../adapter-deps.ts';

/** Bolt's words in our log. Its debug lines hold whole requests, people's words and all: they are left out. */
export function boltLog(log: AdapterLog): Logger {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (...words: unknown[]): void =>
      log[level]({ from: 'bolt' }, words.map(String).join(' '));
  return {
    debug: () => {},
    info: say('debug'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    // The enum is a value of a library that is loaded only when used.
    getLevel: () => 'info' as LogLevel.INFO,
    setName: () => {},
  };
}
