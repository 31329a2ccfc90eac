import type { Instant, Window } from '../../domain/time.ts';

/**
 * Rows that one second has room for. Few, because an index by row keeps the distances between rows, and short ones take
 * fewer bytes. What does not fit, as when feeds with dates alone put a day's articles at midnight, goes on in the
 * seconds after: later rather than earlier, so that a day still has all that was published at its first second.
 */
export const rowsASecond = 2 ** 12;

/** The first row an article published in this second can have. Before 1970 counts as 1970. */
export function firstRowOf(at: Instant): number {
  return Math.max(0, Math.min(Math.floor(at / 1000), 2 ** 33 - 1)) * rowsASecond;
}

/** From inclusive, to exclusive. */
export type RowWindow = { readonly from: number; readonly to: number };

/** Rows of a window, widened to whole seconds. */
export function rowWindow({ from, to }: Window): RowWindow {
  return { from: firstRowOf(from), to: firstRowOf(Math.ceil(to / 1000) * 1000) };
}
