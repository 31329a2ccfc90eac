import { terms as termsOf } from '../text/terms.ts';

/** What an article is about. Arrays, not maps: tens of thousands of articles are held at a time. */
export type ArticleTerms = {
  /** Each term once, those of the title first. */
  readonly terms: readonly string[];
  /** How much each counts within the article. */
  readonly weights: readonly number[];
  /** How many of them stand in the title. */
  readonly titleTerms: number;
};

type Readable = { readonly title: string; readonly text: string; readonly language?: string };
type WeightedTerm = { readonly term: string; readonly weight: number };

/** News is written top down: what the title and the beginning name counts for more. Characters of the text. */
const beginning = 500;
const readAtMost = 2500;
const prominence = { title: 3, beginning: 1.5, rest: 0.5 };
/** The weaker terms of a long article say nothing about its event. */
const mostTerms = 100;

/** Made once, when an article comes in. */
export function articleTerms({ title, text, language = 'en' }: Readable): ArticleTerms {
  const counts = new Map<string, number>();
  const count = (part: string, weight: number) => {
    for (const term of termsOf(part, language)) counts.set(term, (counts.get(term) ?? 0) + weight);
  };
  count(title, prominence.title);
  const titleTerms = counts.size;
  count(text.slice(0, beginning), prominence.beginning);
  count(text.slice(beginning, readAtMost), prominence.rest);
  const counted = [...counts];
  const strongest = strongestOf(counted.slice(0, titleTerms), mostTerms);
  const others = strongestOf(counted.slice(titleTerms), mostTerms - strongest.length);
  return together(strongest, others);
}

function strongestOf(counted: readonly (readonly [string, number])[], most: number): WeightedTerm[] {
  return counted
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([term, count]) => ({ term, weight: 1 + Math.log(Math.max(count, 1)) }));
}

function together(title: readonly WeightedTerm[], others: readonly WeightedTerm[]): ArticleTerms {
  const all = [...title, ...others];
  return {
    terms: all.map(({ term }) => term),
    weights: all.map(({ weight }) => weight),
    titleTerms: title.length,
  };
}

/** As text for the store, a line a term; `readTerms` reads it back. */
export function serializeTerms({ terms, weights, titleTerms }: ArticleTerms): string {
  return terms
    .map((term, at) => `${at < titleTerms ? '*' : ''}${term}\t${Math.round((weights[at] ?? 0) * 100)}`)
    .join('\n');
}

export function readTerms(text: string): ArticleTerms {
  const title: WeightedTerm[] = [];
  const others: WeightedTerm[] = [];
  for (const line of text === '' ? [] : text.split('\n')) {
    const tab = line.lastIndexOf('\t');
    const inTitle = line.startsWith('*');
    const weight = Number(line.slice(tab + 1)) / 100;
    (inTitle ? title : others).push({ term: line.slice(inTitle ? 1 : 0, tab), weight });
  }
  return together(title, others);
}
