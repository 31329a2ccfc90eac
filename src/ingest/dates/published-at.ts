import type { Instant } from '../../domain/time.ts';
import { parseDate } from './parse-date.ts';

/** Clocks of publishers run ahead, and zones are mistaken by hours; a day ahead is a mistake or an announcement. */
const MAX_AHEAD = 24 * 60 * 60_000;

/** Nothing on the web was published before it was there. */
const EARLIEST = Date.UTC(1990, 0, 1);

export type PublishedAt = { readonly publishedAt: Instant; readonly dateGuessed: boolean };

/**
 * The first usable of the dates a source gives, in order of trust. A date up to a day ahead counts as now
 * (a zone was mistaken); when none is usable, the time it was first seen is taken and marked as guessed.
 */
export function publishedAtOf(written: readonly (string | null | undefined)[], now: Instant): PublishedAt {
  const at = firstDate(written, now);
  return at === null ? { publishedAt: now, dateGuessed: true } : { publishedAt: at, dateGuessed: false };
}

/** The same, or null when none is usable. A year or a month alone says nothing of an article. */
export function firstDate(written: readonly (string | null | undefined)[], now: Instant): Instant | null {
  for (const text of written) {
    const at = text == null || /^\s*\d{4}(?:-\d{1,2})?\s*$/.test(text) ? null : parseDate(text);
    if (at !== null && at >= EARLIEST && at <= now + MAX_AHEAD) return Math.min(at, now);
  }
  return null;
}
