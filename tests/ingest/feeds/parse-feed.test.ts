import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../src/ingest/feeds/discover.ts';
import { entryArticle } from '../../../src/ingest/feeds/entry-article.ts';
import { feedLine } from '../../../src/ingest/feeds/feed-line.ts';
import { readOpml, writeOpml } from '../../../src/ingest/feeds/opml.ts';
import { parseFeed } from '../../../src/ingest/feeds/parse-feed.ts';

const url = 'https://courier.example/feeds/all.xml';
const parse = (body: string) => parseFeed({ body, url });
const bytes = (text: string) => new TextEncoder().encode(text);

describe('parseFeed reads', () => {
  it('RSS 2.0 with its neighbours', () => {
    const feed = parse(`<?xml version="1.0"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
      <channel><title>Eastport Courier</title><link>/</link><description>News</description><language>en-gb</language><ttl>30</ttl>
      <sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>
      <atom:link rel="hub" href="https://hub.example/"/><atom:link rel="self" href="${url}"/>
      <item><title>Harbour reopens</title><link>/harbour</link><guid isPermaLink="false">h-1</guid><dc:creator>Jo Lindqvist</dc:creator>
      <pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[<p>Long.</p>]]></content:encoded>
      <media:content url="https://courier.example/h.jpg" medium="image"/></item></channel></rss>`);
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Eastport Courier',
      link: 'https://courier.example/',
      language: 'en-gb',
      rhythm: { ttlMinutes: 30, periodMinutes: 30 },
      hubs: ['https://hub.example/'],
      self: url,
    });
    expect(feed.entries).toEqual([
      {
        id: 'h-1',
        title: 'Harbour reopens',
        link: 'https://courier.example/harbour',
        summary: 'Short.',
        content: '<p>Long.</p>',
        author: { name: 'Jo Lindqvist', email: null },
        published: 'Mon, 02 Jun 2025 10:00:00 GMT',
        updated: null,
        image: 'https://courier.example/h.jpg',
        language: null,
      },
    ]);
  });

  it('RSS 0.91 and a permalink that is the only link', () => {
    const feed = parse(
      '<rss version="0.91"><channel><title>C</title><item><guid>https://courier.example/1</guid></item></channel></rss>',
    );
    expect(feed.entries[0]?.link).toBe('https://courier.example/1');
  });

  it('RDF', () => {
    const feed =
      parse(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="${url}"><title>C</title><link>https://courier.example/</link></channel>
      <item rdf:about="https://courier.example/1"><title>One</title><link>https://courier.example/1</link><dc:date>2025-06-02T10:00:00Z</dc:date></item></rdf:RDF>`);
    expect(feed).toMatchObject({
      format: 'rdf',
      entries: [{ title: 'One', updated: '2025-06-02T10:00:00Z' }],
    });
  });

  it('Atom 1.0 with xml:base, and its kinds of text', () => {
    const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://courier.example/news/">
      <title type="html">Courier &amp;amp; Co</title><id>tag:c</id><link href="./"/>
      <entry><id>tag:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Harbour <b>reopens</b></div></title>
      <link rel="alternate" href="one"/><author><name>Jo</name><email>jo@courier.example</email></author>
      <summary type="application/octet-stream">${btoa('Packed words.')}</summary><updated>2025-06-02T10:00:00Z</updated></entry></feed>`);
    expect(feed).toMatchObject({
      format: 'atom',
      id: 'tag:c',
      title: 'Courier &amp; Co',
      link: 'https://courier.example/news/',
    });
    expect(feed.entries[0]).toMatchObject({
      title: 'Harbour <b>reopens</b>',
      link: 'https://courier.example/news/one',
      author: { name: 'Jo', email: 'jo@courier.example' },
      summary: 'Packed words.',
    });
  });

  it.each([
    ['/news/', '2025/', 'https://courier.example/news/2025/one'],
    ['https://mirror.example/', '/b/', 'https://mirror.example/b/one'],
    ['mailto:jo@courier.example', '', 'https://courier.example/feeds/one'],
  ])('Atom 1.0 with relative bases: %s and %s', (outer, inner, link) => {
    const feed = parse(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="${outer}"><title>C</title>
      <entry xml:base="${inner}"><title>One</title><link href="one"/></entry></feed>`);
    expect(feed.entries[0]?.link).toBe(link);
  });

  it('a link without its scheme', () => {
    const feed = parse(
      '<rss version="2.0"><channel><item><title>One</title><link>www.courier.example/one</link></item></channel></rss>',
    );
    expect(feed.entries[0]?.link).toBe('https://www.courier.example/one');
  });

  it('Atom 0.3 with packed and inline markup', () => {
    const feed =
      parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title mode="base64">${btoa('Courier')}</title>
      <entry><title type="application/xhtml+xml"><div>One</div></title><issued>2025-06-02T10:00:00Z</issued></entry></feed>`);
    expect(feed).toMatchObject({
      title: 'Courier',
      entries: [{ title: '<div>One</div>', published: '2025-06-02T10:00:00Z' }],
    });
  });

  it('JSON Feed', () => {
    const feed = parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'C',
        home_page_url: 'https://courier.example/',
        items: [{ id: '1', url: '/one', content_text: 'a < b', date_published: '2025-06-02T10:00:00Z' }],
      }),
    );
    expect(feed).toMatchObject({
      format: 'json',
      entries: [{ link: 'https://courier.example/one', content: 'a &lt; b' }],
    });
  });

  it('a news sitemap, newest first, without the pages that are no news', () => {
    const item = (path: string, date: string) =>
      `<url><loc>https://courier.example/${path}</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>${date}</news:publication_date><news:title>T &amp; ${path}</news:title></news:news></url>`;
    const feed = parse(
      `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${item('old', '2025-06-01')}${item('new', '2025-06-02')}<url><loc>https://courier.example/about</loc></url></urlset>`,
    );
    expect(feed).toMatchObject({ format: 'sitemap', title: 'Courier', language: 'en' });
    expect(feed.entries.map(({ title }) => title)).toEqual(['T & new', 'T & old']);
  });
});

