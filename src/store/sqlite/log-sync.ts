import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { CourantError } from '../../domain/errors.ts';

/** Takes the write-ahead log of a database to the disk, beside the event loop. */
export type LogSync = {
  /** Resolves when all that was committed before is on the disk. Something must have been. */
  sync(): Promise<void>;
  close(): void;
};

const toDisk = promisify(fdatasync);

/**
 * @param path of the database. SQLite locks this file and its `-shm`, never the log, so the log may be opened and
 *   closed here without taking a lock away; and nobody removes it while the database is open.
 */
export function createLogSync(path: string): LogSync {
  let descriptor: number | null = null;
  let underWay = 0;
  let closed = false;

  function openLog(): number {
    const opened = openSync(`${path}-wal`, 'r+');
    syncFolder(dirname(path));
    return opened;
  }

  /** Not before the last sync has ended: the number of a closed descriptor may be another file's at once. */
  function release(): void {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  }

  return {
    async sync() {
      underWay++;
      try {
        descriptor ??= openLog();
        await toDisk(descriptor);
      } catch (error) {
        throw new CourantError(
          'unavailable',
          `The log of the database ${path} can’t be written to the disk.`,
          {
            mend: 'Check the disk and its quota.',
            cause: error,
          },
        );
      } finally {
        underWay--;
        if (closed && underWay === 0) release();
      }
    },
    close() {
      closed = true;
      if (underWay === 0) release();
    },
  };
}

/** A new file is there after a power cut only if its folder says so. Not every system lets a folder be opened. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch {
    // SQLite does not insist either.
  }
}
