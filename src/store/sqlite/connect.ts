import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { CourantError } from '../../domain/errors.ts';

/**
 * A connection to the file. A database needs two files beside it while it is open; where none may be made (a disk
 * mounted read-only), one that nobody has open is read as it lies.
 *
 * @throws what SQLite throws; CourantError `unavailable` for one that can't be read there without losing its last changes
 */
export function connect(path: string, options: DatabaseSyncOptions): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, options);
    // Only the first statement opens the file.
    connection.prepare('pragma user_version').get();
    return connection;
  } catch (error) {
    connection?.close();
    if (path === ':memory:' || !existsSync(path) || mayWriteIn(dirname(path))) throw error;
    if (bytesIn(`${path}-wal`) > 0)
      throw new CourantError(
        'unavailable',
        `The newest changes of the database ${path} are in ${path}-wal, which can’t be read in a folder that may not be written.`,
        { mend: 'Copy both files to one that may.', cause: error },
      );
    return asItLies(path);
  }
}

/** Takes no locks and makes no files: right only while nobody writes (sqlite.org/uri.html#uriimmutable). */
function asItLies(path: string): DatabaseSync {
  const address = pathToFileURL(path);
  address.searchParams.set('immutable', '1');
  return new DatabaseSync(address, { readOnly: true });
}

/** An empty log, as whoever only read leaves it, holds no changes. */
function bytesIn(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function mayWriteIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
