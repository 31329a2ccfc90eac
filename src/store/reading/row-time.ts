import type { Instant, Window } from '../../domain/time.ts';

/** Rows that one second has room for. 2^20 of them keep the numbers below 2^53 until the year 2240. */
export const rowsASecond = 2 ** 20;

/** The first row an article published in this second can have. Before 1970 counts as 1970. */
export function firstRowOf(at: Instant): number {
  return Math.max(0, Math.min(Math.floor(at / 1000), 2 ** 33 - 1)) * rowsASecond;
}

/** Rows of a window, from inclusive, to exclusive; both widened to whole seconds. */
export function rowWindow({ from, to }: Window): { from: number; to: number } {
  return { from: firstRowOf(from), to: firstRowOf(Math.ceil(to / 1000) * 1000) };
}
