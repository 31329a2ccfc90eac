/** Turns what is due into digests and deliveries: each digest is built once for all who share it. */
import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Queue } from '../delivery/queue.ts';
import type { Digest } from '../domain/digest.ts';
import { describeError, isCourantError } from '../domain/errors.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant, Window } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { type Duty, dutyOf } from './due.ts';
import { ledgerRows } from './ledger-rows.ts';

/** What a digest is made of: subscriptions with equal orders share one. */
export type DigestOrder = {
  readonly topic: string;
  readonly window: Window;
  readonly mutedOutlets: readonly string[];
  readonly minOutlets: number;
  /** What else sets its readers apart, as `variantOf` says. */
  readonly variant: string;
  /** One of those it is for; any of them would do. */
  readonly reader: Subscription;
};

export type TickOptions = {
  readonly store: Pick<Store, 'subscriptions' | 'deliveries'>;
  readonly queue: Pick<Queue, 'announce'>;
  /** May throw `not-found` when there is no such topic; other errors leave the subscriptions due for the next tick. */
  buildDigest(order: DigestOrder): Promise<Digest>;
  /**
   * Names what sets a subscription's digest apart from others of its topic and window, such as what its channel has
   * had before; equal names share one digest. Left out, nothing does.
   */
  variantOf?(subscription: Subscription): Promise<string>;
  readonly onEvent: (event: ScheduleEvent) => void;
  /** A missed digest is made up for while younger than this, in milliseconds; at most its own period. */
  readonly grace?: number;
  /** Deliveries of one hour are spread over so many milliseconds, each channel always at the same place. */
  readonly jitter?: number;
  /** Subscriptions read at a time. */
  readonly batch?: number;
};

export type TickResult = {
  readonly due: number;
  /** Digests built. */
  readonly digests: number;
  /** Deliveries newly written, to be posted. */
  readonly deliveries: number;
  /** Ledger rows that only say why nothing is posted. */
  readonly skipped: number;
  /** Subscriptions left due because their digest could not be built. */
  readonly failed: number;
};

export type ScheduleEvent =
  | ({ readonly kind: 'ticked' } & TickResult)
  | {
      readonly kind: 'build-failed';
      readonly topic: string;
      readonly subscriptions: number;
      readonly error: unknown;
    }
  | { readonly kind: 'fault'; readonly error: unknown };

/** Rows written in one transaction: few enough that others get their turn. */
const transactionSize = 200;

/** Subscriptions of whom the store is asked at the same time: a distant database takes its time for each. */
const askedAtOnce = 100;

type Group = { readonly order: DigestOrder | null; readonly duties: Duty[] };

/**
 * Handles all that is due at `now`. Digest by digest: as soon as one is built its deliveries are written and
 * announced, so the first is on its way while the others are being built.
 */
export async function tick(options: TickOptions, now: Instant): Promise<TickResult> {
  const { store, batch = 10_000 } = options;
  const total = { due: 0, digests: 0, deliveries: 0, skipped: 0 };
  const failed = new Set<string>();
  for (;;) {
    // Those that failed in this tick are due still and come first: look past them.
    const found = await store.subscriptions.due(now, batch + failed.size);
    const failedBefore = failed.size;
    const duties = dutiesOf(options, found, now, failed);
    if (duties.length === 0 && failed.size === failedBefore) break;
    for (const { order, duties: sharing } of await grouped(options, duties)) {
      await yieldToOthers();
      const made = order ? await build(options, order, sharing.length) : nothing;
      if (made === 'failed') {
        for (const { subscription } of sharing) failed.add(subscription.id);
        continue;
      }
      if (made.digest) total.digests++;
      const written = await write(options, sharing, made, now);
      total.due += sharing.length;
      total.deliveries += written.deliveries;
      total.skipped += written.skipped;
    }
  }
  const result = { ...total, failed: failed.size };
  if (result.due + result.failed > 0) options.onEvent({ kind: 'ticked', ...result });
  return result;
}

