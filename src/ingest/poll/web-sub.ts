/** WebSub (https://www.w3.org/TR/websub/): being told of news instead of asking. Needs a public address of our own. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { CourantError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';

/** A subscription asked for, or granted once `until` is set. */
export type WebSubSubscription = {
  readonly feedId: string;
  /** The feed's address as the hub knows it. */
  readonly topic: string;
  readonly hub: string;
  /** Known to us and the hub only: signs what it delivers. */
  readonly secret: string;
  /** When the hub's grant ends; null until it has been verified. */
  readonly until: Instant | null;
};

const LEASE_SECONDS = 7 * 24 * 60 * 60;
const MAX_LEASE_SECONDS = 30 * 24 * 60 * 60;
const TIMEOUT_MS = 15_000;

/** A hub that a feed names, and the address under which it knows the feed. */
export type Hub = { readonly url: string; readonly topic: string };

/** Asks a hub to deliver; it answers with a request to `callback`, which `verifyIntent` answers. */
export async function subscribe(
  { topic, hub, secret }: WebSubSubscription,
  callback: string,
  { dispatcher, userAgent }: { readonly dispatcher: Dispatcher; readonly userAgent: string },
): Promise<void> {
  const url = new URL(hub);
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': callback,
    'hub.secret': secret,
    'hub.lease_seconds': String(LEASE_SECONDS),
  });
  const { statusCode, body } = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': userAgent },
    body: form.toString(),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await body.dump({ limit: 16 * 1024 }).catch(() => undefined);
  if (statusCode < 200 || statusCode > 299)
    throw new CourantError('refused', `The hub ${url.host} answers ${statusCode}.`, {
      reason: String(statusCode),
    });
}

/** A hub's question whether we really asked: what to answer, and the subscription as it then stands. */
export type Intent =
  | { readonly status: 200; readonly challenge: string; readonly subscription: WebSubSubscription | null }
  | { readonly status: 404 };

/**
 * Answers a hub's GET (section 5.3). Only what we asked for is confirmed: anybody can send such a request.
 * A denial (5.2) drops the subscription.
 */
export function verifyIntent(
  query: URLSearchParams,
  subscription: WebSubSubscription | null,
  now: Instant,
): Intent {
  const mode = query.get('hub.mode');
  const challenge = query.get('hub.challenge');
  if (subscription === null || query.get('hub.topic') !== subscription.topic) return { status: 404 };
  if (mode === 'denied') return { status: 200, challenge: '', subscription: null };
  if (mode !== 'subscribe' || challenge === null || challenge.length > 1_000) return { status: 404 };
  const seconds = Number(query.get('hub.lease_seconds') ?? LEASE_SECONDS);
  const lease =
    Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, MAX_LEASE_SECONDS) : LEASE_SECONDS;
  return { status: 200, challenge, subscription: { ...subscription, until: now + lease * 1000 } };
}

const ALGORITHMS = new Set(['sha1', 'sha256', 'sha384', 'sha512']);

/** Whether `X-Hub-Signature` ("sha256=…", section 7.1) was made with our secret over just this body. */
export function isSignedBy(secret: string, signature: string | null, body: Uint8Array): boolean {
  const [algorithm = '', hex = ''] = (signature ?? '').split('=');
  if (!ALGORITHMS.has(algorithm) || !/^(?:[0-9a-f]{2})+$/i.test(hex)) return false;
  const expected = createHmac(algorithm, secret).update(body).digest();
  const given = Buffer.from(hex, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
