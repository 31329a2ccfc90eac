/** The poller, composed: ingest over this installation's store, and the loop that asks for what is due. */
import { setTimeout as delay } from 'node:timers/promises';
import Keyv from 'keyv';
import type { App } from './app.ts';
import { describeError } from './domain/errors.ts';
import { FEEDS_AT_ONCE } from './ingest/fetch/limits.ts';
import { userAgent } from './ingest/fetch/user-agent.ts';
import { type Ingest, openIngest } from './ingest/open-ingest.ts';
import type { PollOutcome } from './ingest/poll/poll-feed.ts';
import { forgetOld } from './ingest/retention.ts';
import { ownVersion } from './own-version.ts';

/** How often the store is asked for feeds that have fallen due. */
const LOOK_EVERY_MS = 20_000;
const PRUNE_EVERY_MS = 6 * 60 * 60_000;

export function ingestOf({ config, store, clock }: App): Ingest {
  return openIngest({
    store,
    keyValues: new Keyv<string>({ store: store.keyValues, namespace: 'ingest' }),
    userAgent: userAgent(ownVersion(), config.fetch.contact),
    clock,
    allow: config.fetch.allowHosts,
    publicUrl: config.web.publicUrl,
  });
}

/**
 * Polls what is due until it is stopped, and deletes what is older than the retention. A store that can't serve is
 * logged and asked again with the next look: nothing that was not stored is marked as known.
 *
 * @returns stops it: no feed is begun any more, those under way end first
 */
export function startPolling(
  app: App,
  ingest: Ingest,
  onPolled: (outcome: PollOutcome) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let pruneAt = 0;

  async function look(): Promise<void> {
    await ingest.pollDue({ concurrency: FEEDS_AT_ONCE, signal, onPolled });
    if (app.clock() < pruneAt) return;
    pruneAt = app.clock() + PRUNE_EVERY_MS;
    const gone = await forgetOld(app.store.articles, app.config.retention, app.clock());
    if (gone > 0)
      app.log.info({ articles: gone }, 'deleted articles beyond RETENTION_DAYS or RETENTION_ARTICLES');
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await look().catch((error: unknown) =>
        app.log.error({ reason: describeError(error) }, 'polling stopped; it goes on with the next look'),
      );
      await delay(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
