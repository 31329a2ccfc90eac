/** What commands can do beyond reading the store, in a process that posts and fetches. */
import type { App } from './app.ts';
import type { Services } from './command-context.ts';
import type { Queue } from './delivery/queue.ts';
import type { Digest } from './domain/digest.ts';
import type { Lazy } from './domain/lazily.ts';
import { editionRequest } from './editions/subscription-edition.ts';
import { windowNow } from './editions/window-now.ts';
import type { Ingest } from './ingest/open-ingest.ts';
import { createNotices } from './notices.ts';
import type { Platforms } from './platforms.ts';
import { deliverNow } from './schedule/deliver-now.ts';
import { createSourceDesk } from './source-desk.ts';

type Parts = Pick<Platforms, 'adapters'> & {
  readonly queue: Queue;
  readonly ingest: Lazy<Ingest>;
  readonly rewrite: (digest: Digest) => Promise<Digest>;
};

export function servicesOf(app: App, { adapters, queue, ingest, rewrite }: Parts): Services {
  const { store, log } = app;
  const notify = createNotices({ store, adapters, log });
  return {
    lost: (notice) => notify({ kind: 'paused', scope: 'channel', mend: null, ...notice }),
    sources: createSourceDesk(app, { findFeed: async (address) => (await ingest.get()).findFeed(address) }),
    async readPage(address) {
      const { analyseArticle } = await import('../digests/analyse-article.ts');
      return analyseArticle(await (await ingest.get()).readArticle(address));
    },
    async deliverNow(subscription) {
      const now = app.clock();
      const window = await windowNow(store, subscription, now);
      const digest = await app.makeEdition(await editionRequest(store, subscription, window));
      return deliverNow({ store, queue }, subscription, await rewrite(digest), now);
    },
  };
}
