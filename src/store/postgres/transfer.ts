import { analysisColumns, analysisOf } from '../reading/article-row.ts';
import { integer, type Row, text } from '../reading/columns.ts';
import { quotedColumns } from '../reading/copied-tables.ts';
import { inPortions } from '../reading/portions.ts';
import type { StoreTransfer } from '../store.ts';
import { insertArticles } from './articles.ts';
import type { Database, Value } from './database.ts';
import { rememberWords } from './similar-words.ts';

export function storeTransfer(database: Database): StoreTransfer {
  return {
    async articlesAfter(row, limit) {
      const rows = await database.all(
        `select row, ${analysisColumns} from articles where row > $1 order by row limit $2`,
        row,
        limit,
      );
      return rows.map((found) => ({ row: integer(found, 'row'), entry: analysisOf(found) }));
    },
    putArticles: (articles) =>
      database.transaction(async (queries) => {
        const ids = articles.map(({ entry }) => entry.article.id);
        const there = await queries.all('select id from articles where id = any($1)', ids);
        const known = new Set(there.map((row) => text(row, 'id')));
        const missing = articles.filter(({ entry }) => !known.has(entry.article.id));
        for (const some of inPortions(missing, ({ entry }) => entry.article))
          await insertArticles(queries, some);
        await rememberWords(
          queries,
          articles.map(({ entry }) => entry.article),
        );
      }),
    async rowsAfter({ name, key, columns }, last, limit) {
      const after =
        last === null
          ? ''
          : `where (${quotedColumns(key)}) > (${key.map((_, at) => `$${at + 2}`).join(', ')})`;
      return database.all(
        `select ${quotedColumns(columns)} from ${name} ${after} order by ${quotedColumns(key)} limit $1`,
        limit,
        ...valuesOf(last, key),
      );
    },
    putRows: ({ name, columns, counted }, rows) =>
      database.transaction(async (queries) => {
        if (rows.length === 0) return;
        const values = rows.map((row) => valuesOf(row, columns));
        await queries.run(
          `insert into ${name} (${quotedColumns(columns)}) ${counted ? 'overriding system value' : ''}
           values ${placesFor(values)} on conflict do nothing`,
          ...values.flat(),
        );
        if (counted)
          await queries.get(
            `select setval(pg_get_serial_sequence('${name}', 'id'), greatest((select max(id) from ${name}), 1))`,
          );
      }),
  };
}

/** Of two rows of two values "($1, $2), ($3, $4)". PostgreSQL takes 65,535 values a statement. */
function placesFor(rows: readonly (readonly Value[])[]): string {
  let place = 0;
  return rows.map((row) => `(${row.map(() => `$${++place}`).join(', ')})`).join(', ');
}

function valuesOf(row: Row | null, columns: readonly string[]): Value[] {
  return row === null ? [] : columns.map((column) => row[column] as Value);
}
