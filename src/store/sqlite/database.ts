import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { CourantError, isCourantError } from '../../domain/errors.ts';
import type { Row } from '../reading/columns.ts';
import { connect } from './connect.ts';
import { createLogSync } from './log-sync.ts';

export type Value = string | number | bigint | null;

/**
 * One connection. Whole numbers are bound as integers, always: node:sqlite binds a JS number as REAL, and FTS5 then
 * ignores a bound on the rowid and reads everything (18 to 67 times slower at a million articles).
 */
export type Database = {
  /** Changes go to a log first, so that other connections read and write beside this one. */
  readonly isLogged: boolean;
  all(sql: string, ...values: readonly Value[]): Row[];
  get(sql: string, ...values: readonly Value[]): Row | undefined;
  /** Returns how many rows changed. */
  run(sql: string, ...values: readonly Value[]): number;
  exec(sql: string): void;
  /** Takes the write lock first, so that it can't fail half way for want of it. Nothing in `work` may wait. */
  transaction<T>(work: () => T): T;
  /**
   * A transaction nobody waits for the disk with: whole and in order like the others, kept when the process dies, but
   * the last ones may be missing when the machine does. For what costs a repeated request and no more.
   * @param logPages so many pages the log may hold before this commit brings them home: that takes some milliseconds,
   *   fewer in all when it is done seldom
   */
  lightTransaction<T>(work: () => T, logPages?: number): T;
  /**
   * Resolves when all that was committed is on the disk; meanwhile the event loop goes on.
   * @throws CourantError `unavailable` when the disk refuses: whether it is there is then unknown
   */
  toDisk(): Promise<void>;
  close(): void;
};

/** Another process's transaction is waited for so long, milliseconds. */
export const usualPatience = 10_000;
/** 1 MB of log: nobody is held up for long. */
const usualLogPages = 250;

/**
 * @param patience how long another process's transaction is waited for, milliseconds; the event loop stands meanwhile
 * @throws CourantError `unavailable` when the file can't be opened as a database.
 */
export function openDatabase(path: string, patience = usualPatience): Database {
  const connection = guarded(path, () => {
    const opened = connect(path, { timeout: patience });
    try {
      setUp(opened);
      return opened;
    } catch (error) {
      opened.close();
      throw error;
    }
  });
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = connection.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };

  const transaction = <T>(work: () => T): T => {
    guarded(path, () => connection.exec('begin immediate'));
    try {
      const result = work();
      guarded(path, () => connection.exec('commit'));
      return result;
    } catch (error) {
      rollBack(connection);
      throw error;
    }
  };

  const settings = (synchronous: 'normal' | 'full', logPages: number): void =>
    guarded(path, () =>
      connection.exec(`pragma synchronous = ${synchronous}; pragma wal_autocheckpoint = ${logPages};`),
    );
  const isLogged = connection.prepare('pragma journal_mode').get()?.journal_mode === 'wal';
  const log = createLogSync(path);

  return {
    isLogged,
    all: (sql, ...values) => guarded(path, () => prepared(sql).all(...values.map(bound)) as Row[]),
    get: (sql, ...values) => guarded(path, () => prepared(sql).get(...values.map(bound)) as Row | undefined),
    run: (sql, ...values) => guarded(path, () => Number(prepared(sql).run(...values.map(bound)).changes)),
    exec: (sql) => guarded(path, () => connection.exec(sql)),
    transaction,
    lightTransaction(work, logPages = usualLogPages) {
      // In WAL mode only checkpoints sync then; the next full commit takes these to the disk with it.
      settings('normal', logPages);
      try {
        return transaction(work);
      } finally {
        settings('full', usualLogPages);
      }
    },
    // Without a log (in memory, or where the file system can't share one) each commit went there itself.
    toDisk: async () => (isLogged ? log.sync() : undefined),
    close() {
      log.close();
      if (connection.isOpen) connection.close();
    },
  };
}

function setUp(connection: DatabaseSync): void {
  connection.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
  connection.exec(`pragma wal_autocheckpoint = ${usualLogPages};`);
  // 32 MiB of pages: a common word's newest candidates stay in memory.
  connection.exec('pragma cache_size = -32768; pragma temp_store = memory;');
}

/** Taking back may fail like what went before it; SQLite does so itself when the connection is closed. */
function rollBack(connection: DatabaseSync): void {
  try {
    if (connection.isTransaction) connection.exec('rollback');
  } catch {
    // The first fault is the one to tell of.
  }
}

function bound(value: Value): SQLInputValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

type Fault = readonly [what: string, mend: string];

const full: Fault = ['can’t grow: the disk is full', 'Free some space; nothing that was stored is lost.'];

const locked = 5;

/** SQLite's result codes (sqlite.org/rescode.html) in words for the operator. */
const faults: Readonly<Record<number, Fault>> = {
  [locked]: ['is locked by another process', 'Stop the other process, or wait until it has finished.'],
  6: ['is locked', 'Wait a moment and try again.'],
  8: ['can’t be written', 'Give this user the right to write it and its folder.'],
  10: [
    'can’t be read or written by the disk',
    'Check the disk and its quota; restore a backup if the file is damaged.',
  ],
  11: ['is damaged', 'Restore a backup; see docs/operation.md.'],
  13: full,
  14: ['can’t be opened', 'Check that the path is right and the folder may be written.'],
  26: ['is not an SQLite database', 'Point DATABASE_URL at another file.'],
  // No room for the few pages that processes share while they have the database open (SQLITE_IOERR_SHMSIZE).
  4874: full,
};

/** Runs `work`; what SQLite throws in it becomes a CourantError about this file, where we have words for it. */
export function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(path, error);
  }
}

export function explained(path: string, error: unknown): unknown {
  const code = resultCode(error);
  const fault = faults[code] ?? faults[primary(code)];
  if (!fault) return error;
  return new CourantError('unavailable', `The database ${path} ${fault[0]}.`, {
    mend: fault[1],
    cause: error,
  });
}

/** Whether it failed, having done nothing, because another process has the database locked. */
export function isLocked(error: unknown): boolean {
  return isCourantError(error, 'unavailable') && primary(resultCode(error.cause)) === locked;
}

/** 0, which means that all went well, for what is not SQLite's. */
function resultCode(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
}

/** Extended codes carry the primary one in their low byte. */
function primary(code: number): number {
  return code & 0xff;
}
