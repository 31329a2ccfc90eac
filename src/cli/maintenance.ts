import { existsSync } from 'node:fs';
import { openStore } from '../app.ts';
import { readConfig } from '../config.ts';
import { CourantError } from '../domain/errors.ts';
import { isServedOn } from '../serving-mark.ts';
import type { Store } from '../store/store.ts';
import { type Io, say } from './io.ts';
import { showProgress } from './progress.ts';

/** `courant migrate-store`: everything from one database to another, empty one. */
export async function migrateStore(
  io: Io,
  options: { readonly from: string; readonly to: string; readonly force?: boolean },
): Promise<number> {
  const { copyStore } = await import('../store/copy-store.ts');
  // Opening would make it, and an empty one would seem to be copied well.
  if (!isPostgres(options.from) && !existsSync(options.from))
    throw new CourantError('not-found', `There is no database ${options.from}.`, {
      mend: '--from names the one to copy.',
    });
  const from = await openStore(options.from);
  try {
    if (!options.force) await refuseWhileServed(from, options.from);
    const to = await openStore(options.to);
    try {
      if (!options.force) await refuseWhileServed(to, options.to);
      const progress = showProgress(io, 'copied', io.clock);
      const counts = await copyStore(from, to, progress.step).finally(progress.end);
      for (const [table, rows] of Object.entries(counts)) say(io, `${table}: ${rows}`);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
  say(
    io,
    `Done. Set DATABASE_URL=${options.to.includes('@') ? 'to the new address' : options.to} and start again.`,
  );
  return 0;
}

async function refuseWhileServed({ keyValues }: Store, database: string): Promise<void> {
  if (!(await isServedOn(keyValues))) return;
  const name = isPostgres(database) ? 'the PostgreSQL database' : database;
  throw new CourantError(
    'unavailable',
    `A Courant is running on ${name}: what it writes meanwhile would stay behind.`,
    {
      mend: 'Stop it first; one that was killed counts as running for a minute. --force copies all the same.',
    },
  );
}

/** `courant backup FILE`: a whole copy of the SQLite database, while it is in use. */
export async function backup(io: Io, file: string): Promise<number> {
  const { database } = readConfig(io.environment());
  if (isPostgres(database)) {
    throw new CourantError('invalid', 'This database is PostgreSQL.', {
      mend: 'Use pg_dump; see docs/operation.md.',
    });
  }
  const { backupSqlite } = await import('../store/sqlite/backup.ts');
  await backupSqlite(database, file);
  say(io, `Copied ${database} to ${file}.`);
  return 0;
}

function isPostgres(database: string): boolean {
  return /^postgres(ql)?:/.test(database);
}
