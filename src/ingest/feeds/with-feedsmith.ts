import { parseFeed } from 'feedsmith';
import { type AtomText, atomText } from './atom-text.ts';
import { NO_RHYTHM, type ParsedEntry, type ParsedFeed, type Rhythm } from './parsed-feed.ts';
import { firstText, httpAddress, personIn, personOf } from './pick.ts';

/** Dates stay as written: `dates/parse-date.ts` reads more kinds. */
const parse = (source: string, maxItems: number) =>
  parseFeed(source, { maxItems, parseDateFn: (raw: string) => raw });

type Any = ReturnType<typeof parse>;
type Of<Format extends Any['format']> = Extract<Any, { format: Format }>['feed'];
type Link = { readonly href?: string; readonly rel?: string; readonly type?: string };
type Media = Pick<NonNullable<NonNullable<Of<'rss'>['items']>[number]>, 'media'>['media'];

/** Adapts what feedsmith reads to our one shape; throws as feedsmith does where it can't read. */
export function readWithFeedsmith(source: string, base: string | null, maxEntries: number): ParsedFeed {
  const parsed = parse(source, maxEntries);
  switch (parsed.format) {
    case 'atom':
      return fromAtom(parsed.feed, base);
    case 'json':
      return fromJson(parsed.feed, base);
    case 'rdf':
      return fromRdf(parsed.feed, base);
    default:
      return fromRss(parsed.feed, base);
  }
}

function fromRss(feed: Of<'rss'>, feedUrl: string | null): ParsedFeed {
  const base = baseWithin(feed.xml?.base, feedUrl);
  const site = httpAddress(feed.link, base) ?? alternate(feed.atom?.links, base);
  const entries = (feed.items ?? []).map((item): ParsedEntry => {
    const guid = firstText(item.guid?.value, item.atom?.id);
    const permalink = item.guid?.isPermaLink === false ? null : guid;
    return {
      id: guid,
      title: firstText(item.title, item.dc?.titles?.[0], item.itunes?.title, item.media?.title?.value),
      link: httpAddress(item.link, base ?? site) ?? alternate(item.atom?.links, base) ?? absolute(permalink),
      summary: firstText(
        item.description,
        item.dc?.descriptions?.[0],
        item.itunes?.summary,
        item.media?.description?.value,
      ),
      content: firstText(item.content?.encoded),
      author: personOf(item.authors?.[0]) ?? personIn(firstText(item.dc?.creators?.[0], item.itunes?.author)),
      published: firstText(
        item.pubDate,
        item.dcterms?.issued?.[0],
        item.atom?.published,
        item.dcterms?.created?.[0],
      ),
      updated: firstText(item.dc?.dates?.[0], item.atom?.updated, item.dcterms?.modified?.[0]),
      image: imageOf(item.media, item.enclosures, base),
      language: firstText(item.dc?.languages?.[0]),
    };
  });
  return {
    format: 'rss',
    id: firstText(feed.atom?.id),
    title: firstText(feed.title, feed.dc?.titles?.[0]),
    link: site,
    description: firstText(feed.description, feed.dc?.descriptions?.[0], feed.itunes?.summary),
    author:
      personOf(feed.managingEditor) ??
      personIn(firstText(feed.dc?.creators?.[0], feed.itunes?.author)) ??
      personOf(feed.webMaster),
    language: firstText(feed.language, feed.dc?.languages?.[0]),
    published: firstText(feed.pubDate),
    updated: firstText(feed.lastBuildDate, feed.dc?.dates?.[0], feed.atom?.updated),
    rhythm: rhythmOf(feed.ttl, feed.sy, feed.skipHours),
    hubs: linked(feed.atom?.links, 'hub', base),
    self: linked(feed.atom?.links, 'self', base)[0] ?? null,
    entries,
  };
}

function fromRdf(feed: Of<'rdf'>, feedUrl: string | null): ParsedFeed {
  const base = baseWithin(feed.xml?.base, feedUrl);
  const entries = (feed.items ?? []).map(
    (item): ParsedEntry => ({
      id: firstText(item.rdf?.about),
      title: firstText(item.title, item.dc?.titles?.[0]),
      link: httpAddress(item.link, base) ?? absolute(item.rdf?.about),
      summary: firstText(item.description, item.dc?.descriptions?.[0]),
      content: firstText(item.content?.encoded),
      author: personIn(item.dc?.creators?.[0]),
      published: firstText(item.dcterms?.issued?.[0], item.dcterms?.created?.[0]),
      updated: firstText(item.dc?.dates?.[0], item.dcterms?.modified?.[0]),
      image: imageOf(item.media, undefined, base),
      language: firstText(item.dc?.languages?.[0]),
    }),
  );
  return {
    format: 'rdf',
    id: firstText(feed.rdf?.about),
    title: firstText(feed.title, feed.dc?.titles?.[0]),
    link: httpAddress(feed.link, base),
    description: firstText(feed.description, feed.dc?.descriptions?.[0]),
    author: personIn(feed.dc?.creators?.[0]),
    language: firstText(feed.dc?.languages?.[0]),
    published: null,
    updated: firstText(feed.dc?.dates?.[0]),
    rhythm: rhythmOf(undefined, feed.sy, undefined),
    hubs: linked(feed.atom?.links, 'hub', base),
    self: linked(feed.atom?.links, 'self', base)[0] ?? null,
    entries,
  };
}

