/** When a failed try is tried again, and when it is given up. */
import type { Instant } from '../domain/time.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

export const MOST_ATTEMPTS = 8;
/** Waiting for one's turn does not count as an attempt, but a digest this old is no news any more. */
export const OLDEST_WORTH_POSTING = 24 * hour;

export const SHORTEST_BACKOFF = 30 * second;
const longestBackoff = hour;

/**
 * Exponential backoff with full jitter, 30 s doubling up to 1 h: any moment of the span is as likely, so that
 * channels that failed together do not come back together (aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter).
 * @param attempts how many have failed, from 1
 * @param shortest the first span, milliseconds
 * @param random from 0 inclusive to 1 exclusive
 */
export function backoff(attempts: number, random: () => number, shortest: number = SHORTEST_BACKOFF): number {
  const span = Math.min(longestBackoff, shortest * 2 ** (attempts - 1));
  return Math.max(Math.min(second, shortest), Math.floor(random() * span));
}

/** Whether another try is still worth it. */
export function worthRetrying(delivery: { attempts: number; dueAt: Instant }, now: Instant): boolean {
  return delivery.attempts < MOST_ATTEMPTS && now - delivery.dueAt < OLDEST_WORTH_POSTING;
}