describe('parseFeed copes with', () => {
  it.each([
    [
      'space before the declaration',
      '\n\n  <?xml version="1.0"?><rss version="2.0"><channel><title>A</title></channel></rss>',
    ],
    ['an undeclared prefix', '<rss version="2.0"><channel><title>A</title><x:y>z</x:y></channel></rss>'],
    [
      'a bare ampersand',
      '<rss version="2.0"><channel><title>A</title><item><title>B & C</title></item></channel></rss>',
    ],
    ['an end that never came', '<rss version="2.0"><channel><title>A</title><item><title>B'],
    ['characters XML forbids', '<rss version="2.0"><channel><title>\u0001A\u000b</title></channel></rss>'],
    [
      'a document type',
      '<!DOCTYPE rss [<!ELEMENT rss ANY>]><rss version="2.0"><channel><title>A</title></channel></rss>',
    ],
    ['no root but a channel', '<channel><title>A</title></channel>'],
  ])('%s', (_, xml) => {
    expect(parse(xml).title).toBe('A');
  });

  it('hundreds of breaks that nobody closes', () => {
    const item = `<item><title>One</title><description>${'Words.<br>'.repeat(400)}</description></item>`;
    const { entries } = parse(`<rss version="2.0"><channel>${item}${item}</channel></rss>`);
    expect(entries.map(({ title }) => title)).toEqual(['One', 'One']);
  });

  it('items outside of the channel', () => {
    expect(parse('<rss><item><title>One</title></item></rss>').entries).toHaveLength(1);
  });

  it('entities: none is expanded, none is fetched', () => {
    const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    );
    const feed = parse(
      `<!DOCTYPE rss [<!ENTITY l0 "lol"><!ENTITY file SYSTEM "file:///etc/passwd">${laughs}]><rss version="2.0"><channel><title>&l12;&file;</title></channel></rss>`,
    );
    expect(feed.title).toBe('&l12;&file;');
  });

  it.each([
    ['nothing', '  ', /empty/],
    ['a web page', '<!doctype html><html><body>Hi</body></html>', /web page/],
    ['JSON of another kind', '{"a":1}', /no JSON Feed/],
    ['words', 'Hello', /nothing of a feed/],
    ['too much nesting', `<rss><channel>${'<a>'.repeat(1_100)}`, /nest too deep/],
  ])('%s, by saying so', (_, body, message) => {
    expect(() => parse(body)).toThrow(message);
  });
});

it('feedLine gives a line for every document, a fault for what is no feed', () => {
  const xml =
    '<rss version="2.0"><channel><title>A</title><item><author>jo@courier.example (Jo)</author><description>a&lt;br/&gt;b</description></item></channel></rss>';
  expect(feedLine({ id: 1, xml })).toMatchObject({
    id: 1,
    feed: { title: 'A' },
    entry: { author: 'Jo (jo@courier.example)', summary: 'a<br />b' },
  });
  expect(feedLine({ id: 2, xml: 'x' })).toMatchObject({
    id: 2,
    feed: null,
    entry: null,
    fault: expect.any(String),
  });
  expect(() => feedLine({ id: 3 })).toThrow();
});

