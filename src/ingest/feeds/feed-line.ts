import { z } from 'zod';
import { isCourantError } from '../../domain/errors.ts';
import { parseFeed } from './parse-feed.ts';
import type { ParsedEntry, ParsedFeed } from './parsed-feed.ts';
import { personText } from './pick.ts';

const input = z.object({ id: z.union([z.string(), z.number()]), xml: z.string(), url: z.string().nullish() });

type Fields = Readonly<Record<string, string | null>>;

/** One line of `courant feed --jsonl`: a feed in, its own fields and those of its first entry out. */
export type FeedLine = {
  readonly id: string | number;
  readonly feed: Fields | null;
  readonly entry: Fields | null;
  readonly fault?: string;
};

/** Throws when the row is not {id, xml}; a document that is no feed gives a line with its fault. */
export function feedLine(row: unknown): FeedLine {
  const { id, xml, url } = input.parse(row);
  try {
    const feed = parseFeed({ body: xml, url: url ?? null });
    const [first] = feed.entries;
    return { id, feed: feedFields(feed), entry: first === undefined ? null : entryFields(first) };
  } catch (error) {
    if (!isCourantError(error)) throw error;
    return { id, feed: null, entry: null, fault: error.message };
  }
}

function feedFields(feed: ParsedFeed): Fields {
  return {
    title: markup(feed.title),
    link: feed.link,
    id: feed.id,
    description: markup(feed.description),
    subtitle: markup(feed.description),
    author: personText(feed.author),
    published: feed.published,
    updated: feed.updated,
  };
}

function entryFields(entry: ParsedEntry): Fields {
  const summary = markup(entry.summary ?? entry.content);
  return {
    title: markup(entry.title),
    link: entry.link,
    id: entry.id,
    summary,
    description: summary,
    author: personText(entry.author),
    published: entry.published,
    updated: entry.updated,
  };
}

/** Void elements in one spelling, whichever the feed used. */
function markup(text: string | null): string | null {
  return text?.replace(/<(br|hr)\s*\/?>/gi, '<$1 />') ?? null;
}
