import type { PollOutcome } from './poll-feed.ts';
import { pollFeed } from './poll-feed.ts';
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
 * Polls every feed that is due, longest due first, until none is; feeds are claimed a few at a time, so that ten
 * thousand of them are a stream and not a list. Returns how many were polled.
 */
export async function pollDueFeeds(
  ports: PollPorts,
  { concurrency, signal, onPolled }: PollRun,
): Promise<number> {
  let polled = 0;
  let isDry = false;
  const worker = async (): Promise<void> => {
    while (!isDry && !signal?.aborted) {
      const [feed] = await ports.store.feeds.claimDue({ now: ports.clock(), leaseFor: LEASE_MS, limit: 1 });
      if (feed === undefined) {
        isDry = true;
        return;
      }
      onPolled?.(await pollFeed(feed, ports));
      polled++;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return polled;
}
