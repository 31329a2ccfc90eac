/**
 * Outlets with a feed of teasers and whole pages, in a process of their own: our sample articles, their paragraphs in
 * another order each time, in a frame with the furniture of a news page.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const sample = z.object({ title: z.string(), byline: z.string().nullish(), text: z.string() });
const samples = readFileSync(new URL('../samples/articles.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => sample.parse(JSON.parse(line)));
const articlesAFeed = Number(process.argv[2]);

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const times = (count: number, part: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => part(n)).join('');

const card = (n: number) =>
  `<div class="card teaser"><a href="/story/${n}"><img src="/i/${n}.jpg" srcset="/i/${n}.jpg 1x, /i/${n}@2.jpg 2x" alt=""><h3 class="card-title"><span>Another story of the day, number ${n}</span></h3></a><span class="meta"><time datetime="2026-01-05">5 January</time></span></div>`;
const head = `<style>${times(150, (n) => `.c${n}{margin:${n}px;color:#${n}${n}}`)}</style><script>${times(200, (n) => `window.a${n}=function(){return ${n}};`)}</script>`;
const top = `<header class="site-header"><nav><ul>${times(40, (n) => `<li><a href="/s/${n}">Section ${n}</a></li>`)}</ul></nav></header>`;
const bottom = `<aside class="related"><h2>More stories</h2>${times(30, card)}</aside><section id="comments"><h2>Comments</h2>${times(15, (n) => `<div class="comment"><b>Reader ${n}</b><p>I read this twice and still wonder what they mean by it.</p></div>`)}</section><footer><p>All rights reserved</p>${times(30, (n) => `<a href="/f/${n}">Link ${n}</a>`)}</footer>`;

function articleOf(host: string, n: number) {
  const seed = (Number(/\d+/.exec(host)?.[0] ?? 0) + 1) * articlesAFeed + n;
  const { title, byline, text } = samples[seed % samples.length] ?? { title: '', byline: '', text: '' };
  const paragraphs = text.split('\n\n');
  const turn = Math.floor(seed / samples.length) % paragraphs.length;
  return {
    title: `${title} (${seed})`,
    byline: byline ?? 'Staff',
    paragraphs: [
      ...paragraphs.slice(turn),
      ...paragraphs.slice(0, turn),
      `This was report number ${seed} of the day.`,
    ],
  };
}

function pageOf(host: string, n: number): string {
  const { title, byline, paragraphs } = articleOf(host, n);
  const data = {
    '@type': 'NewsArticle',
    headline: title,
    author: { '@type': 'Person', name: byline },
    datePublished: '2026-01-05T07:30:00Z',
  };
  const body = paragraphs.map(
    (paragraph, at) =>
      `<p class="paragraph">${escaped(paragraph)}</p>${at === 2 ? '<div class="newsletter-signup"><p>Sign up for our newsletter</p><input type="email"></div><figure><img src="/p.jpg"><figcaption>The harbour. Photo: Agency</figcaption></figure>' : ''}`,
  );
  return `<!doctype html><html lang="en"><head><title>${escaped(title)} - Courier</title><meta property="og:image" content="/lead.jpg"><script type="application/ld+json">${JSON.stringify(data)}</script>${head}</head><body>${top}<main><article><h1>${escaped(title)}</h1><div class="share-bar">${times(6, (at) => `<a href="#s${at}">Share ${at}</a>`)}</div>${body.join('')}</article></main>${bottom}</body></html>`;
}

function feedOf(host: string): string {
  const items = times(articlesAFeed, (n) => {
    const { title, paragraphs } = articleOf(host, n);
    return `<item><guid isPermaLink="false">${n}</guid><title>${escaped(title)}</title><link>http://${host}/a/${n}</link><pubDate>Mon, 05 Jan 2026 07:30:00 GMT</pubDate><description>${escaped(escaped(paragraphs[0] ?? ''))}</description></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${items}</channel></rss>`;
}

const server = createServer((request, response) => {
  const { host = '' } = request.headers;
  const page = /^\/a\/(\d+)$/.exec(request.url ?? '');
  if (request.url === '/robots.txt') response.writeHead(404).end();
  else if (page) response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(host, Number(page[1])));
  else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedOf(host));
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
