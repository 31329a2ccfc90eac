import { createHash } from 'node:crypto';

/** 20 hex digits: 80 bits, so that a collision is unlikely even among a thousand million articles. */
const ID_LENGTH = 20;

/** What an article is known by: its canonical address, or, for one without, what it says. */
export type ArticleIdentity = {
  readonly canonicalUrl: string | null;
  readonly title: string;
  readonly text: string;
};

/**
 * The same article always gets the same id: by canonical URL, else by title and text, where spacing,
 * letter case and typographic variants of quotes and dashes make no difference.
 */
export function articleId({ canonicalUrl, title, text }: ArticleIdentity): string {
  const identity = canonicalUrl === null ? `text:${plain(title)}\n${plain(text)}` : `url:${canonicalUrl}`;
  return createHash('sha256').update(identity).digest('hex').slice(0, ID_LENGTH);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
