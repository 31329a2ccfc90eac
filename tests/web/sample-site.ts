/** The pages as the service shows them, over the sample articles, on a port of their own. */
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { editionOf, everything } from '../../src/editions/todays-edition.ts';
import { previews } from '../../src/previews.ts';
import { loadSamples } from '../../src/samples.ts';
import type { Store } from '../../src/store/store.ts';
import { operatorView } from '../../src/web/operator/view.ts';
import { createPages } from '../../src/web/pages.ts';
import { reachOf } from '../../src/web/reach.ts';
import type { Readiness } from '../../src/web/readiness.ts';
import { type RunningServer, startServer } from '../../src/web/server.ts';

/** Later than the samples, always the same. */
export const sampleNow = Date.parse('2025-02-19T08:00:00Z');

export type SampleSite = RunningServer & {
  /** The digest every page shows. */
  readonly digest: Digest;
  /** Turns the clock on. */
  later(milliseconds: number): void;
};

export type SampleSiteOptions = {
  readonly locale?: string;
  readonly zone?: string;
  /** Environment variables beside these. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Puts more into the store than the samples. */
  readonly fill?: (store: Store) => Promise<void>;
  /** Told of each wrong operator token. */
  readonly onRefused?: () => void;
  /** What the database does not let it do; without it, it may do all. */
  readonly readiness?: Partial<Readiness>;
};

export async function startSampleSite({
  locale = 'en',
  zone = 'UTC',
  settings = {},
  fill,
  onRefused = () => {},
  readiness = {},
}: SampleSiteOptions = {}): Promise<SampleSite> {
  let now = sampleNow;
  const config = readConfig({ ...settings, DATABASE_URL: ':memory:', LOCALE: locale, TIMEZONE: zone });
  const app = await openApp(config, { clock: () => now });
  await loadSamples(app.store, app.clock);
  await fill?.(app.store);
  const digest = await editionOf(app, everything, null);
  const { web } = config;
  const pages = createPages({
    store: app.store,
    clock: app.clock,
    today: async () => digest,
    zone,
    locale,
    reach: reachOf(web),
    publicTopics: web.publicTopics,
    readiness: async () => ({ unreadable: null, unwritable: null, ...readiness }),
    metrics: async () => 'courant_deliveries_total 0\n',
    previews,
    operator: {
      token: web.operatorToken,
      clock: app.clock,
      zone,
      https: web.publicUrl?.startsWith('https:') ?? false,
      view: () => operatorView(app.store, { now, version: '1.2.3', connected: ['slack'] }),
      onRefused,
    },
    onFault: (error) => {
      throw error;
    },
  });
  const server = await startServer(
    async () => pages,
    [],
    { host: '127.0.0.1', port: 0 },
    (error) => {
      throw error;
    },
  );
  return {
    digest,
    url: server.url,
    later(milliseconds) {
      now += milliseconds;
    },
    async close() {
      await server.close();
      await app.store.close();
    },
  };
}
