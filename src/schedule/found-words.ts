import type { Weekday } from '../domain/schedule.ts';

/** What the words of a schedule said so far. */
export type Found = {
  readonly times: Set<string>;
  days: readonly Weekday[] | null;
  zone: string | null;
  /** As they were typed. */
  readonly unread: string[];
  /** The hour read last, while a part of the day may still say which half it is of. */
  openTime: string | null;
  /** A part of the day whose hour may still come. */
  half: 'am' | 'pm' | null;
  /** Whether something was said that only means when: a bare number, a place, the name of a day may be a topic's. */
  isSure: boolean;
};

export function nothingFound(): Found {
  return {
    times: new Set(),
    days: null,
    zone: null,
    unread: [],
    openTime: null,
    half: null,
    isSure: false,
  };
}
