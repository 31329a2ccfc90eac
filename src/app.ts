/** Puts the parts together. Composition happens here, in `service.ts`, `platforms.ts` and `cli/`, and nowhere else. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { CommandContext } from './commands/context.ts';
import type { Config } from './config.ts';
import { isPostgres } from './domain/database-address.ts';
import { CourantError } from './domain/errors.ts';
import type { Clock } from './domain/time.ts';
import type { EditionRequest } from './editions/edition-request.ts';
import { createLog, type Log } from './log.ts';
import type { SqliteOptions } from './store/sqlite/store.ts';
import type { Store } from './store/store.ts';

export type App = {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly makeEdition: CommandContext['makeEdition'];
};

/** Opens the database and what stands on it. The caller closes `store`. */
export async function openApp(
  config: Config,
  overrides: { readonly clock?: Clock; readonly log?: Log } = {},
): Promise<App> {
  const clock = overrides.clock ?? Date.now;
  const log = overrides.log ?? createLog(config.logLevel);
  const store = await openStore(config.database);
  return {
    config,
    store,
    log,
    clock,
    newId: randomUUID,
    async makeEdition(request: EditionRequest) {
      // The code of digests is a hundred files: it comes with the first one.
      const { makeEdition } = await import('./editions/edition.ts');
      return makeEdition(store, clock, request);
    },
  };
}

/**
 * A PostgreSQL address opens PostgreSQL, anything else is the path of an SQLite file.
 * @param onSqlite for that file alone
 * @throws CourantError `invalid` for the address of another kind of database
 */
export async function openStore(location: string, onSqlite: SqliteOptions = {}): Promise<Store> {
  if (isPostgres(location)) {
    const { openPostgresStore } = await import('./store/postgres/store.ts');
    return openPostgresStore(location);
  }
  const [scheme] = location.split('://');
  if (scheme !== location)
    throw new CourantError('invalid', `There is no way to keep data at ${scheme}://.`, {
      mend: 'Give the path of a file, or postgres://user:password@host/database.',
    });
  if (location === '')
    throw new CourantError('invalid', 'No database is named.', { mend: 'Give the path of a file.' });
  if (location !== ':memory:') makeFolder(dirname(location));
  const { openSqliteStore } = await import('./store/sqlite/store.ts');
  return openSqliteStore(location, onSqlite);
}

/** Folder by folder: told to make all of them, Node tries for ever where none can be made, as below /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another process was faster.
    if (isFolder(folder)) return;
    throw new CourantError('unavailable', `The folder ${folder} can’t be made.`, {
      mend: 'Set DATABASE_URL to a path that may be written.',
      cause,
    });
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
