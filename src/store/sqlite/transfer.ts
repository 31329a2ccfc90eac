import { analysisColumns, analysisOf } from '../reading/article-row.ts';
import { integer, type Row } from '../reading/columns.ts';
import { quotedColumns } from '../reading/copied-tables.ts';
import type { StoreTransfer } from '../store.ts';
import { insertArticle } from './articles.ts';
import type { Database, Value } from './database.ts';

export function storeTransfer(database: Database): StoreTransfer {
  return {
    articlesAfter: async (row, limit) =>
      database
        .all(`select row, ${analysisColumns} from articles where row > ? order by row limit ?`, row, limit)
        .map((found) => ({ row: integer(found, 'row'), entry: analysisOf(found) })),
    async putArticles(articles) {
      database.transaction(() => {
        for (const { row, entry } of articles)
          if (!database.get('select 1 from articles where id = ?', entry.article.id))
            insertArticle(database, row, entry);
      });
    },
    async rowsAfter({ name, key, columns }, last, limit) {
      const after = last === null ? '' : `where (${quotedColumns(key)}) > (${key.map(() => '?').join(', ')})`;
      return database.all(
        `select ${quotedColumns(columns)} from ${name} ${after} order by ${quotedColumns(key)} limit ?`,
        ...valuesOf(last, key),
        limit,
      );
    },
    async putRows({ name, columns }, rows) {
      database.transaction(() => {
        for (const row of rows)
          database.run(
            `insert into ${name} (${quotedColumns(columns)}) values (${columns.map(() => '?').join(', ')})
             on conflict do nothing`,
            ...valuesOf(row, columns),
          );
      });
    },
  };
}

function valuesOf(row: Row | null, columns: readonly string[]): Value[] {
  return row === null ? [] : columns.map((column) => row[column] as Value);
}
