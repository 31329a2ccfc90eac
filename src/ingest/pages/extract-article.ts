import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Article } from '../../domain/article.ts';
import type { Instant } from '../../domain/time.ts';
import { type FoundArticle, makeArticle } from '../article.ts';
import { joinParagraphs } from '../prose/tidy.ts';

/** The article a page carries, as it is stored. */
export function extractArticle(html: string, page: { url?: string | null; now: Instant }): Article {
  return makeArticle(readPage(html, page.url ?? null), page.now);
}

export function readPage(html: string, url: string | null): FoundArticle {
  const { document } = parseHTML(html);
  const parsed = new Readability(document as ConstructorParameters<typeof Readability>[0]).parse();
  return { url, title: parsed?.title ?? null, text: joinParagraphs((parsed?.textContent ?? '').split('\n')) };
}
