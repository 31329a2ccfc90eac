import { terms } from '../text/terms.ts';

/** Term -> weight within the article: how often, and how prominently, it is named. */
export type ArticleTerms = ReadonlyMap<string, number>;

type Readable = { readonly title: string; readonly text: string; readonly language?: string };

/** News is written top down: what the title and the beginning name counts for more. Characters of the text. */
const beginning = 500;
const readAtMost = 6000;
const weights = { title: 3, beginning: 1.5, rest: 0.5 };
/** Rarer terms of a long article say nothing about its event. */
const mostTerms = 160;

/** What an article is about, made once when it comes in. */
export function articleTerms({ title, text, language = 'en' }: Readable): ArticleTerms {
  const counts = new Map<string, number>();
  const count = (part: string, weight: number) => {
    for (const term of terms(part, language)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  count(title, weights.title);
  count(text.slice(0, beginning), weights.beginning);
  count(text.slice(beginning, readAtMost), weights.rest);
  const strongest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTerms);
  return new Map(strongest.map(([term, weight]) => [term, 1 + Math.log(Math.max(weight, 1))]));
}

/** As text for the store; `readTerms` reads it back. */
export function serializeTerms(made: ArticleTerms): string {
  return [...made].map(([term, weight]) => `${term}\t${Math.round(weight * 100)}`).join('\n');
}

export function readTerms(text: string): ArticleTerms {
  if (text === '') return new Map();
  return new Map(
    text.split('\n').map((line) => {
      const tab = line.lastIndexOf('\t');
      return [line.slice(0, tab), Number(line.slice(tab + 1)) / 100];
    }),
  );
}
