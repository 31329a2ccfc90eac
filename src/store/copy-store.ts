import { CourantError } from '../domain/errors.ts';
import type { Row } from './reading/columns.ts';
import { type CopiedTable, copiedTables } from './reading/copied-tables.ts';
import type { Store } from './store.ts';

const PORTION = 500;
const MARK = 'courant:copy-under-way';

/**
 * Copies everything into an empty store, in portions. A copy that was broken off is taken up by copying again: what is
 * there already is left as it is.
 *
 * @param onProgress told after each portion how many rows of a table it copied
 * @returns how many rows each table has got
 * @throws CourantError `exists` when the target holds anything that did not come from such a copy; `invalid` when the
 *   source is itself a copy that was broken off
 */
export async function copyStore(
  from: Store,
  to: Store,
  onProgress: (table: string, rows: number) => void = () => undefined,
): Promise<Readonly<Record<string, number>>> {
  if (await from.keyValues.has(MARK))
    throw new CourantError(
      'invalid',
      'The database to copy from is a copy that was broken off: parts are missing.',
      {
        mend: 'Copy it again from where it came first.',
      },
    );
  if (!(await isFree(to)))
    throw new CourantError('exists', 'The database to copy to is not empty.', {
      mend: 'Name an empty one: what is in this one would be mixed with what comes.',
    });
  await to.keyValues.set(MARK, 'true');
  const counts: Record<string, number> = {};
  const counted = (table: string) => (rows: number) => {
    const more = rows - (counts[table] ?? 0);
    counts[table] = rows;
    onProgress(table, more);
  };
  await copyArticles(from, to, counted('articles'));
  for (const table of copiedTables) await copyTable(from, to, table, counted(table.name));
  await to.keyValues.delete(MARK);
  return counts;
}

async function isFree(store: Store): Promise<boolean> {
  if (await store.keyValues.has(MARK)) return true;
  if ((await store.articles.count()) > 0) return false;
  const rows = await Promise.all(copiedTables.map((table) => store.transfer.rowsAfter(table, null, 1)));
  return rows.every((found) => found.length === 0);
}

async function copyArticles(from: Store, to: Store, onCopied: (rows: number) => void): Promise<void> {
  let last = -1;
  let copied = 0;
  for (;;) {
    const portion = await from.transfer.articlesAfter(last, PORTION);
    await to.transfer.putArticles(portion);
    copied += portion.length;
    onCopied(copied);
    const newest = portion.at(-1);
    if (newest === undefined) return;
    last = newest.row;
  }
}

async function copyTable(
  from: Store,
  to: Store,
  table: CopiedTable,
  onCopied: (rows: number) => void,
): Promise<void> {
  let last: Row | null = null;
  let copied = 0;
  for (;;) {
    const portion: readonly Row[] = await from.transfer.rowsAfter(table, last, PORTION);
    await to.transfer.putRows(table, portion);
    copied += portion.length;
    onCopied(copied);
    last = portion.at(-1) ?? null;
    if (last === null) return;
  }
}
