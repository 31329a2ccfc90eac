/** Who is named as author, as far as the feed says. */
export type Person = { readonly name: string | null; readonly email: string | null };

/** A feed of any format as one shape. Texts may hold HTML, dates are as written, addresses are absolute. */
export type ParsedFeed = {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';
  readonly id: string | null;
  readonly title: string | null;
  /** The site the feed belongs to. */
  readonly link: string | null;
  readonly description: string | null;
  readonly author: Person | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly rhythm: Rhythm;
  /** WebSub: where to ask to be told of news, and under which address the feed is known there. */
  readonly hubs: readonly string[];
  readonly self: string | null;
  readonly entries: readonly ParsedEntry[];
};

/** How often the publisher wants to be asked. */
export type Rhythm = {
  readonly ttlMinutes: number | null;
  /** sy:updatePeriod over sy:updateFrequency, in minutes. */
  readonly periodMinutes: number | null;
  /** Hours of the day, UTC, in which there is nothing new. */
  readonly skipHours: readonly number[];
};

export type ParsedEntry = {
  readonly id: string | null;
  readonly title: string | null;
  readonly link: string | null;
  readonly summary: string | null;
  readonly content: string | null;
  readonly author: Person | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly image: string | null;
  readonly language: string | null;
};

export const NO_RHYTHM: Rhythm = { ttlMinutes: null, periodMinutes: null, skipHours: [] };
