import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/ingest/pages/extract-article.ts';

const now = Date.UTC(2025, 5, 2, 12);
const read = (name: string, url: string | null = null) =>
  extractArticle(readFileSync(new URL(`../../fixtures/pages/${name}`, import.meta.url), 'utf8'), {
    url,
    now,
  });
const page = (head: string, body: string, url: string | null = null) =>
  extractArticle(`<html><head>${head}</head><body>${body}</body></html>`, { url, now });
const prose = 'The harbour reopened on Monday after nine nights of work on its cranes.';
const paragraphs = `<p>${prose}</p><p>Ferries sail again from Tuesday, said the port, and no shift was lost to the weather.</p>`;

describe('a news page', () => {
  const article = read('article.html', 'https://m.harbour-post.example/2025/06/02/harbour-reopens?ref=x');

  it('gives its text, and nothing of what stands around it', () => {
    expect(article.text.split('\n\n')).toEqual([
      'The inner harbour reopened on Monday morning after nine nights of work on its two oldest cranes, the port authority said.',
      '“We had one chance to lift the eastern crane, and we took it before the wind came back,” said Maren Holt, who leads the port’s engineers.',
      'Ferries to the islands, which had used the northern pier since May, will sail from their own berths again on Tuesday.',
      'The work cost 4.2 million crowns, a tenth less than the council had set aside, and no shift was lost to the weather.',
      '“I have waited on that pier in the rain for a month. Nobody is happier than I am,” said Tom Okafor, a commuter.',
      'The port expects to examine the southern cranes next spring.',
    ]);
  });

  it('says what it is called, who wrote it, when, where, and in what language', () => {
    expect(article).toMatchObject({
      title: 'Harbour reopens after nine nights of work',
      byline: 'Jo Lindqvist, Ada Moreau',
      publishedAt: Date.UTC(2025, 5, 2, 7, 15),
      dateGuessed: false,
      outlet: 'The Harbour Post',
      language: 'en',
      canonicalUrl: 'https://harbour-post.example/2025/06/02/harbour-reopens',
      image: 'https://m.harbour-post.example/images/harbour-1200.jpg',
      lede: 'Ferries sail again from Tuesday, the port says.',
    });
  });
});

it('a live blog keeps its entries and loses their stamps', () => {
  const { text } = read('live-blog.html');
  expect(text).toContain('All trains south of the river have stopped');
  expect(text).toContain('said Mayor Ines Duarte.');
  expect(text).toContain('Gusts of 130 kilometres an hour');
  expect(text).not.toMatch(/ago|CEST|Share/);
});

it('a page of tables and line breaks is read too', () => {
  const { title, text, byline, publishedAt } = read('plain-old.html');
  expect(title).toContain('Mill owner gives meadow to the town');
  expect(byline).toBe('Rosa Whitby');
  expect(new Date(publishedAt).toISOString()).toContain('2025-05-30');
  expect(text.split('\n\n').filter((line) => line.length > 60)).toHaveLength(3);
  expect(text).not.toMatch(/Letters|Copyright/);
});

it('a wall of consent is no article', () => {
  expect(read('cookie-wall.html').text).toBe('');
});

