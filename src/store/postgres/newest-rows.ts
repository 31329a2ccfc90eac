import { integer } from '../reading/columns.ts';
import { type RowWindow, rowWindow } from '../reading/row-time.ts';
import type { Search } from '../store.ts';
import type { Database, Queries } from './database.ts';

/** Rows read through at first, and at most in one go: each costs some 10 µs, for its words lie outside of its row. */
const FIRST_READ = 100;
const MOST_READ = 3000;
/** A stretch is so much longer than seems needed, lest there must be another. */
const SPARE = 1.5;

/**
 * The newest rows of a window that match, newest first; null matches everything.
 *
 * PostgreSQL's full-text index (GIN) is in no order, so the newest of many matches can't be read off it; and its planner
 * takes reading through rows to be cheap, which it is not. So how to look is decided here. The newest rows are read
 * through: for a common word a few more of them are enough. From the share of hits follows how far back there may be
 * enough of a rarer one, and that stretch of time is looked up in the index, and so on until the window ends.
 */
export async function newestRows(
  database: Database,
  { window, candidates }: Pick<Search, 'window' | 'candidates'>,
  expression: string | null,
): Promise<number[]> {
  const { from, to } = rowWindow(window);
  if (expression === null) return newestOfAll(database, { from, to }, candidates);

  const first = await readThrough(database, { from, to }, FIRST_READ, expression);
  const found = [...first.found];
  const density = first.read / Math.max(1, first.newest - first.oldest);
  let oldest = first.oldest;
  while (found.length < candidates && oldest > from) {
    const seen = Math.max(1, first.newest - oldest);
    const wanted = candidates - found.length;
    const length = Math.max(seen, (SPARE * wanted * seen) / (found.length + 1));
    const rows = Math.ceil(length * density);
    if (rows <= MOST_READ) {
      const more = await readThrough(database, { from, to: oldest }, rows, expression);
      found.push(...more.found);
      oldest = more.oldest;
    } else {
      const start = Math.max(from, Math.floor(oldest - length));
      found.push(...(await lookUp(database, { from: start, to: oldest }, wanted, expression)));
      oldest = start;
    }
  }
  return found.slice(0, candidates);
}

async function newestOfAll(queries: Queries, { from, to }: RowWindow, most: number): Promise<number[]> {
  const sql = 'select row from articles where row >= $1 and row < $2 order by row desc limit $3';
  return (await queries.all(sql, from, to, most)).map((row) => integer(row, 'row'));
}

type ReadThrough = {
  readonly found: readonly number[];
  /** How many rows were read, and the first and the last of them; the start of the window, when it was read to its end. */
  readonly read: number;
  readonly newest: number;
  readonly oldest: number;
};

/** Which of the newest few rows of a window match. */
async function readThrough(
  queries: Queries,
  { from, to }: RowWindow,
  most: number,
  expression: string,
): Promise<ReadThrough> {
  const read = await queries.all(
    `select row, words @@ $4::tsquery as hit from articles where row >= $1 and row < $2
     order by row desc limit $3`,
    from,
    to,
    most,
    expression,
  );
  const rows = read.map((row) => integer(row, 'row'));
  return {
    found: rows.filter((_, at) => read[at]?.hit === true),
    read: rows.length,
    newest: rows[0] ?? to,
    oldest: rows.length < most ? from : (rows.at(-1) ?? from),
  };
}

/** The newest rows of a window by the full-text index together with the index of rows. */
function lookUp(
  database: Database,
  { from, to }: RowWindow,
  most: number,
  expression: string,
): Promise<number[]> {
  return database.transaction(async (queries) => {
    // Both indexes are read as sets and cut: what is in only one of them is never looked at.
    await queries.get(
      `select set_config('enable_indexscan', 'off', true), set_config('enable_seqscan', 'off', true),
              set_config('plan_cache_mode', 'force_custom_plan', true)`,
    );
    const found = await queries.all(
      `select row from articles where words @@ $1::tsquery and row >= $2 and row < $3
       order by row desc limit $4`,
      expression,
      from,
      to,
      most,
    );
    return found.map((row) => integer(row, 'row'));
  });
}