describe('the article of an entry', () => {
  const base = {
    id: '1',
    title: 'A &amp; B',
    link: 'https://courier.example/1',
    summary: null,
    content: null,
    author: null,
    published: '2025-06-02',
    updated: null,
    image: null,
    language: null,
  };
  const feed = parse('<rss version="2.0"><channel><title>Courier</title></channel></rss>');

  it('is whole where the feed has it all', () => {
    const paragraph = 'The harbour reopened on Monday after nine nights of work. '.repeat(9).trim();
    const { found, isTeaser } = entryArticle({
      entry: {
        ...base,
        content: `<p>${paragraph}</p><p>${paragraph}</p><p>The post <a>A</a> appeared first on <a>Courier</a>.</p>`,
      },
      feed,
      outlet: null,
    });
    expect(isTeaser).toBe(false);
    expect(found).toMatchObject({ title: 'A & B', outlet: 'Courier', text: `${paragraph}\n\n${paragraph}` });
  });

  it('keeps the paragraphs of plain text, whatever its entities', () => {
    const { found } = entryArticle({
      entry: { ...base, content: 'Smith &amp; Sons, 3 < 4.\n\nThe second.\n \nShare' },
      feed,
      outlet: null,
    });
    expect(found.text).toBe('Smith & Sons, 3 < 4.\n\nThe second.');
  });

  it('has no text where its markup nests to do harm', () => {
    const entry = { ...base, title: '<b>'.repeat(9_000), content: `${'<div>'.repeat(9_000)}text` };
    expect(entryArticle({ entry, feed, outlet: null }).found).toMatchObject({ title: null, text: '' });
  });

  it('is a teaser where it is short or breaks off', () => {
    expect(
      entryArticle({ entry: { ...base, summary: 'The harbour reopened.' }, feed, outlet: null }).isTeaser,
    ).toBe(true);
    expect(
      entryArticle({
        entry: { ...base, content: `<p>${'The harbour reopened. '.repeat(60)} […]</p>` },
        feed,
        outlet: null,
      }).isTeaser,
    ).toBe(true);
  });
});

describe('discoverFeeds', () => {
  it('finds what a page declares, then what it links, then the usual places', () => {
    const found = discoverFeeds(
      `<base href="https://courier.example/news/"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
       <link rel="alternate" type="application/atom+xml" title="All  news" href="atom.xml"><link rel="alternate" hreflang="de" href="/de">
       <a href="/rss/sport">Sport feed</a><a href="javascript:x">no</a>`,
      'https://courier.example/',
    );
    expect(found.slice(0, 3)).toEqual([
      { url: 'https://courier.example/news/atom.xml', title: 'All news', found: 'declared' },
      { url: 'https://courier.example/comments/feed', title: 'Comments', found: 'declared' },
      { url: 'https://courier.example/rss/sport', title: 'Sport feed', found: 'linked' },
    ]);
    expect(found.slice(3).every((candidate) => candidate.found === 'guessed')).toBe(true);
  });
});

describe('OPML', () => {
  const feeds = [
    {
      title: 'Courier',
      url: 'https://courier.example/rss',
      siteUrl: 'https://courier.example/',
      tags: ['World'],
    },
    { title: 'A & B', url: 'https://ab.example/feed?a=1&b=2', siteUrl: null, tags: ['World', 'Sea'] },
    { title: 'Alone', url: 'https://alone.example/', siteUrl: null, tags: [] },
  ];

  it('comes back as it went out', () => {
    expect(readOpml(bytes(writeOpml(feeds, 'Sources')))).toEqual({ feeds, leftOut: [] });
  });

  it('is read with nested folders, bad addresses and doubles', () => {
    const xml = `<opml version="1.0"><body><outline text="World"><outline text="Sea"><outline text="C" xmlUrl="https://c.example/rss"/></outline></outline>
      <outline text="C again" xmlUrl="https://c.example/rss"/><outline text="Bad" xmlUrl="file:///etc/passwd"/><outline text="Ours" xmlUrl="https://me:secret@c.example/x"/></body></opml>`;
    expect(readOpml(bytes(xml))).toEqual({
      feeds: [{ title: 'C', url: 'https://c.example/rss', siteUrl: null, tags: ['World', 'Sea'] }],
      leftOut: ['file:///etc/passwd', 'https://me:secret@c.example/x'],
    });
  });

  it('is read where it is broken', () => {
    const { feeds: found } = readOpml(
      bytes(
        '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"><outline xmlUrl="https://b.example/"',
      ),
    );
    expect(found[0]).toMatchObject({ title: 'A & B', url: 'https://a.example/?x=1&y=2' });
  });

  it('is refused where it is something else', () => {
    expect(() => readOpml(bytes('<html></html>'))).toThrow(/not an OPML/);
  });
});
