import { CourantError } from '../../domain/errors.ts';
import { decodeDocument } from '../encoding/decode.ts';
import { nestsTooDeep } from '../prose/nesting.ts';
import type { ParsedFeed } from './parsed-feed.ts';
import { prepareXml, rootName } from './prepare-xml.ts';
import { readLeniently } from './read-leniently.ts';
import { readSitemap } from './read-sitemap.ts';
import { readWithFeedsmith } from './with-feedsmith.ts';

/** Feeds list their newest first; an archive in one file is read so far. */
const MAX_ENTRIES = 1_000;

/** Deeper than any feed, were it one with hundreds of `<br>` that nobody closes; hostile ones nest to exhaust a parser. */
const MAX_DEPTH = 1_000;

const MAX_UNFINISHED = 200;

/** A feed as fetched. */
export type FeedSource = {
  readonly body: Uint8Array | string;
  readonly contentType?: string | null;
  /** Where it came from: relative addresses are taken against it. */
  readonly url?: string | null;
};

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed and news sitemaps. Well-formed feeds are read by feedsmith;
 * broken ones, and those that lack what their format demands, as far as they can be.
 *
 * @throws CourantError 'invalid' when it is no feed, or one that nests to do harm
 */
export function parseFeed({ body, contentType = null, url = null }: FeedSource): ParsedFeed {
  const text = typeof body === 'string' ? body : decodeDocument(body, contentType).text;
  const start = text.trimStart();
  if (start === '') throw notAFeed('it is empty');
  if (start.startsWith('{') || start.startsWith('[')) return readJson(start, url);
  const xml = prepareXml(text);
  if (nestsTooDeep(xml, MAX_DEPTH, 'xml')) throw notAFeed('its elements nest too deep');
  if (rootName(xml) === 'urlset') return readSitemap(xml, url, MAX_ENTRIES);
  const found =
    (hasUnfinishedTags(xml) ? null : readStrictly(xml, url)) ?? readLeniently(xml, url, MAX_ENTRIES);
  if (found !== null) return found;
  throw notAFeed(rootName(xml) === 'html' ? 'it is a web page' : 'nothing of a feed is in it');
}

function readStrictly(xml: string, url: string | null): ParsedFeed | null {
  try {
    return readWithFeedsmith(xml, url, MAX_ENTRIES);
  } catch {
    // Ill-formed, or without what its format demands: the lenient reader's turn.
    return null;
  }
}

/** Tags begun and never ended make feedsmith's XML parser look for their ends over and over. */
function hasUnfinishedTags(xml: string): boolean {
  let unfinished = 0;
  let end = -1;
  for (let at = xml.indexOf('<'); at >= 0; ) {
    const next = xml.indexOf('<', at + 1);
    if (next < 0) break;
    if (end < at) end = xml.indexOf('>', at);
    if (end < 0) return true;
    if (end > next && ++unfinished > MAX_UNFINISHED) return true;
    at = next;
  }
  return false;
}

function readJson(json: string, url: string | null): ParsedFeed {
  try {
    return readWithFeedsmith(json, url, MAX_ENTRIES);
  } catch (cause) {
    throw notAFeed('it is JSON, but no JSON Feed', cause);
  }
}

function notAFeed(why: string, cause?: unknown): CourantError {
  return new CourantError('invalid', `This is not a feed: ${why}.`, {
    mend: "Give the feed's own address, or the site's: its feeds are then looked for.",
    reason: 'not-a-feed',
    ...(cause === undefined ? {} : { cause }),
  });
}
