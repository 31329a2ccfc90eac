import { DatabaseSync } from 'node:sqlite';
import { parseQuery } from '../../../src/domain/parse-query.ts';
import { openSqliteStore } from '../../../src/store/sqlite/store.ts';

export type Inspected = {
  readonly articles: number;
  /** What SQLite and FTS5 say of their own structures; "ok" where nothing is amiss. */
  readonly integrity: unknown;
  /** Articles without an entry in the index, and entries without an article. */
  readonly strays: number;
  /** Articles that a search for a word of them all finds. */
  readonly found: number;
  /** Quotes that are where they say they are in the text. */
  readonly quotes: number;
};

/** Looks at a database of `someNews` from all sides: nothing lost in it, nothing twice, nothing half. */
export async function inspect(path: string): Promise<Inspected> {
  const database = new DatabaseSync(path);
  const integrity = database.prepare('pragma integrity_check').get()?.integrity_check;
  database.exec(`insert into articles_index (articles_index, rank) values ('integrity-check', 1)`);
  const strays = database
    .prepare(
      `select (select count(*) from articles where row not in (select id from articles_index_docsize))
            + (select count(*) from articles_index_docsize where id not in (select row from articles)) as n`,
    )
    .get()?.n;
  database.close();
  const store = await openSqliteStore(path);
  try {
    const found = await store.articles.search({
      query: parseQuery('quay'),
      window: { from: 0, to: Date.parse('2027-01-01') },
      candidates: 10_000,
      limit: 10_000,
    });
    const analyses = await store.articles.analyses(found.map(({ article }) => article.id));
    const quotes = analyses.flatMap(({ article, quotes: those }) =>
      those.filter(({ start, end, text }) => text !== '' && article.text.slice(start, end) === text),
    );
    return {
      articles: await store.articles.count(),
      integrity,
      strays: Number(strays),
      found: new Set(found.map(({ article }) => article.canonicalUrl)).size,
      quotes: quotes.length,
    };
  } finally {
    await store.close();
  }
}

/** What `inspect` says of a database where all is well. */
export function whole(articles: number): Inspected {
  return { articles, integrity: 'ok', strays: 0, found: articles, quotes: articles };
}
