import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A small news site on loopback: a front page that names its feed, the feed, and an article. */
export async function startNewsSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = pages(`http://127.0.0.1:${port}`)[new URL(request.url ?? '/', 'http://localhost').pathname];
    response
      .writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' })
      .end(page?.body ?? 'not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

type Page = { readonly type: string; readonly body: string };

const paragraphs = [
  'The old harbour bridge opened to traffic again on Monday after two years of repairs, the city said.',
  '“We waited a long time for this morning,” said Ada Example, the mayor, who crossed it first on a bicycle.',
  'The repairs cost 40 million crowns, a quarter less than planned, because the pillars were found to be sound.',
  'Lorries stay banned until spring, when sensors in the deck will have been read through a whole winter.',
];

function pages(url: string): Readonly<Record<string, Page>> {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('');
  return {
    '/': {
      type: 'text/html',
      body: `<html><head><title>Harbour Post</title>
        <link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body>News</body></html>`,
    },
    '/feed.xml': {
      type: 'application/rss+xml',
      body: `<rss version="2.0"><channel><title>Harbour Post</title><link>${url}/</link><description>News</description>
        <item><title>Harbour bridge opens again</title><link>${url}/bridge</link><guid>1</guid>
        <pubDate>Mon, 17 Feb 2025 09:00:00 GMT</pubDate><description>${paragraphs.join(' ')}</description></item>
        </channel></rss>`,
    },
    '/bridge': {
      type: 'text/html; charset=utf-8',
      body: `<html lang="en"><head><title>Harbour bridge opens again - Harbour Post</title>
        <meta property="og:site_name" content="Harbour Post">
        <meta property="article:published_time" content="2025-02-17T09:00:00Z"></head>
        <body><article><h1>Harbour bridge opens again</h1>${body}</article></body></html>`,
    },
  };
}
