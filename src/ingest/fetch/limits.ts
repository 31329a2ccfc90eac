/** What one fetch may cost us, whatever the other side does. */
export type FetchLimits = {
  /** Bytes of a body after decompression. */
  readonly maxBytes: number;
  /** Milliseconds for the whole of it: connecting, redirects, every last byte. */
  readonly totalMs: number;
  /** Milliseconds for a connection, for headers, and between two pieces of a body. */
  readonly idleMs: number;
  readonly maxRedirects: number;
};

export const FEED_LIMITS: FetchLimits = {
  maxBytes: 10 * 1024 * 1024,
  totalMs: 30_000,
  idleMs: 15_000,
  maxRedirects: 5,
};
export const PAGE_LIMITS: FetchLimits = {
  maxBytes: 5 * 1024 * 1024,
  totalMs: 20_000,
  idleMs: 10_000,
  maxRedirects: 5,
};
/** RFC 9309, 2.5: at least 500 KiB of a robots.txt are to be read. */
export const ROBOTS_LIMITS: FetchLimits = {
  maxBytes: 512 * 1024,
  totalMs: 10_000,
  idleMs: 5_000,
  maxRedirects: 5,
};

/** Least time between two requests to one host, milliseconds. */
export const MIN_GAP_MS = 1_000;

/** Feeds read at once; requests to one host take turns besides. */
export const FEEDS_AT_ONCE = 16;
