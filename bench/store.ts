/** Taking articles in: ours with index, quotes and features, beside a bare FTS5 table that gets title and text. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AnalysedArticle } from '../src/domain/analysed-article.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { archiveArticles, archiveOf } from './archive.ts';
import { cpuSecondsSince } from './cpu-seconds.ts';
import type { Bench } from './line.ts';

const articles = 5000;
const rounds = 3;
/** As many in one transaction as is usual for a batch; ours are shorter, so that answers come in between. */
const bareBatch = 500;

export const bench: Bench = async ({ full }) => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-'));
  try {
    const news = [...archiveArticles(articles)].map(renamed).sort(byTime);
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      rates.bare.push(bare(join(folder, `bare-${round}.db`), news));
      rates.ours.push(await ours(join(folder, `ours-${round}.db`), news));
    }
    const [our, baseline] = [Math.max(...rates.ours), Math.max(...rates.bare)];
    const sizes = [{ size: 0, ours: our }];
    for (const size of full ? [100_000, 1_000_000] : [20_000, 100_000]) {
      const path = join(folder, 'filled.db');
      copyFileSync(await archiveOf(size), path);
      sizes.push({ size, ours: await ours(path, news) });
      rmSync(path);
    }
    const share = indexShare(await archiveOf(full ? 1_000_000 : 100_000));
    return [
      {
        name: 'store an article with index, quotes and features (sizes: articles there before)',
        ours: our,
        baseline: {
          name: `bare FTS5 insert of title and text, same tokenizer, ${bareBatch} a transaction`,
          figure: baseline,
        },
        ratio: our / baseline,
        unit: 'articles/s of CPU',
        sizes,
        goal: '0.6 of the bare rate or more',
      },
      {
        name: 'full-text index, as a share of the text it finds',
        ours: share.index,
        baseline: { name: 'FTS5 as it comes, with its own copy of the text', figure: share.bare },
        ratio: share.bare / share.index,
        unit: 'bytes a byte of text',
        sizes: [],
        goal: '0.7 or less',
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** So that they are new to an archive that was made by the same rule. */
function renamed({ article, ...rest }: AnalysedArticle): AnalysedArticle {
  return { ...rest, article: { ...article, id: `new-${article.id}`, canonicalUrl: `${article.url}/new` } };
}

const byTime = (a: AnalysedArticle, b: AnalysedArticle) => a.article.publishedAt - b.article.publishedAt;

/** Articles a second of CPU: what else the machine does counts little. */
async function ours(path: string, news: readonly AnalysedArticle[]): Promise<number> {
  const store = await openSqliteStore(path);
  const before = process.cpuUsage();
  const outcomes = await store.articles.add(news);
  const rate = news.length / cpuSecondsSince(before);
  await store.close();
  if (outcomes.some(({ outcome }) => outcome !== 'added'))
    throw new Error('The articles were there already.');
  return rate;
}

function bare(path: string, news: readonly AnalysedArticle[]): number {
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  database.exec(
    `create virtual table articles using fts5 (title, body, tokenize = "porter unicode61 remove_diacritics 2")`,
  );
  const insert = database.prepare('insert into articles values (?, ?)');
  const before = process.cpuUsage();
  for (let from = 0; from < news.length; from += bareBatch) {
    database.exec('begin immediate');
    for (const { article } of news.slice(from, from + bareBatch)) insert.run(article.title, article.text);
    database.exec('commit');
  }
  const rate = news.length / cpuSecondsSince(before);
  database.close();
  return rate;
}

/** Bytes of the index's pages, and with the text beside it, to a byte of title and text. */
function indexShare(path: string): { readonly index: number; readonly bare: number } {
  const database = new DatabaseSync(path, { readOnly: true });
  const number = (sql: string) => Number(database.prepare(sql).get()?.n);
  const text = number(
    `select sum(octet_length(body) + octet_length(article ->> 'title')) as n from articles`,
  );
  const index = number(`select sum(pgsize) as n from dbstat where name like 'articles\\_index%' escape '\\'`);
  database.close();
  return { index: index / text, bare: (index + text) / text };
}
