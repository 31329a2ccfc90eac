import { existsSync, renameSync, rmSync } from 'node:fs';
import { backup } from 'node:sqlite';
import { CourantError } from '../../domain/errors.ts';
import { connect } from './connect.ts';
import { explained, guarded, usualPatience } from './database.ts';

/**
 * Copies a database that may be in use; the copy is whole as of the moment this began. Never overwrites; `to` is there
 * once the copy is whole, never before.
 */
export async function backupSqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from))
    throw new CourantError('not-found', `There is no database ${from}.`, { mend: 'Set DATABASE_URL.' });
  if (existsSync(to))
    throw new CourantError('exists', `${to} is there already.`, { mend: 'Name a new file.' });
  const unfinished = `${to}.part`;
  rmSync(unfinished, { force: true });
  const source = guarded(from, () => connect(from, { readOnly: true, timeout: usualPatience }));
  try {
    // Holds this moment fast. Else SQLite begins anew at each write of another process, and may never end.
    guarded(from, () => source.exec('begin; select count(*) from sqlite_schema'));
    await backup(source, unfinished);
    renameSync(unfinished, to);
  } catch (error) {
    throw explained(to, error);
  } finally {
    source.close();
    for (const rest of [unfinished, `${unfinished}-journal`]) rmSync(rest, { force: true });
  }
}
