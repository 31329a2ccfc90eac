import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_RHYTHM } from '../../../src/ingest/feeds/parsed-feed.ts';
import {
  backoff,
  medianGap,
  outsideSkippedHours,
  pollInterval,
  type Signals,
} from '../../../src/ingest/poll/interval.ts';
import { isSignedBy, verifyIntent } from '../../../src/ingest/poll/web-sub.ts';

const now = Date.UTC(2025, 5, 2, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const quiet: Signals = {
  now,
  published: [],
  rhythm: NO_RHYTHM,
  freshSeconds: null,
  before: null,
  isUnchanged: false,
  isPushed: false,
};
const every = (gap: number) => Array.from({ length: 10 }, (_, n) => now - n * gap);

describe('the interval between polls', () => {
  it("follows the feed's own rhythm", () => {
    expect(pollInterval({ ...quiet, published: every(2 * HOUR) })).toBe(HOUR);
    expect(pollInterval({ ...quiet, published: every(MINUTE) })).toBe(10 * MINUTE);
    expect(pollInterval({ ...quiet, published: every(7 * 24 * HOUR) })).toBe(12 * HOUR);
  });

  it('is no shorter than the publisher asks, within reason', () => {
    const busy = { ...quiet, published: every(MINUTE) };
    expect(pollInterval({ ...busy, rhythm: { ...NO_RHYTHM, ttlMinutes: 60 } })).toBe(HOUR);
    expect(pollInterval({ ...busy, freshSeconds: 1800 })).toBe(30 * MINUTE);
    expect(pollInterval({ ...busy, rhythm: { ...NO_RHYTHM, periodMinutes: 525_600 } })).toBe(6 * HOUR);
  });

  it('grows while the feed stays the same', () => {
    expect(pollInterval({ ...quiet, before: HOUR, isUnchanged: true })).toBe(1.25 * HOUR);
  });

  it('stays within its bounds whatever a feed says', () => {
    const dates = fc.array(fc.integer({ min: 0, max: now }));
    fc.assert(
      fc.property(
        dates,
        fc.option(fc.double({ noNaN: true })),
        fc.option(fc.double({ min: 0, noNaN: true })),
        fc.boolean(),
        (published, fresh, ttl, isUnchanged) => {
          const interval = pollInterval({
            ...quiet,
            published,
            freshSeconds: fresh,
            rhythm: { ...NO_RHYTHM, ttlMinutes: ttl },
            isUnchanged,
          });
          expect(Number.isInteger(interval)).toBe(true);
          expect(interval).toBeGreaterThanOrEqual(10 * MINUTE);
          expect(interval).toBeLessThanOrEqual(12 * HOUR);
        },
      ),
    );
  });

  it('needs three dates to know a rhythm', () => {
    expect(medianGap([now, now - HOUR])).toBeNull();
    expect(medianGap(every(HOUR))).toBe(HOUR);
  });
});

it('after faults the wait doubles up to a day, with some chance', () => {
  expect([1, 2, 3, 20].map((faults) => backoff(faults, 0.5) / MINUTE)).toEqual([15, 30, 60, 1440]);
  expect(backoff(1, 0)).toBeLessThan(backoff(1, 1));
});

it('hours in which there is nothing new are left out', () => {
  expect(outsideSkippedHours(now + MINUTE, [12, 13])).toBe(now + 2 * HOUR);
  expect(outsideSkippedHours(now, [1])).toBe(now);
  expect(
    outsideSkippedHours(
      now,
      Array.from({ length: 24 }, (_, hour) => hour),
    ),
  ).toBe(now);
});

describe('WebSub', () => {
  const subscription = {
    feedId: 'f',
    topic: 'https://courier.example/feed',
    hub: 'https://hub.example/',
    secret: 's',
    until: null,
  };
  const query = (more: Record<string, string>) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.topic': subscription.topic,
      'hub.challenge': 'c',
      ...more,
    });

  it('confirms only what was asked for', () => {
    expect(verifyIntent(query({ 'hub.lease_seconds': '60' }), subscription, now)).toEqual({
      status: 200,
      challenge: 'c',
      subscription: { ...subscription, until: now + MINUTE },
    });
    expect(verifyIntent(query({ 'hub.topic': 'https://other.example/' }), subscription, now)).toEqual({
      status: 404,
    });
    expect(verifyIntent(query({}), null, now)).toEqual({ status: 404 });
    expect(verifyIntent(query({ 'hub.mode': 'denied' }), subscription, now)).toMatchObject({
      subscription: null,
    });
  });

  it('takes only what is signed', () => {
    const body = new TextEncoder().encode('<rss/>');
    const sign = (algorithm: string) =>
      `${algorithm}=${createHmac(algorithm, 's').update(body).digest('hex')}`;
    expect(isSignedBy('s', sign('sha256'), body)).toBe(true);
    expect(isSignedBy('s', sign('sha1'), body)).toBe(true);
    expect(isSignedBy('other', sign('sha256'), body)).toBe(false);
    expect(isSignedBy('s', sign('sha256'), new TextEncoder().encode('<rss>'))).toBe(false);
    for (const signature of [null, '', 'sha256', 'sha256=', 'sha256=zz', 'md5=00'])
      expect(isSignedBy('s', signature, body)).toBe(false);
  });
});
