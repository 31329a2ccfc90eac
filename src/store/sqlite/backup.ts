import { existsSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import { CourantError } from '../../domain/errors.ts';

/** Copies a database that may be in use; the copy is whole as of one moment. Never overwrites. */
export async function backupSqlite(from: string, to: string): Promise<void> {
  if (!existsSync(from))
    throw new CourantError('not-found', `There is no database ${from}.`, { mend: 'Set DATABASE_URL.' });
  if (existsSync(to))
    throw new CourantError('exists', `${to} is there already.`, { mend: 'Name a new file.' });
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to);
  } finally {
    source.close();
  }
}
