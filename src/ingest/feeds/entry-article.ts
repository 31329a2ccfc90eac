import type { FoundArticle } from '../article.ts';
import { blocksOf } from '../pages/blocks.ts';
import { cleanBlocks } from '../pages/clean-blocks.ts';
import { parsePage, plainText } from '../pages/dom.ts';
import { isBoilerplate } from '../prose/is-boilerplate.ts';
import { joinParagraphs, tidyLine } from '../prose/tidy.ts';
import type { ParsedEntry, ParsedFeed } from './parsed-feed.ts';

/** A text shorter than this, or one that breaks off, is an announcement of the article. */
const FULL_TEXT_CHARS = 900;
const MAX_CHARS = 2_000_000;

/** What the page around an entry's own words adds: "Continue reading", "The post … appeared first on …". */
const BROKEN_OFF =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|(?:read|continue reading|read more|mehr|lire la suite|leer más)\b[^.]{0,40})\s*[»›→]*$/i;
const APPEARED_ON = /^the post .{1,300} (?:appeared first on|first appeared on) .{1,100}$/i;

/** What a feed gives of an article, and whether the page has to be asked for the rest. */
export type EntryArticle = { readonly found: FoundArticle; readonly isTeaser: boolean };

/** An entry with what its feed says of all of them. */
export type EntryOfFeed = {
  readonly entry: ParsedEntry;
  readonly feed: Pick<ParsedFeed, 'title' | 'language'>;
  /** The outlet's name as the installation knows it. */
  readonly outlet: string | null;
};

export function entryArticle({ entry, feed, outlet }: EntryOfFeed): EntryArticle {
  const title = textLine(entry.title);
  const content = proseOf(entry.content, title);
  const summary = proseOf(entry.summary, title);
  const text = content.length >= summary.length ? content : summary;
  const found: FoundArticle = {
    url: entry.link,
    outlet: outlet ?? textLine(feed.title),
    title,
    byline: entry.author?.name ?? null,
    dates: [entry.published, entry.updated],
    language: entry.language ?? feed.language,
    text,
    lede:
      content !== '' && summary !== '' && summary.length < content.length
        ? (summary.split('\n\n')[0] ?? null)
        : null,
    image: entry.image,
  };
  return { found, isTeaser: text.length < FULL_TEXT_CHARS || BROKEN_OFF.test(text) };
}

/** A feed's HTML as paragraphs. It is only read; nothing of its markup is kept. */
function proseOf(html: string | null, title: string | null): string {
  const written = html?.slice(0, MAX_CHARS) ?? '';
  const paragraphs = HAS_TAGS.test(written)
    ? paragraphsOfMarkup(written, title)
    : plainText(written).split(/\n\s*\n/);
  return joinParagraphs(paragraphs.filter((text) => !isBoilerplate(text) && !APPEARED_ON.test(text)));
}

/** Without any, a text is plain but for its entities, and empty lines part its paragraphs. */
const HAS_TAGS = /<[a-z!/]/i;

function paragraphsOfMarkup(html: string, title: string | null): readonly string[] {
  const { body } = parsePage(`<div>${html}</div>`);
  const blocks = body === null ? [] : blocksOf(body);
  return cleanBlocks(blocks, blocks, title).map(({ text }) => text);
}

function textLine(text: string | null): string | null {
  return text === null ? null : tidyLine(plainText(text)) || null;
}
