/** Articles at the rows they had while a second had room for 2^20 of them. */
import { expect } from 'vitest';
import type { AnalysedArticle } from '../../src/domain/analysed-article.ts';
import { parseQuery } from '../../src/domain/parse-query.ts';
import { firstRowOf, rowsASecond } from '../../src/store/reading/row-time.ts';
import type { Store } from '../../src/store/store.ts';

const rowsASecondBefore = 2 ** 20;
const second = Date.UTC(2026, 2, 2) / 1000;
/** Its rows were numbered then as those of the second in 2026 are now: the two must not meet. */
const secondOf1970 = second / (rowsASecondBefore / rowsASecond);
/** More than one second has room for now. */
const atMidnight = rowsASecond + 10;

/** In order; here and there a row is free. */
export const rowsOfBefore: readonly { readonly row: number; readonly entry: AnalysedArticle }[] = [
  secondOf1970 * rowsASecondBefore,
  (second - 1) * rowsASecondBefore + 7,
  ...Array.from({ length: atMidnight }, (_, n) => second * rowsASecondBefore + 2 * n),
  (second + 1) * rowsASecondBefore,
  (second + 60) * rowsASecondBefore,
].map((row, n) => ({ row, entry: articleNumber(n, Math.floor(row / rowsASecondBefore) * 1000) }));

function articleNumber(n: number, publishedAt: number): AnalysedArticle {
  const text = `Text number${n} “so”`;
  const speaker = { name: 'Ana Reyes', role: null, kind: 'person', mentions: [] } as const;
  const said = { start: text.length - 4, end: text.length, text: '“so”', continuations: [] };
  const context = { start: 0, end: text.length };
  return {
    article: {
      id: `a${n}`,
      url: `https://news.example/${n}`,
      canonicalUrl: `https://news.example/${n}`,
      outlet: n === 0 ? 'Old Post' : 'Harbour Wire',
      title: `Title${n}`,
      byline: null,
      publishedAt,
      dateGuessed: false,
      fetchedAt: publishedAt,
      language: 'en',
      text,
      lede: null,
      image: null,
    },
    quotes: n === 1 ? [{ ...said, articleId: 'a1', speaker, speakerMention: null, cue: null, context }] : [],
    statements: [],
    terms: '',
    signature: 'v',
  };
}

/** All are there, in their order, at rows of their own second or just after it, and are found as before. */
export async function goOnAtNewRows({
  articles,
  transfer,
}: Pick<Store, 'articles' | 'transfer'>): Promise<void> {
  const now = await transfer.articlesAfter(-1, rowsOfBefore.length + 1);
  expect(now.map(({ entry }) => entry)).toEqual(rowsOfBefore.map(({ entry }) => entry));
  const secondsLate = now.map(({ row, entry }) =>
    Math.floor((row - firstRowOf(entry.article.publishedAt)) / rowsASecond),
  );
  expect(secondsLate.filter((late) => late !== 0)).toEqual(Array(atMidnight - rowsASecond).fill(1));

  const window = { from: 0, to: (second + 3600) * 1000 };
  const found = async (query: string) =>
    (await articles.search({ query: parseQuery(query), window, candidates: 10, limit: 10 })).map(
      ({ article }) => article.id,
    );
  expect(await found('number0')).toEqual(['a0']);
  expect(await found(`"text number${atMidnight}"`)).toEqual([`a${atMidnight}`]);
  expect(await found('title1')).toEqual(['a1']);
  expect(await found('outlet:"old post"')).toEqual(['a0']);
  expect(await found('-outlet:harbour')).toEqual(['a0']);
  expect(await found('speaker:reyes')).toEqual(['a1']);

  const later = articleNumber(rowsOfBefore.length, second * 1000);
  expect(await articles.add([later])).toEqual([{ id: later.article.id, outcome: 'added' }]);
  expect(await found(`number${rowsOfBefore.length}`)).toEqual([later.article.id]);
}
