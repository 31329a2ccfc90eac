import { z } from 'zod';
import type { FoundArticle } from '../article.ts';
import { joinParagraphs } from '../prose/tidy.ts';

const text = z.string().nullish();
const row = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text,
  date: z.union([z.string(), z.number()]).nullish(),
  publishedAt: z.union([z.string(), z.number()]).nullish(),
  outlet: text,
  url: text,
  text,
  html: text,
  byline: text,
  language: text,
  lede: text,
  image: text,
});

/** An object of JSON as an article; `html` is handed to the reader of pages, which is passed in. Throws zod's faults. */
export function readJsonRow(
  value: unknown,
  readHtml: (html: string, url: string | null) => FoundArticle,
): FoundArticle {
  const given = row.parse(value);
  const dates = [given.publishedAt, given.date].map((date) => (date == null ? null : String(date)));
  const said = {
    ...(given.title ? { title: given.title } : {}),
    ...(given.outlet ? { outlet: given.outlet } : {}),
    ...(given.url ? { url: given.url } : {}),
    ...(given.byline ? { byline: given.byline } : {}),
    ...(given.language ? { language: given.language } : {}),
    ...(given.lede ? { lede: given.lede } : {}),
    ...(given.image ? { image: given.image } : {}),
  };
  if (given.text) return { ...said, dates, text: joinParagraphs(given.text.split(/\n\s*\n/)) };
  if (!given.html) throw new Error('it has neither "text" nor "html"');
  const read = readHtml(given.html, given.url ?? null);
  return { ...read, ...said, dates: [...dates, ...(read.dates ?? [])] };
}
