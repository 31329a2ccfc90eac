import type { AnalysedArticle } from '../../domain/analysed-article.ts';
import type { Article } from '../../domain/article.ts';
import type { Instant } from '../../domain/time.ts';
import { analysisColumns, analysisOf, articleOf } from '../reading/article-row.ts';
import { integer, type Row, text } from '../reading/columns.ts';
import { inPortions } from '../reading/portions.ts';
import { firstRowOf, rowsASecond, rowWindow } from '../reading/row-time.ts';
import type { AddOutcome, ArticleStore } from '../store.ts';
import type { Database } from './database.ts';
import { everyArticleWord } from './full-text-query.ts';
import type { Patiently } from './patience.ts';
import { searchQuotes } from './quote-search.ts';
import { searchArticles } from './search.ts';
import { similarWords } from './similar-words.ts';

/** Articles taken away in one transaction: some milliseconds. */
const prunedAtOnce = 50;

export function articleStore(database: Database, patiently: Patiently): ArticleStore {
  return {
    async add(entries) {
      const outcomes: AddOutcome[] = [];
      for (const batch of inPortions(entries, ({ article }) => article)) {
        // What says that an article is here (marks of its feed, a digest) is written later into the same log: should
        // the machine lose the article, it has lost these too, and the feed brings it again.
        const added = await patiently(async () =>
          database.lightTransaction(() => batch.map((entry) => addOne(database, entry))),
        );
        outcomes.push(...added);
        // Let a command be answered between two batches.
        if (outcomes.length < entries.length) await new Promise(setImmediate);
      }
      return outcomes;
    },
    get: async (ids) => rowsOf(database, ids, 'article, body').map(articleOf),
    search: async (search) => searchArticles(database, search),
    searchQuotes: async (search) => searchQuotes(database, search),
    analyses: async (ids) => rowsOf(database, ids, analysisColumns).map(analysisOf),
    async byCanonicalUrl(url) {
      const row = database.get('select article, body from articles where canonical_url = ?', url);
      return row ? articleOf(row) : null;
    },
    revisions: async (id) =>
      database
        .all('select article, body from revisions where article_id = ? order by fetched_at', id)
        .map(articleOf),
    async count() {
      return integer(database.get('select count(*) as n from articles') ?? {}, 'n');
    },
    async outlets(window) {
      const { from, to } = rowWindow(window);
      return database
        .all(
          `select outlet, count(*) as articles from articles where row >= ? and row < ?
           group by outlet order by articles desc, outlet`,
          from,
          to,
        )
        .map((row) => ({ outlet: text(row, 'outlet'), articles: integer(row, 'articles') }));
    },
    similarWords: async (word, limit) => similarWords(database, word, limit),
    async publishedOfNewest(n) {
      const row = database.get('select published_at from articles order by row desc limit 1 offset ?', n - 1);
      return row ? integer(row, 'published_at') : null;
    },
    prune: (before) => prune(database, patiently, before),
  };
}

function addOne(database: Database, entry: AnalysedArticle): AddOutcome {
  const { article } = entry;
  const known = database.get('select row, article, body from articles where id = ?', article.id);
  if (!known) {
    insertArticle(database, freeRow(database, article.publishedAt), entry);
    return { id: article.id, outcome: 'added' };
  }
  const before = articleOf(known);
  if (before.text === article.text && before.title === article.title)
    return { id: article.id, outcome: 'known' };
  keepRevision(database, before, text(known, 'article'));
  const row = integer(known, 'row');
  remove(database, row);
  // It stays where it stood in time: an edit does not make old news new.
  insertArticle(database, row, { ...entry, article: { ...article, publishedAt: before.publishedAt } });
  return { id: article.id, outcome: 'updated' };
}

/** Writes a whole article at a row that is free. */
export function insertArticle(database: Database, row: number, entry: AnalysedArticle): void {
  const { article, quotes, statements, terms, signature } = entry;
  const { text: body, ...rest } = article;
  database.run(
    `insert into articles
       (row, id, canonical_url, outlet, published_at, article, body, quotes, statements, terms, signature)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row,
    article.id,
    article.canonicalUrl,
    article.outlet,
    article.publishedAt,
    JSON.stringify(rest),
    body,
    JSON.stringify(quotes),
    JSON.stringify(statements),
    terms,
    signature,
  );
  const speakers = new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []));
  database.run(
    'insert into articles_index (rowid, title, body, outlet, speakers) values (?, ?, ?, ?, ?)',
    row,
    article.title,
    body,
    `${everyArticleWord} ${article.outlet}`,
    [...speakers].join(' / '),
  );
}

function remove(database: Database, row: number): void {
  database.run('delete from articles_index where rowid = ?', row);
  database.run('delete from articles where row = ?', row);
}

function keepRevision(database: Database, before: Article, article: string): void {
  database.run(
    'insert or ignore into revisions values (?, ?, ?, ?)',
    before.id,
    before.fetchedAt,
    article,
    before.text,
  );
}

/** The next free row of the article's second, or of the first second after it that has room. */
function freeRow(database: Database, publishedAt: Instant): number {
  for (let first = firstRowOf(publishedAt); ; first += rowsASecond) {
    const end = first + rowsASecond;
    const taken = database.get(
      'select max(row) as last from articles where row >= ? and row < ?',
      first,
      end,
    );
    const next = taken?.last == null ? first : integer(taken, 'last') + 1;
    if (next < end) return next;
  }
}

/** Rows of these ids, in the order asked for; unknown ones are left out. */
function rowsOf(database: Database, ids: readonly string[], wanted: string): Row[] {
  return ids
    .map((id) => database.get(`select ${wanted} from articles where id = ?`, id))
    .filter((row) => row !== undefined);
}

async function prune(database: Database, patiently: Patiently, before: Instant): Promise<number> {
  let gone = 0;
  // What is cited stays, and is passed over once.
  let last = -1;
  for (;;) {
    const pruned = await patiently(async () =>
      database.transaction(() => {
        const rows = database.all(
          `select row, id from articles where row > ? and row < ?
           and not exists (select 1 from citations where article_id = articles.id) order by row limit ?`,
          last,
          firstRowOf(before),
          prunedAtOnce,
        );
        for (const row of rows) {
          remove(database, integer(row, 'row'));
          database.run('delete from revisions where article_id = ?', text(row, 'id'));
        }
        return rows;
      }),
    );
    const end = pruned.at(-1);
    if (end === undefined) return gone;
    last = integer(end, 'row');
    gone += pruned.length;
    await new Promise(setImmediate);
  }
}
