/** Articles that are alike: each has one quote, and a word that is in all. */
function newsItem(n: number) {
  return {
    url: `https://harbour.example/quay-${n}`,
    title: `Council votes on quay ${n}`,
    paragraphs: [
      `The council of Elmford voted on Tuesday on the repair of quay number ${n}, which a storm damaged in spring.`,
      `“We shall have mended quay ${n} before the winter comes,” said the mayor, Ann Lee.`,
      'The works will cost the town about two million. '.repeat(30).trim(),
    ],
  };
}

/** The n-th as a line of JSON. */
export function newsLine(n: number): string {
  const { url, title, paragraphs } = newsItem(n);
  return JSON.stringify({
    id: `quay-${n}`,
    url,
    title,
    outlet: 'The Harbour Post',
    date: '2026-11-19T07:00:00Z',
    text: paragraphs.join('\n\n'),
  });
}

/** So many, as lines of JSON. */
export function someNews(count: number): string {
  return Array.from({ length: count }, (_, n) => `${newsLine(n)}\n`).join('');
}

/** So many, as a feed with their whole text. */
export function newsFeed(count: number): string {
  const items = Array.from({ length: count }, (_, n) => {
    const { url, title, paragraphs } = newsItem(n);
    const html = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
    return `<item><title>${title}</title><link>${url}</link><guid>${url}</guid>
      <pubDate>Thu, 19 Nov 2026 07:00:00 GMT</pubDate><content:encoded><![CDATA[${html}]]></content:encoded></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
    <channel><title>The Harbour Post</title>${items.join('\n')}</channel></rss>`;
}
