import { describeError, isCourantError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import type { PollOutcome } from './poll-feed.ts';
import { failed, pollFeed } from './poll-feed.ts';
import type { PollPorts } from './ports.ts';

/** Longer than a feed with forty slow pages takes; after it another process may take the feed. */
const LEASE_MS = 15 * 60_000;

export type PollRun = {
  /** How many feeds at once; hosts take turns besides. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
  readonly onPolled?: (outcome: PollOutcome) => void;
};

/**
 * Polls every feed that is due, longest due first, until none is; feeds are claimed as many at a time as are polled
 * at once, so that ten thousand of them are a stream and not a list. Returns how many were polled.
 *
 * @throws when the store can't serve; feeds begun are ended first, those claimed and not begun come back with their lease
 */
export async function pollDueFeeds(
  ports: PollPorts,
  { concurrency, signal, onPolled }: PollRun,
): Promise<number> {
  let polled = 0;
  let isOver = false;
  let claimed: Feed[] = [];
  let claiming: Promise<void> | null = null;

  const claim = async (): Promise<void> => {
    const now = ports.clock();
    claimed = [...(await ports.store.feeds.claimDue({ now, leaseFor: LEASE_MS, limit: concurrency }))];
    if (claimed.length === 0) isOver = true;
  };
  const next = async (): Promise<Feed | undefined> => {
    while (claimed.length === 0 && !isOver && !signal?.aborted) {
      claiming ??= claim().finally(() => {
        claiming = null;
      });
      await claiming;
    }
    return signal?.aborted || isOver ? undefined : claimed.shift();
  };
  const worker = async (): Promise<void> => {
    for (let feed = await next(); feed !== undefined; feed = await next()) {
      const outcome = await pollAlone(feed, ports);
      if (outcome === null) continue;
      polled++;
      onPolled?.(outcome);
    }
  };
  const workers = Array.from({ length: concurrency }, () =>
    worker().catch((error: unknown) => {
      isOver = true;
      throw error;
    }),
  );
  const faults = (await Promise.allSettled(workers)).filter(({ status }) => status === 'rejected');
  const [fault] = faults as readonly PromiseRejectedResult[];
  if (fault !== undefined) throw fault.reason;
  // What was claimed when the signal came is due again at once, for whoever asks next.
  for (const feed of claimed) await ports.store.feeds.save(feed).catch(() => undefined);
  return polled;
}

/**
 * What one feed brings on is its own fault and stops no other; only a store that can't serve does. A feed may be removed
 * while it is polled: what was stored by then stays, and the outcome is null.
 */
async function pollAlone(feed: Feed, ports: PollPorts): Promise<PollOutcome | null> {
  try {
    return await pollFeed(feed, ports);
  } catch (error) {
    if (isCourantError(error, 'unavailable')) throw error;
    if ((await ports.store.feeds.get(feed.id)) === null) return null;
    return failed(
      feed,
      { message: describeError(error), reason: isCourantError(error) ? error.reason : undefined },
      ports,
      null,
    );
  }
}
