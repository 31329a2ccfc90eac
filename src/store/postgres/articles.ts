import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Instant } from '../../domain/time.ts';
import { analysisColumns, analysisOf, articleOf } from '../reading/article-row.ts';
import { integer, type Row, text } from '../reading/columns.ts';
import { inPortions } from '../reading/portions.ts';
import { firstRowOf, rowsASecond, rowWindow } from '../reading/row-time.ts';
import type { AddOutcome, ArticleStore } from '../store.ts';
import type { Database, Queries } from './database.ts';
import { searchQuotes } from './quote-search.ts';
import { searchArticles } from './search.ts';
import { rememberWords, similarWords } from './similar-words.ts';
import { tsvectorOf } from './words.ts';

/** Writers of articles take turns: a second's rows are given out one by one. */
const ARTICLES_LOCK = 4_711_002;
const PRUNED_AT_ONCE = 500;

export function articleStore(database: Database): ArticleStore {
  return {
    async add(entries) {
      const outcomes: AddOutcome[] = [];
      for (const batch of inPortions(entries, ({ article }) => article))
        outcomes.push(...(await database.transaction((queries) => addAll(queries, batch))));
      return outcomes;
    },
    get: async (ids) => (await rowsOf(database, ids, 'id, article, body')).map(articleOf),
    search: (search) => searchArticles(database, search),
    searchQuotes: (search) => searchQuotes(database, search),
    analyses: async (ids) => (await rowsOf(database, ids, `id, ${analysisColumns}`)).map(analysisOf),
    async byCanonicalUrl(url) {
      const row = await database.get('select article, body from articles where canonical_url = $1', url);
      return row ? articleOf(row) : null;
    },
    revisions: async (id) =>
      (
        await database.all(
          'select article, body from revisions where article_id = $1 order by fetched_at',
          id,
        )
      ).map(articleOf),
    async count() {
      return integer((await database.get('select count(*) as n from articles')) ?? {}, 'n');
    },
    async outlets(window) {
      const { from, to } = rowWindow(window);
      const rows = await database.all(
        `select outlet, count(*) as articles from articles where row >= $1 and row < $2
         group by outlet order by articles desc, outlet collate "C"`,
        from,
        to,
      );
      return rows.map((row) => ({ outlet: text(row, 'outlet'), articles: integer(row, 'articles') }));
    },
    similarWords: (word, limit) => similarWords(database, word, limit),
    async publishedOfNewest(n) {
      const row = await database.get(
        'select published_at from articles order by row desc limit 1 offset $1',
        n - 1,
      );
      return row ? integer(row, 'published_at') : null;
    },
    prune: (before) => prune(database, before),
  };
}

async function addAll(queries: Queries, entries: readonly AnalysedArticle[]): Promise<AddOutcome[]> {
  await queries.run('select pg_advisory_xact_lock($1::bigint)', ARTICLES_LOCK);
  const outcomes: AddOutcome[] = [];
  for (const entry of entries) outcomes.push(await addOne(queries, entry));
  await rememberWords(
    queries,
    entries.map(({ article }) => article),
  );
  return outcomes;
}

async function addOne(queries: Queries, entry: AnalysedArticle): Promise<AddOutcome> {
  const { article } = entry;
  const known = await queries.get('select row, article, body from articles where id = $1', article.id);
  if (!known) {
    await insertArticles(queries, [{ row: await freeRow(queries, article.publishedAt), entry }]);
    return { id: article.id, outcome: 'added' };
  }
  const before = articleOf(known);
  if (before.text === article.text && before.title === article.title)
    return { id: article.id, outcome: 'known' };
  await queries.run(
    'insert into revisions values ($1, $2, $3, $4) on conflict do nothing',
    before.id,
    before.fetchedAt,
    text(known, 'article'),
    before.text,
  );
  const row = integer(known, 'row');
  await queries.run('delete from articles where row = $1', row);
  // It stays where it stood in time: an edit does not make old news new.
  await insertArticles(queries, [
    { row, entry: { ...entry, article: { ...article, publishedAt: before.publishedAt } } },
  ]);
  return { id: article.id, outcome: 'updated' };
}

/** An article and the row it is to stand at. */
export type PlacedArticle = { readonly row: number; readonly entry: AnalysedArticle };

/** Writes whole articles, each at a row that is free, in one statement. */
export async function insertArticles(queries: Queries, articles: readonly PlacedArticle[]): Promise<void> {
  const column = <T>(of: (placed: PlacedArticle) => T): T[] => articles.map(of);
  await queries.run(
    `insert into articles
       (row, id, canonical_url, outlet, published_at, article, body, quotes, statements, terms, signature, words)
     select row, id, canonical_url, outlet, published_at, article, body, quotes, statements, terms, signature,
       words::tsvector
     from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::text[])
     as new (row, id, canonical_url, outlet, published_at, article, body, quotes, statements, terms, signature, words)`,
    column(({ row }) => row),
    column(({ entry }) => entry.article.id),
    column(({ entry }) => entry.article.canonicalUrl),
    column(({ entry }) => entry.article.outlet),
    column(({ entry }) => entry.article.publishedAt),
    column(({ entry: { article } }) => JSON.stringify({ ...article, text: undefined })),
    column(({ entry }) => entry.article.text),
    column(({ entry }) => JSON.stringify(entry.quotes)),
    column(({ entry }) => JSON.stringify(entry.statements)),
    column(({ entry }) => entry.terms),
    column(({ entry }) => entry.signature),
    column(({ entry }) => wordsOfEntry(entry)),
  );
}

function wordsOfEntry({ article, quotes }: AnalysedArticle): string {
  const speakers = [...new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []))];
  return tsvectorOf({ title: article.title, body: article.text, outlet: article.outlet, speakers });
}

/** The next free row of the article's second, or of the first second after it that has room. */
async function freeRow(queries: Queries, publishedAt: Instant): Promise<number> {
  for (let first = firstRowOf(publishedAt); ; first += rowsASecond) {
    const end = first + rowsASecond;
    const taken = await queries.get(
      'select max(row) as last from articles where row >= $1 and row < $2',
      first,
      end,
    );
    const next = taken?.last == null ? first : integer(taken, 'last') + 1;
    if (next < end) return next;
  }
}

/** Rows of these ids, in the order asked for; unknown ones are left out. `wanted` names the id too. */
async function rowsOf(queries: Queries, ids: readonly string[], wanted: string): Promise<Row[]> {
  const rows = await queries.all(`select ${wanted} from articles where id = any($1)`, ids);
  const byId = new Map<string, Row>(rows.map((row) => [text(row, 'id'), row]));
  return ids.flatMap((id): Row[] => {
    const row = byId.get(id);
    return row ? [row] : [];
  });
}

async function prune(database: Database, before: Instant): Promise<number> {
  let gone = 0;
  // What is cited stays, and is passed over once.
  let last = -1;
  for (;;) {
    const pruned = await database.transaction(async (queries) => {
      const rows = await queries.all(
        `delete from articles where row in (
           select row from articles where row > $1 and row < $2
           and not exists (select 1 from citations where article_id = articles.id) order by row limit $3)
         returning row, id`,
        last,
        firstRowOf(before),
        PRUNED_AT_ONCE,
      );
      await queries.run(
        'delete from revisions where article_id = any($1)',
        rows.map((row) => text(row, 'id')),
      );
      return rows;
    });
    if (pruned.length === 0) return gone;
    last = Math.max(...pruned.map((row) => integer(row, 'row')));
    gone += pruned.length;
  }
}