/** What is to be done for those that have not failed. One whose zone this Node does not know fails, and it alone. */
function dutiesOf(
  { grace = Number.POSITIVE_INFINITY, onEvent }: TickOptions,
  found: readonly Subscription[],
  now: Instant,
  failed: Set<string>,
): readonly Duty[] {
  return found.flatMap((subscription) => {
    if (failed.has(subscription.id)) return [];
    try {
      return dutyOf(subscription, now, grace) ?? [];
    } catch (error) {
      failed.add(subscription.id);
      onEvent({ kind: 'build-failed', topic: subscription.topic, subscriptions: 1, error });
      return [];
    }
  });
}

type Made = { readonly digest: Digest | null; readonly obstacle: string | null };
const nothing: Made = { digest: null, obstacle: null };

async function build(
  { buildDigest, onEvent }: TickOptions,
  order: DigestOrder,
  count: number,
): Promise<Made | 'failed'> {
  try {
    return { digest: await buildDigest(order), obstacle: null };
  } catch (error) {
    // A topic that is gone will not be there in a minute; anything else may.
    if (isCourantError(error, 'not-found')) return { digest: null, obstacle: describeError(error) };
    onEvent({ kind: 'build-failed', topic: order.topic, subscriptions: count, error });
    return 'failed';
  }
}

/** Those who share a digest together; those who need none, because nothing is due or their window is empty, in a group of their own. */
async function grouped(options: TickOptions, duties: readonly Duty[]): Promise<Iterable<Group>> {
  const groups = new Map<string, Group>();
  for (let from = 0; from < duties.length; from += askedAtOnce) {
    const some = duties.slice(from, from + askedAtOnce);
    const orders = await Promise.all(some.map((duty) => orderOf(options, duty)));
    for (const [index, duty] of some.entries()) {
      const order = orders[index] ?? null;
      const key = order ? keyOf(order) : '';
      const group = groups.get(key) ?? { order, duties: [] };
      groups.set(key, group);
      group.duties.push(duty);
    }
  }
  return groups.values();
}

/** Null where nothing is due, or its window is empty. */
async function orderOf(options: TickOptions, { due, subscription }: Duty): Promise<DigestOrder | null> {
  if (due === null || due.window.from >= due.window.to) return null;
  const { topic, options: wishes } = subscription;
  return {
    topic,
    window: due.window,
    mutedOutlets: wishes.mutedOutlets.toSorted(),
    minOutlets: wishes.minOutlets,
    variant: (await options.variantOf?.(subscription)) ?? '',
    reader: subscription,
  };
}

function keyOf({ topic, window, mutedOutlets, minOutlets, variant }: DigestOrder): string {
  return JSON.stringify([topic, window.from, window.to, mutedOutlets, minOutlets, variant]);
}

async function write(
  { store, queue, jitter = 0 }: TickOptions,
  sharing: readonly Duty[],
  made: Made,
  now: Instant,
): Promise<{ readonly deliveries: number; readonly skipped: number }> {
  let posting = 0;
  let silent = 0;
  for (let from = 0; from < sharing.length; from += transactionSize) {
    const rows = sharing
      .slice(from, from + transactionSize)
      .map((duty) => ledgerRows(duty, made, now, jitter));
    const deliveries = rows.flatMap((row) => row.deliveries);
    const digests = made.digest && deliveries.some(({ digestId }) => digestId !== null) ? [made.digest] : [];
    const advances = rows.map(({ advance }) => advance);
    const written = new Set(await store.deliveries.plan({ digests, deliveries, advances }));
    const toPost = deliveries.filter(({ id, state }) => state === 'pending' && written.has(id));
    if (toPost.length > 0) {
      await queue.announce(
        toPost.map(({ id, channel, nextAttemptAt }) => ({ id, channel, at: nextAttemptAt })),
      );
    }
    posting += toPost.length;
    silent += written.size - toPost.length;
  }
  return { deliveries: posting, skipped: silent };
}
