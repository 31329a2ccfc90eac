import { integer } from '../reading/columns.ts';
import { refuseNewer } from '../reading/refuse-newer.ts';
import type { Database, Queries } from './database.ts';
import { migrations } from './migrations.ts';

/** Any number that is always the same: processes that start together take turns by it. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Brings the schema up to date, each step in a transaction of its own; other processes that start meanwhile wait.
 * @returns the schema's version.
 * @throws CourantError `too-new` when a newer program wrote the database.
 */
export async function migrate(database: Database, steps: readonly string[] = migrations): Promise<number> {
  // Who only reads, as from a standby, need not be able to write.
  if ((await versionThere(database)) === steps.length) return steps.length;
  while (!(await takeStep(database, steps)));
  return steps.length;
}

/** True when there was none left to take. */
function takeStep(database: Database, steps: readonly string[]): Promise<boolean> {
  return database.longTransaction(async (queries) => {
    await queries.run('select pg_advisory_xact_lock($1::bigint)', MIGRATION_LOCK);
    await queries.run('create table if not exists courant_schema (version integer not null)');
    const version = await schemaVersion(queries);
    refuseNewer(version, steps.length);
    const step = steps[version];
    if (step === undefined) return true;
    for (const statement of step.split(';').filter((one) => one.trim() !== '')) await queries.run(statement);
    await queries.run('delete from courant_schema');
    await queries.run('insert into courant_schema values ($1)', version + 1);
    return false;
  });
}

/** 0 where nothing of ours is there yet. */
async function versionThere(queries: Queries): Promise<number> {
  const found = await queries.get(`select to_regclass('courant_schema') is not null as there`);
  return found?.there === true ? schemaVersion(queries) : 0;
}

async function schemaVersion(queries: Queries): Promise<number> {
  const row = await queries.get('select version from courant_schema');
  return row ? integer(row, 'version') : 0;
}
