import { refuseNewer } from '../reading/refuse-newer.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';

/**
 * Brings the schema up to date, each step in a transaction of its own.
 * @returns the schema's version.
 * @throws CourantError `too-new` when a newer program wrote the database.
 */
export function migrate(database: Database, steps: readonly string[] = migrations): number {
  // Who only reads need not wait for one who writes.
  if (schemaVersion(database) === steps.length) return steps.length;
  for (;;) {
    const done = database.transaction(() => {
      const version = schemaVersion(database);
      refuseNewer(version, steps.length);
      const step = steps[version];
      if (step === undefined) return true;
      database.exec(step);
      database.exec(`pragma user_version = ${version + 1}`);
      return false;
    });
    if (done) return steps.length;
  }
}

function schemaVersion(database: Database): number {
  return Number(database.get('pragma user_version')?.user_version ?? 0);
}
