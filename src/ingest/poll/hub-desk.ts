import { randomBytes } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { Clock } from '../../domain/time.ts';
import type { KeyValues } from '../key-values.ts';
import { HUB_CALLBACK_PATH, type HubAnswer, type HubRequest } from './hub-callback.ts';
import { type Hub, isSignedBy, subscribe, verifyIntent, type WebSubSubscription } from './web-sub.ts';

export type HubDesk = {
  /**
   * Sees to it that a feed's hub tells us of news: subscribes, renews before the grant ends, asks again some hours after
   * a hub did not answer. Returns whether the hub's grant stands now.
   */
  offer(feedId: string, hub: Hub): Promise<boolean>;
  /** Answers a hub; what it delivers, once its signature is checked, goes to `take`. */
  answer(
    request: HubRequest,
    take: (feedId: string, body: Uint8Array, contentType: string | null) => Promise<void>,
  ): Promise<HubAnswer>;
};

export type HubDeskOptions = {
  /** Where hubs reach us from outside, without a slash at the end. */
  readonly publicUrl: string;
  readonly keyValues: KeyValues;
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly clock: Clock;
};

const HOUR = 60 * 60_000;
const ASK_AGAIN_MS = 6 * HOUR;
const RENEW_BEFORE_MS = 24 * HOUR;

const stored = z.object({
  feedId: z.string(),
  topic: z.string(),
  hub: z.string(),
  secret: z.string(),
  until: z.number().nullable(),
  askedAt: z.number(),
});

type Kept = WebSubSubscription & { readonly askedAt: number };

export function openHubDesk({ publicUrl, keyValues, dispatcher, userAgent, clock }: HubDeskOptions): HubDesk {
  const keyOf = (feedId: string) => `websub:${feedId}`;
  const keep = (kept: Kept) =>
    keyValues.set(
      keyOf(kept.feedId),
      JSON.stringify(kept),
      Math.max(ASK_AGAIN_MS, (kept.until ?? 0) - clock()),
    );
  const find = async (feedId: string): Promise<Kept | null> => {
    const text = await keyValues.get(keyOf(feedId));
    const parsed = text === undefined ? null : stored.safeParse(JSON.parse(text));
    return parsed?.data ?? null;
  };

  return {
    async offer(feedId, { url, topic }) {
      const known = await find(feedId);
      const now = clock();
      const isSame = known !== null && known.hub === url && known.topic === topic;
      const stands = isSame && (known.until ?? 0) > now;
      const isFresh = isSame && (known.until ?? 0) > now + RENEW_BEFORE_MS;
      if (isFresh || (isSame && known.askedAt > now - ASK_AGAIN_MS)) return stands;
      const asked: Kept = {
        feedId,
        topic,
        hub: url,
        secret: isSame ? known.secret : randomBytes(32).toString('base64url'),
        until: isSame ? known.until : null,
        askedAt: now,
      };
      // Kept first: the hub may ask back before it has answered.
      await keep(asked);
      const callback = `${publicUrl}${HUB_CALLBACK_PATH}?feed=${encodeURIComponent(feedId)}`;
      // A hub that is not there costs nothing but a try every few hours: the feed is polled as ever.
      await subscribe(asked, callback, { dispatcher, userAgent }).catch(() => undefined);
      return stands;
    },

    async answer({ method, query, signature, contentType, body }, take) {
      const feedId = query.get('feed') ?? '';
      const known = await find(feedId);
      if (method === 'GET') {
        const intent = verifyIntent(query, known, clock());
        if (intent.status === 404 || known === null) return { status: 404, body: '' };
        if (intent.subscription === null) await keep({ ...known, until: null });
        else await keep({ ...known, until: intent.subscription.until });
        return { status: 200, body: intent.challenge };
      }
      if (method !== 'POST') return { status: 405, body: '' };
      if (known === null) return { status: 410, body: '' };
      // Section 8: what is not signed as agreed is acknowledged and left, so that nobody can try secrets.
      if (isSignedBy(known.secret, signature, body)) await take(feedId, body, contentType);
      return { status: 202, body: '' };
    },
  };
}
