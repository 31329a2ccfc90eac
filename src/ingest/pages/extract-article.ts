import type { Article } from '../../domain/article.ts';
import type { Instant } from '../../domain/time.ts';
import { type FoundArticle, makeArticle } from '../article.ts';
import { joinParagraphs } from '../prose/tidy.ts';
import { survey } from './blocks.ts';
import { cleanBlocks } from './clean-blocks.ts';
import { parsePage, plainText } from './dom.ts';
import { readMetadata } from './metadata.ts';
import { articleBlocks } from './region.ts';

/** More than the longest article with all its furniture; the rest of a larger page is not read. */
const MAX_CHARS = 5_000_000;

/** The page's text is doubted when schema.org markup carries an article so many times longer. */
const DOUBTED_BELOW = 0.4;
const MIN_BODY = 300;

/**
 * The article a page carries, as it is stored. `text` is empty when the page has none. The page is only read: nothing
 * in it is run or fetched. Untrusted pages are read through `readers`' worker threads, which have limits of their own.
 *
 * @param page.url where the page was fetched from: relative links and the canonical address are taken against it
 */
export function extractArticle(
  html: string,
  page: { readonly url?: string | null; readonly now: Instant },
): Article {
  return makeArticle(readPage(html, page.url ?? null), page.now);
}

/** The same before the article is made of it; dates are as written, nothing is filled in. */
export function readPage(html: string, url: string | null): FoundArticle {
  const document = parsePage(html.slice(0, MAX_CHARS));
  const { body, ...metadata } = readMetadata(document, url);
  const root = document.body ?? document.documentElement;
  const page = root === null ? { blocks: [], nodes: 0, depth: 0 } : survey(root);
  const article = cleanBlocks(page.blocks, articleBlocks(document, page), metadata.title);
  const text = joinParagraphs(article.map((block) => block.text));
  return { url, ...metadata, text: withEvidence(text, body) };
}

/** Pages drawn by scripts have no text of their own; the markup for search engines has it. */
function withEvidence(text: string, body: string | null): string {
  if (body === null || body.length < MIN_BODY || text.length > body.length * DOUBTED_BELOW) return text;
  const unescaped = body.includes('<') ? body : plainText(body);
  // Some publishing systems put their paragraphs there, some escape those once more.
  const markup = PARAGRAPH_END.test(unescaped) ? unescaped : body;
  return joinParagraphs(plainText(markup.replaceAll(PARAGRAPH_ENDS, '\n')).split(/\n+/));
}

const PARAGRAPH_END = /<\/(?:p|div|h\d|li)>|<br\s*\/?>/i;
const PARAGRAPH_ENDS = new RegExp(PARAGRAPH_END, 'gi');
