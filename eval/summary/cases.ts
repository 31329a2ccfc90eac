import { readFileSync } from 'node:fs';
import type { SummaryArticle } from '../../digests/summary/document.ts';

/** One thing to summarise with the summary an editor wrote. */
export type SummaryCase = {
  readonly set: string;
  readonly id: string;
  readonly articles: readonly SummaryArticle[];
  readonly reference: string;
};

type Row = {
  readonly id: string;
  readonly title?: string;
  readonly text?: string;
  readonly articles?: readonly { readonly title?: string; readonly text: string }[];
  readonly reference: string;
};

/** Reads `summaries/<set>.jsonl` of the evaluation data. */
export function readCases(folder: string, set: string): SummaryCase[] {
  return readFileSync(`${folder}/summaries/${set}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => caseOf(set, JSON.parse(line) as Row));
}

function caseOf(set: string, row: Row): SummaryCase {
  const articles = row.articles ?? [
    { ...(row.title === undefined ? {} : { title: row.title }), text: row.text ?? '' },
  ];
  return {
    set,
    id: row.id,
    reference: row.reference,
    articles: articles.map((article, index) => ({
      id: `${row.id}#${index}`,
      title: article.title ?? null,
      text: article.text,
      language: 'en',
    })),
  };
}

/** Each article of a story with the story's summary: short single articles, of which the sets have none. */
export function articlesAlone(cases: readonly SummaryCase[]): SummaryCase[] {
  return cases.flatMap(({ id, articles, reference }) =>
    articles.map((article) => ({ set: 'alone', id: `${id} ${article.id}`, articles: [article], reference })),
  );
}
