import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/domain/article.ts';
import { type FileEntry, readArticleFile } from '../../../src/ingest/files/read-article-file.ts';

const now = Date.UTC(2025, 5, 2, 12);
const bytes = (text: string) => new TextEncoder().encode(text);

async function gather(entries: AsyncIterable<FileEntry>): Promise<readonly FileEntry[]> {
  const all: FileEntry[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

const read = (name: string, content: string | Uint8Array) =>
  gather(readArticleFile(name, typeof content === 'string' ? bytes(content) : content, { now }));

async function readOne(name: string, content: string | Uint8Array): Promise<Article> {
  const [entry] = await read(name, content);
  if (entry?.kind !== 'article') throw new Error(entry?.fault.message ?? 'nothing was read');
  return entry.article;
}

async function faultOf(name: string, content: string | Uint8Array): Promise<string> {
  const [entry] = await read(name, content);
  return entry?.kind === 'fault' ? entry.fault.message : 'no fault';
}

const FIRST =
  'The harbour of Eastport reopened to ferries on Monday after engineers had cleared the last of the storm’s wreckage from the channel.';
const SECOND =
  '“We worked through nine nights,” said Ana Ruiz, the harbour master. “Nobody wants to see that again.”';

describe('a plain text', () => {
  const post = `Ferries return to Eastport harbour

3 Comments

Share this article

${FIRST}

Advertisement

${SECOND}

Original Source: eastport-courier.example

Leave a Reply

Your email address will not be published. Required fields are marked *

Great news, I live there and waited for weeks, and so did everybody else in the street I know of.`;

  it('gives title, body and outlet, and leaves out what stands around them', async () => {
    const article = await readOne('post.txt', post);
    expect(article).toMatchObject({
      title: 'Ferries return to Eastport harbour',
      outlet: 'eastport-courier.example',
      text: `${FIRST}\n\n${SECOND}`,
      language: 'en',
      url: null,
      publishedAt: now,
      dateGuessed: true,
    });
  });

  it('finds date, author and address on lines of their own', async () => {
    const article = await readOne(
      'a.txt',
      `Ferries return\nBy Jo Lindqvist\nMay 30, 2025\n\n${FIRST}\n\nSource: Eastport Courier (https://courier.example/ferries?utm_source=x)`,
    );
    expect(article).toMatchObject({
      title: 'Ferries return',
      byline: 'Jo Lindqvist',
      publishedAt: Date.UTC(2025, 4, 30),
      outlet: 'Eastport Courier',
      canonicalUrl: 'https://courier.example/ferries',
      text: FIRST,
    });
  });

  it('joins lines that were broken to fit a width', async () => {
    const wrapped = `Ferries return\n\n${FIRST.replace(/(.{50,70}) /g, '$1\n')}\n\n${SECOND}`;
    expect((await readOne('a.txt', wrapped)).text).toBe(`${FIRST}\n\n${SECOND}`);
  });

  it('takes each line for a paragraph where no line is empty', async () => {
    expect((await readOne('a.txt', `Ferries return\n${FIRST}\n${SECOND}`)).text).toBe(
      `${FIRST}\n\n${SECOND}`,
    );
  });

  it('knows an agency by its dateline', async () => {
    const article = await readOne('a.txt', `Ferries return\n\nEASTPORT, June 2 (Reuters) - ${FIRST}`);
    expect(article.outlet).toBe('Reuters');
  });

  it('is named after its file where nothing names an outlet', async () => {
    expect((await readOne('dir/ferries.txt', `Ferries return\n\n${FIRST}`)).outlet).toBe('ferries.txt');
  });

  it('is read in the encoding it was written in', async () => {
    const windows = Uint8Array.from(
      [...`Ferries return\n\n${FIRST.replace('’', '\x92')}`].map((c) => c.charCodeAt(0)),
    );
    expect((await readOne('a.txt', windows)).text).toBe(FIRST);
  });

  it('keeps a sentence that begins like a button', async () => {
    const prose =
      'Share prices of the ferry company rose by nine percent on Monday. Watch parties were held.';
    expect((await readOne('a.txt', `Ferries return\n\n${prose}\n\n${FIRST}`)).text).toContain(prose);
  });
});

describe('a Markdown file', () => {
  it('gives front matter and prose, without marks, images and code', async () => {
    const article = await readOne(
      'a.md',
      `---\ntitle: "Ferries return"\ndate: 2025-05-30\nsource: Eastport Courier\nurl: https://courier.example/ferries\n---\n# Ferries return\n\n![A ferry](f.jpg)\n\nThe **harbour** [reopened](https://x.example) on Monday.\n\n> “Nine nights,” said Ana Ruiz.\n\n- First ferry at six\n\n\`\`\`\ncode\n\`\`\`\n`,
    );
    expect(article).toMatchObject({
      title: 'Ferries return',
      outlet: 'Eastport Courier',
      url: 'https://courier.example/ferries',
      publishedAt: Date.UTC(2025, 4, 30),
      text: 'The harbour reopened on Monday.\n\n“Nine nights,” said Ana Ruiz.\n\nFirst ferry at six',
    });
  });

  it.each([
    [
      'with Windows’ line ends',
      '---\r\ntitle: Ferries return\r\nauthor: Ana Ruiz\r\ndate: 2025-05-30\r\n---\r\n',
    ],
    [
      'in YAML of many lines',
      '---\ntitle: >-\n  Ferries\n  return\nauthors:\n  - Ana Ruiz\ndate: 2025-05-30 # a Friday\n---\n',
    ],
    [
      'in YAML with objects',
      `---\ntitle: 'Ferries return'\nauthor: {name: "Ana Ruiz", mail: a@courier.example}\npub_date: 2025-05-30\n---\n`,
    ],
    ['in TOML', '+++\ntitle = "Ferries return"\nauthor = "Ana Ruiz"\ndate = 2025-05-30\n+++\n'],
  ])('has its front matter %s', async (_, front) => {
    expect(await readOne('a.md', front + FIRST)).toMatchObject({
      title: 'Ferries return',
      byline: 'Ana Ruiz',
      publishedAt: Date.UTC(2025, 4, 30),
      text: FIRST,
    });
  });

  it.each(['Eastport: ferries return', '*Ferries* return', '[Ferries] return', '@ferries return'])(
    'has its front matter where the title makes it no YAML: %s',
    async (title) => {
      const article = await readOne('a.md', `---\ntitle: ${title}\nsource: Courier\n---\n${FIRST}`);
      expect(article).toMatchObject({ title, outlet: 'Courier' });
    },
  );

  it('takes its first heading for the title', async () => {
    expect((await readOne('a.md', `# Ferries return\n\n${FIRST}`)).title).toBe('Ferries return');
  });
});

describe('an HTML file', () => {
  it('is read like a page', async () => {
    const article = await readOne(
      'a.html',
      `<html><head><title>Ferries return</title></head><body><article><h1>Ferries return</h1><p>${FIRST}</p><p>${SECOND}</p></article></body></html>`,
    );
    expect(article).toMatchObject({ title: 'Ferries return', text: `${FIRST}\n\n${SECOND}` });
  });
});

it('one short paragraph is an article, which begins with its title', async () => {
  const text = 'Rain fell in Elmford on Tuesday. “We are wet,” said the mayor, Ann Lee.';
  for (const name of ['rain.txt', 'rain.md'])
    expect(await readOne(name, text)).toMatchObject({ title: 'Rain fell in Elmford on Tuesday.', text });
});

it.each(['articles.json', '-'])('a list in JSON gives its articles, as %s', async (name) => {
  const rows = [{ title: 'One', text: FIRST }, { title: 'None' }, { title: 'Two', text: SECOND }];
  const entries = await read(name, JSON.stringify(rows, null, 2));
  expect(entries.map(({ where, kind }) => [where, kind])).toEqual([
    [`${name}:1`, 'article'],
    [`${name}:2`, 'fault'],
    [`${name}:3`, 'article'],
  ]);
  expect(await readOne(name, JSON.stringify(rows[0], null, 2))).toMatchObject({ title: 'One', text: FIRST });
});

it.each([
  ['a stylesheet', '<?xml version="1.0"?>\n<?xml-stylesheet href="feed.xsl"?>\n<!-- made by hand -->\n'],
  [
    'a document type',
    '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/a.dtd">\n',
  ],
])('a feed is known as one behind %s', async (_, prolog) => {
  const rss = `<rss version="2.0"><channel><title>C</title><item><title>Ferries</title><description>${FIRST}</description></item></channel></rss>`;
  expect(await readOne('a.xml', prolog + rss)).toMatchObject({ title: 'Ferries', text: FIRST });
});

it('XHTML is known as a page by itself', async () => {
  const page = `<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><head><title>Ferries</title></head><body><p>${FIRST}</p></body></html>`;
  expect(await readOne('saved', page)).toMatchObject({ title: 'Ferries', text: FIRST });
});

it('an object in JSON over several lines is one article', async () => {
  const object = `{ "title": "Ferries",\n  "text": ${JSON.stringify(FIRST)}\n}\n`;
  expect(await readOne('a.json', object)).toMatchObject({ title: 'Ferries', text: FIRST });
});

describe('JSON Lines', () => {
  it('gives an article a line, and the fault of those that are none', async () => {
    const rows = [
      JSON.stringify({ id: 7, title: 'One', date: '2025-05-30', outlet: 'Courier', text: FIRST }),
      '{broken',
      '',
      JSON.stringify({
        title: 'Two',
        url: 'https://courier.example/two',
        html: `<article><p>${FIRST}</p><p>${SECOND}</p></article>`,
      }),
      JSON.stringify({ title: 'Three' }),
      JSON.stringify({ title: 3, text: FIRST }),
    ];
    const entries = await read('all.jsonl', rows.join('\n'));
    expect(entries.map((entry) => [entry.where, entry.kind])).toEqual([
      ['all.jsonl:1', 'article'],
      ['all.jsonl:2', 'fault'],
      ['all.jsonl:4', 'article'],
      ['all.jsonl:5', 'fault'],
      ['all.jsonl:6', 'fault'],
    ]);
    expect(entries[0]).toMatchObject({ article: { outlet: 'Courier', publishedAt: Date.UTC(2025, 4, 30) } });
    expect(entries[2]).toMatchObject({ article: { title: 'Two', outlet: 'courier.example' } });
  });

  it('is read line by line from a stream, wherever the chunks are cut', async () => {
    const whole = bytes(
      `${JSON.stringify({ title: 'Één', text: FIRST })}\r\n${JSON.stringify({ title: 'Zwei', text: SECOND })}`,
    );
    async function* drip() {
      for (let at = 0; at < whole.length; at += 7) yield whole.subarray(at, at + 7);
    }
    const entries = await gather(readArticleFile('-', drip(), { now }));
    expect(entries.map((entry) => (entry.kind === 'article' ? entry.article.title : 'fault'))).toEqual([
      'Één',
      'Zwei',
    ]);
  });
});

describe('a bad file is named with its fault', () => {
  it.each([
    ['empty.txt', '', 'empty.txt: the file is empty.'],
    ['empty.jsonl', '\n\n', 'empty.jsonl: the file is empty.'],
    ['paper.pdf', '%PDF-1.7', 'paper.pdf: the file is not text.'],
    ['notes', 'PK\u0003\u0004\u0000\u0000', 'notes: the file is not text.'],
    ['news.xml', '<?xml version="1.0"?><rss version="2.0"></rss>', 'news.xml: the feed has no entries.'],
    [
      'half.json',
      '[{"title": "One",',
      'half.json: it is not JSON: Expected double-quoted property name in JSON at position 17 (line 1 column 18).',
    ],
    ['short.txt', 'Hello', 'short.txt: no article was found in it.'],
    ['headline.txt', 'Council votes on the quay of Elmford', 'headline.txt: no article was found in it.'],
  ])('%s', async (name, content, message) => {
    expect(await faultOf(name, content)).toBe(message);
  });
});
