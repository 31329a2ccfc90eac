import { generateOpml, parseOpml } from 'feedsmith';
import { Parser } from 'htmlparser2';
import { CourantError } from '../../domain/errors.ts';
import { decodeDocument } from '../encoding/decode.ts';
import { tidyLine } from '../prose/tidy.ts';
import { httpAddress } from './pick.ts';
import { prepareXml } from './prepare-xml.ts';

/** A subscription of an OPML file. */
export type OpmlFeed = {
  readonly title: string | null;
  readonly url: string;
  readonly siteUrl: string | null;
  /** The folders it lay in and the categories it names. */
  readonly tags: readonly string[];
};

type Outline = {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly url?: string;
  readonly category?: string;
  readonly outlines?: readonly Outline[];
};

const MAX_FEEDS = 50_000;
const MAX_DEPTH = 20;

type Found = {
  readonly feeds: readonly OpmlFeed[];
  /** Addresses that are none we read, as written. */
  readonly leftOut: readonly string[];
};

/**
 * The feeds of an OPML file, each once. Readers export it with bare ampersands and worse: what feedsmith refuses is
 * read as far as it goes.
 *
 * @throws CourantError 'invalid' when there is no OPML in it
 */
export function readOpml(bytes: Uint8Array): Found {
  const xml = prepareXml(decodeDocument(bytes).text);
  const outlines = readOutlines(xml);
  if (outlines === null)
    throw new CourantError('invalid', 'This is not an OPML file.', {
      mend: 'Export the subscriptions of your reader as OPML and give that file.',
    });
  const feeds = new Map<string, OpmlFeed>();
  const leftOut: string[] = [];
  collect(outlines, [], { feeds, leftOut }, 0);
  return { feeds: [...feeds.values()], leftOut };
}

function readOutlines(xml: string): readonly Outline[] | null {
  try {
    return parseOpml(xml).body?.outlines ?? [];
  } catch {
    return readBroken(xml);
  }
}

function readBroken(xml: string): readonly Outline[] | null {
  const outlines: Outline[] = [];
  let isOpml = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        isOpml ||= name === 'opml' || name === 'outline';
        const { xmlurl, htmlurl, text, title, category } = attributes;
        if (name !== 'outline' || !xmlurl) return;
        outlines.push({
          xmlUrl: xmlurl,
          ...(htmlurl && { htmlUrl: htmlurl }),
          ...(text && { text }),
          ...(title && { title }),
          ...(category && { category }),
        });
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(xml);
  return isOpml ? outlines : null;
}

function collect(
  outlines: readonly Outline[],
  folders: readonly string[],
  into: { readonly feeds: Map<string, OpmlFeed>; readonly leftOut: string[] },
  depth: number,
): void {
  for (const outline of outlines) {
    const label = tidyLine(outline.title ?? outline.text ?? '');
    const url = httpAddress(outline.xmlUrl ?? outline.url, null);
    if (url === null && outline.xmlUrl?.trim()) into.leftOut.push(outline.xmlUrl.trim());
    if (url !== null && !into.feeds.has(url) && into.feeds.size < MAX_FEEDS) {
      const categories = (outline.category ?? '').split(/[,/]/).map(tidyLine);
      const tags = [...new Set([...folders, ...categories])].filter((tag) => tag !== '');
      into.feeds.set(url, { title: label || null, url, siteUrl: httpAddress(outline.htmlUrl, null), tags });
    }
    if (depth < MAX_DEPTH)
      collect(
        outline.outlines ?? [],
        url === null && label !== '' ? [...folders, label] : folders,
        into,
        depth + 1,
      );
  }
}

/** Writes feeds as OPML 2.0, a folder for each first tag, in the order given. */
export function writeOpml(feeds: readonly OpmlFeed[], title: string): string {
  const folders = Map.groupBy(feeds, ({ tags }) => tags[0] ?? '');
  const outlines = [...folders].flatMap(([folder, inside]): Outline[] => {
    const entries = inside.map(({ title: name, url, siteUrl, tags }) => ({
      text: name ?? url,
      type: 'rss',
      xmlUrl: url,
      ...(siteUrl !== null && { htmlUrl: siteUrl }),
      ...(tags.length > 1 && { category: tags.slice(1).join(',') }),
    }));
    return folder === '' ? entries : [{ text: folder, outlines: entries }];
  });
  return generateOpml({
    head: { title },
    body: {
      outlines: outlines as Parameters<typeof generateOpml>[0] extends { body?: { outlines?: infer O } }
        ? O & object
        : never,
    },
  });
}
