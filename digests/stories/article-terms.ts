import { terms } from '../text/terms.ts';

/** What an article is about: each term's weight within it, and which of them stand in the title. */
export type ArticleTerms = {
  readonly weights: ReadonlyMap<string, number>;
  readonly title: ReadonlySet<string>;
};

type Readable = { readonly title: string; readonly text: string; readonly language?: string };

/** News is written top down: what the title and the beginning name counts for more. Characters of the text. */
const beginning = 500;
const readAtMost = 4000;
const prominence = { title: 3, beginning: 1.5, rest: 0.5 };
/** The weaker terms of a long article say nothing about its event. */
const mostTerms = 160;

/** Made once, when an article comes in. */
export function articleTerms({ title, text, language = 'en' }: Readable): ArticleTerms {
  const counts = new Map<string, number>();
  const count = (part: string, weight: number) => {
    for (const term of terms(part, language)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  count(title, prominence.title);
  const inTitle = new Set(counts.keys());
  count(text.slice(0, beginning), prominence.beginning);
  count(text.slice(beginning, readAtMost), prominence.rest);
  const strongest = [...counts].sort((a, b) => b[1] - a[1]).slice(0, mostTerms);
  return {
    weights: new Map(strongest.map(([term, weight]) => [term, 1 + Math.log(Math.max(weight, 1))])),
    title: inTitle,
  };
}

/** As text for the store, a line a term; `readTerms` reads it back. */
export function serializeTerms({ weights, title }: ArticleTerms): string {
  return [...weights]
    .map(([term, weight]) => `${title.has(term) ? '*' : ''}${term}\t${Math.round(weight * 100)}`)
    .join('\n');
}

export function readTerms(text: string): ArticleTerms {
  const weights = new Map<string, number>();
  const title = new Set<string>();
  for (const line of text === '' ? [] : text.split('\n')) {
    const tab = line.lastIndexOf('\t');
    const inTitle = line.startsWith('*');
    const term = line.slice(inTitle ? 1 : 0, tab);
    weights.set(term, Number(line.slice(tab + 1)) / 100);
    if (inTitle) title.add(term);
  }
  return { weights, title };
}
