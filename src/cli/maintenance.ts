import { existsSync } from 'node:fs';
import { openStore } from '../app.ts';
import { readConfig } from '../config.ts';
import { isPostgres, withoutFileScheme } from '../domain/database-address.ts';
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
  const source = withoutFileScheme(options.from);
  const target = withoutFileScheme(options.to);
  // Opening would make it, and an empty one would seem to be copied well.
  if (!isPostgres(source) && !existsSync(source))
    throw new CourantError('not-found', `There is no database ${source}.`, {
      mend: '--from names the one to copy.',
    });
  const from = await openStore(source);
  try {
    if (!options.force) await refuseWhileServed(from, source);
    const to = await openStore(target);
    try {
      if (!options.force) await refuseWhileServed(to, target);
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
    `Done. Set DATABASE_URL${isPostgres(target) ? ' to the new address' : `=${target}`} and start again.`,
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
  if (file === '')
    throw new CourantError('invalid', 'The copy needs a name.', { mend: 'Give the path of a new file.' });
  const { backupSqlite } = await import('../store/sqlite/backup.ts');
  await backupSqlite(database, file);
  say(io, `Copied ${database} to ${file}.`);
  return 0;
}
