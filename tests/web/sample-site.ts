/** The pages as the service shows them, over the sample articles, on a port of their own. */
import { openApp } from '../../src/app.ts';
import { editionOf, everything } from '../../src/cli/digest.ts';
import { readConfig } from '../../src/config.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { previews } from '../../src/previews.ts';
import { loadSamples } from '../../src/samples.ts';
import { createPages } from '../../src/web/pages.ts';
import { type RunningServer, startServer } from '../../src/web/server.ts';

/** Later than the samples, always the same. */
const now = Date.parse('2025-02-19T08:00:00Z');

export type SampleSite = RunningServer & {
  /** The digest every page shows. */
  readonly digest: Digest;
};

export async function startSampleSite({ locale = 'en', zone = 'UTC' } = {}): Promise<SampleSite> {
  const config = readConfig({ DATABASE_URL: ':memory:', LOCALE: locale, TIMEZONE: zone });
  const app = await openApp(config, { clock: () => now });
  await loadSamples(app.store, app.clock);
  const digest = await editionOf(app, everything, null);
  const pages = createPages({
    store: app.store,
    today: async () => digest,
    zone,
    locale,
    showDigests: true,
    notReady: async () => null,
    metrics: async () => '',
    previews,
  });
  const server = await startServer(pages, [], { host: '127.0.0.1', port: 0 });
  return {
    digest,
    url: server.url,
    async close() {
      await server.close();
      await app.store.close();
    },
  };
}