describe('metadata is taken from', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"ReportageNewsArticle","headline":"Linked","datePublished":"2025-06-01T10:00:00Z"}</script><meta property="og:title" content="Social">',
      'Linked',
    ],
    [
      'OpenGraph',
      '<meta property="og:title" content="Social"><meta property="article:published_time" content="2025-06-01T10:00:00Z">',
      'Social',
    ],
    [
      'plain meta',
      '<title>Plain</title><meta name="pubdate" content="Sun, 01 Jun 2025 10:00:00 GMT">',
      'Plain',
    ],
  ])('%s', (_, head, title) => {
    expect(page(head, `<article>${paragraphs}</article>`)).toMatchObject({
      title,
      publishedAt: Date.UTC(2025, 5, 1, 10),
      dateGuessed: false,
    });
  });

  it('what the page shows, where it says nothing else', () => {
    const article = page(
      '',
      `<article><h1>Harbour reopens</h1><span class="byline">By Jo Lindqvist</span><time datetime="2025-06-01T10:00:00Z">Sunday</time>${paragraphs}</article>`,
    );
    expect(article).toMatchObject({
      title: 'Harbour reopens',
      byline: 'Jo Lindqvist',
      publishedAt: Date.UTC(2025, 5, 1, 10),
    });
  });

  it('no names within names without end', () => {
    const name = `${'{"name":'.repeat(20_000)}"x"${'}'.repeat(20_000)}`;
    const linked = `<script type="application/ld+json">{"@type":"NewsArticle","headline":${name}}</script>`;
    const article = page(linked, `<article><h1>Harbour reopens</h1>${paragraphs}</article>`);
    expect(article.title).toBe('Harbour reopens');
  });

  it('nothing that is wrong: broken JSON-LD, a date of the future, an address of another site', () => {
    const article = page(
      '<script type="application/ld+json">{"headline": </script><link rel="canonical" href="https://other.example/a"><meta name="date" content="2035-01-01">',
      `<article><h1>Harbour reopens</h1>${paragraphs}</article>`,
      'https://courier.example/b',
    );
    expect(article).toMatchObject({
      title: 'Harbour reopens',
      canonicalUrl: 'https://courier.example/b',
      publishedAt: now,
      dateGuessed: true,
    });
  });
});

describe('the text', () => {
  it('is never markup, and nothing in it is run', () => {
    const hostile = page(
      '<script>globalThis.wasRun = true</script>',
      `<article>${paragraphs}<p onclick="globalThis.wasRun = true">A tag is written &lt;script&gt;alert(1)&lt;/script&gt; in HTML, he explained.<img src=x onerror="globalThis.wasRun = true"></p><script>globalThis.wasRun = true</script></article>`,
    );
    expect('wasRun' in globalThis).toBe(false);
    expect(hostile.text).toContain('written <script>alert(1)</script> in HTML');
    expect(hostile.text).not.toContain('wasRun');
  });

  it('of a page drawn by scripts is that of its markup for search engines', () => {
    const body = `${prose} `.repeat(8).trim();
    const { text } = page(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', articleBody: body })}</script>`,
      '<div id="app">Loading…</div>',
    );
    expect(text).toBe(body);
  });

  it('of such a page is no markup, though it is escaped twice there', () => {
    const articleBody = `${`&lt;p&gt;${prose}&lt;/p&gt;`.repeat(8)}`;
    const { text } = page(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', articleBody })}</script>`,
      '<div id="app">Loading…</div>',
    );
    expect(text).toBe(Array(8).fill(prose).join('\n\n'));
  });

  it('has the paragraphs of preformatted text', () => {
    const { text } = page('', `<pre>\n${prose}\n\n${prose.replace('Monday', 'Friday')}\n</pre>`);
    expect(text).toBe(`${prose}\n\n${prose.replace('Monday', 'Friday')}`);
  });

  it.each([
    ['markup that a program puts together', `<script>show(${'"<div>a<\\/div>"+'.repeat(4_000)}"")</script>`],
    ['comparisons of a program', `<SCRIPT>${'for(i=0;i<n&&i>m;i++);'.repeat(4_000)}</SCRIPT >`],
    ['a stylesheet', `<style>${'a<b>c{}'.repeat(4_000)}</style>`],
  ])('is found beside %s', (_, head) => {
    expect(page(head, `<article>${paragraphs}</article>`).text).toContain(prose);
  });

  it('is found behind a CDATA section that is never closed', () => {
    const { text } = extractArticle(`<![CDATA[<html><body><article>${paragraphs}</article></body></html>`, {
      now,
    });
    expect(text).toContain(prose);
  });

  it('keeps a quoted post and a list that belong to the article', () => {
    const { text } = page(
      '',
      `<article><h1>Harbour</h1>${paragraphs}<blockquote class="social-embed"><p>Back on the pier at last. The eastern crane stands, and so do we.</p></blockquote><p>The council named three conditions for the money it will give:</p><ul><li>The cranes stay where they are.</li><li>Ferries sail on Sundays.</li></ul>${paragraphs.replaceAll('Monday', 'Friday')}</article>`,
    );
    expect(text).toContain('Back on the pier at last.');
    expect(text).toContain('Ferries sail on Sundays.');
  });
});
