/** What Discord says of its limits (discord.com/developers/docs/topics/rate-limits), heeded before the next call. */
import type { CourantError } from '../../src/domain/errors.ts';
import type { Clock, Instant } from '../../src/domain/time.ts';
import type { HttpAnswer } from '../http-call.ts';
import { rateLimited } from './errors.ts';
import type { Route, Verb } from './routes.ts';

export type RateLimits = {
  /** Counts a call that is about to be sent. @throws CourantError `rate-limited` where Discord would refuse it */
  enter(verb: Verb, route: Route): void;
  /** Remembers what an answer says; the error where it is a 429. `said` is its body, read. */
  heed(verb: Verb, route: Route, answer: HttpAnswer, said: unknown): CourantError | null;
};

const second = 1000;
const tenMinutes = 600_000;
/** Discord's clock and the way there are not ours. */
const margin = 50;
/** Refusals between two warnings: 10,000 in ten minutes are too many. */
const warnEvery = 500;
const bucketsRemembered = 1000;

export function createRateLimits(options: {
  readonly clock: Clock;
  /** For the whole bot. */
  readonly requestsPerSecond: number;
  warn(fields: object, message: string): void;
}): RateLimits {
  const { clock, requestsPerSecond, warn } = options;
  /** Only buckets that are empty, or were lately. */
  const emptyUntil = new Map<string, Instant>();
  let allUntil: Instant = 0;
  let thisSecond = { until: 0, left: requestsPerSecond };
  let refusals = { until: 0, count: 0 };

  function empty(bucket: string, until: Instant): void {
    emptyUntil.set(bucket, until);
    if (emptyUntil.size < bucketsRemembered) return;
    const now = clock();
    for (const [other, at] of emptyUntil) if (at <= now) emptyUntil.delete(other);
  }

  function countRefusal(now: Instant): void {
    if (refusals.until <= now) refusals = { until: now + tenMinutes, count: 0 };
    refusals.count++;
    if (refusals.count % warnEvery > 0) return;
    warn(
      { count: refusals.count },
      'Discord refuses many of our requests; at 10,000 in ten minutes it bans this address',
    );
  }

  return {
    enter(verb, route) {
      const now = clock();
      // Farther than a second away means that the clock was set back since.
      if (thisSecond.until <= now || thisSecond.until > now + second)
        thisSecond = { until: now + second, left: requestsPerSecond };
      const all = Math.max(allUntil, thisSecond.left < 1 ? thisSecond.until : 0);
      if (all > now) throw rateLimited(all, 'global', 'platform');
      const until = emptyUntil.size === 0 ? 0 : (emptyUntil.get(bucketOf(verb, route)) ?? 0);
      if (until > now) throw rateLimited(until, '429');
      thisSecond.left--;
    },
    heed(verb, route, { status, headers }, said) {
      const now = clock();
      const isShared = headers['x-ratelimit-scope'] === 'shared';
      if (status === 401 || status === 403 || (status === 429 && !isShared)) countRefusal(now);
      const resets = seconds(headers['x-ratelimit-reset-after']);
      if (status !== 429) {
        if (headers['x-ratelimit-remaining'] === '0' && resets > 0)
          empty(bucketOf(verb, route), now + resets * second + margin);
        return null;
      }
      const { retry_after, global } = Object(said);
      const until =
        now + Math.max(seconds(headers['retry-after']), seconds(retry_after), resets) * second + margin;
      if (global === true || headers['x-ratelimit-global'] !== undefined) {
        allUntil = until;
        return rateLimited(until, 'global', 'platform');
      }
      empty(bucketOf(verb, route), until);
      return rateLimited(until, '429');
    },
  };
}

/** One for each verb and route of a channel, server or the like; ids further on share it. */
function bucketOf(verb: Verb, route: Route): string {
  const [, kind, id, ...rest] = route.split('/');
  return [verb, kind, id, ...rest.map((step) => (/^\d+$/.test(step) ? ':id' : step))].join('/');
}

function seconds(value: unknown): number {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? number : 0;
}