function fromAtom(feed: Of<'atom'>, feedUrl: string | null): ParsedFeed {
  const base = baseWithin(feed.xml?.base, feedUrl);
  const text = (value: AtomText | undefined) => firstText(atomText(value));
  const entries = (feed.entries ?? []).map((entry): ParsedEntry => {
    const at = baseWithin(entry.xml?.base, base);
    return {
      id: firstText(entry.id),
      title: firstText(text(entry.title), entry.dc?.titles?.[0], entry.media?.groups?.[0]?.title?.value),
      link: alternate(entry.links, at) ?? httpAddress(entry.content?.src, at),
      summary: firstText(
        text(entry.summary),
        entry.dc?.descriptions?.[0],
        entry.media?.groups?.[0]?.description?.value,
      ),
      content: text(entry.content),
      author:
        personOf(entry.authors?.[0]) ??
        personIn(entry.dc?.creators?.[0]) ??
        personOf(entry.source?.authors?.[0]),
      published: firstText(entry.published, entry.dcterms?.issued?.[0], entry.dcterms?.created?.[0]),
      updated: firstText(entry.updated, entry.dc?.dates?.[0]),
      image: imageOf(entry.media, enclosuresOf(entry.links), at),
      language: firstText(entry.xml?.lang, entry.dc?.languages?.[0]),
    };
  });
  return {
    format: 'atom',
    id: firstText(feed.id),
    title: firstText(text(feed.title), feed.dc?.titles?.[0]),
    link: alternate(feed.links, base),
    description: firstText(text(feed.subtitle), feed.dc?.descriptions?.[0]),
    author: personOf(feed.authors?.[0]) ?? personIn(feed.dc?.creators?.[0]),
    language: firstText(feed.xml?.lang, feed.dc?.languages?.[0]),
    published: null,
    updated: firstText(feed.updated, feed.dc?.dates?.[0]),
    rhythm: rhythmOf(undefined, feed.sy, undefined),
    hubs: linked(feed.links, 'hub', base),
    self: linked(feed.links, 'self', base)[0] ?? null,
    entries,
  };
}

function fromJson(feed: Of<'json'>, base: string | null): ParsedFeed {
  const entries = (feed.items ?? []).map(
    (item): ParsedEntry => ({
      id: firstText(item.id),
      title: firstText(item.title),
      link: httpAddress(item.url, base) ?? httpAddress(item.external_url, base) ?? absolute(item.id),
      summary: firstText(item.summary),
      content: firstText(item.content_html, escaped(item.content_text)),
      author: personOf(item.authors?.[0]),
      published: firstText(item.date_published),
      updated: firstText(item.date_modified),
      image: httpAddress(item.image ?? item.banner_image, base),
      language: firstText(item.language),
    }),
  );
  const hubs = (feed.hubs ?? []).flatMap((hub) =>
    hub.type?.toLowerCase() === 'websub' ? (httpAddress(hub.url, base) ?? []) : [],
  );
  return {
    format: 'json',
    id: firstText(feed.feed_url),
    title: firstText(feed.title),
    link: httpAddress(feed.home_page_url, base),
    description: firstText(feed.description),
    author: personOf(feed.authors?.[0]),
    language: firstText(feed.language),
    published: null,
    updated: null,
    rhythm: NO_RHYTHM,
    hubs,
    self: httpAddress(feed.feed_url, base),
    entries,
  };
}

/** An `xml:base` may itself be relative, to the one around it (https://www.w3.org/TR/xmlbase/). */
function baseWithin(base: string | undefined, around: string | null): string | null {
  return httpAddress(base, around) ?? around;
}

/** RFC 4287, 4.2.7.2: a link without `rel` is an alternate; a page is preferred to other types. */
function alternate(links: readonly Link[] | undefined, base: string | null): string | null {
  const alternates = (links ?? []).filter(
    ({ rel }) => rel === undefined || rel === '' || rel === 'alternate',
  );
  const page = alternates.find(({ type }) => type === undefined || /html/.test(type)) ?? alternates[0];
  return httpAddress(page?.href, base);
}

function linked(links: readonly Link[] | undefined, rel: string, base: string | null): readonly string[] {
  return (links ?? [])
    .filter((link) => link.rel?.toLowerCase() === rel)
    .flatMap((link) => httpAddress(link.href, base) ?? []);
}

function enclosuresOf(links: readonly Link[] | undefined): readonly { url?: string; type?: string }[] {
  return (links ?? []).flatMap(({ rel, href, type }) =>
    rel === 'enclosure' && href && type ? [{ url: href, type }] : [],
  );
}

function imageOf(
  media: Media,
  enclosures: readonly { url?: string; type?: string }[] | undefined,
  base: string | null,
): string | null {
  const contents = [...(media?.contents ?? []), ...(media?.groups?.[0]?.contents ?? [])];
  const content = contents.find(({ medium, type }) => medium === 'image' || type?.startsWith('image/'));
  const thumbnail = media?.thumbnails?.[0] ?? media?.groups?.[0]?.thumbnails?.[0];
  const enclosure = enclosures?.find(({ type }) => type?.startsWith('image/'));
  return httpAddress(content?.url ?? enclosure?.url ?? thumbnail?.url, base);
}

const PERIOD_MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

function rhythmOf(
  ttl: number | undefined,
  sy: { readonly updatePeriod?: string; readonly updateFrequency?: number } | undefined,
  skipHours: readonly number[] | undefined,
): Rhythm {
  const period = PERIOD_MINUTES[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  const frequency = Math.max(1, sy?.updateFrequency ?? 1);
  return {
    ttlMinutes: ttl !== undefined && ttl > 0 ? ttl : null,
    periodMinutes: period === undefined ? null : period / frequency,
    skipHours: (skipHours ?? []).map((hour) => hour % 24),
  };
}

function absolute(address: string | null | undefined): string | null {
  return httpAddress(address, null);
}

function escaped(text: string | undefined): string | undefined {
  return text?.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
