/**
 * Loaded before the program (`node --import`): it kills its own process as `kill -9` does, at a moment named in DIE_AT,
 * once so many rows were written: "DIE_AT=131 statement", "… before-commit", "… after-commit".
 */
import { DatabaseSync, type SQLInputValue, StatementSync } from 'node:sqlite';

const [rows = '', moment] = (process.env.DIE_AT ?? '').split(' ');
let written = 0;

function dieAt(reached: string): void {
  if (reached === moment && written >= Number(rows)) process.kill(process.pid, 'SIGKILL');
}

const { run } = StatementSync.prototype;
StatementSync.prototype.run = function (this: StatementSync, ...values: SQLInputValue[]) {
  const changes = run.apply(this, values as Parameters<typeof run>);
  written += 1;
  dieAt('statement');
  return changes;
} as typeof run;

const { exec } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (sql) {
  if (sql === 'commit') dieAt('before-commit');
  exec.call(this, sql);
  if (sql === 'commit') dieAt('after-commit');
};
