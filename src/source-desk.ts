/** What `/sources` and `courant sources` do with feeds. */
import { saying } from '../adapters/message/phrases/saying.ts';
import type { App } from './app.ts';
import type { SourceDesk, SourceProbe } from './commands/context.ts';
import { Refusal } from './commands/refusal.ts';
import { type Feed, newFeed } from './domain/feed.ts';
import type { FoundFeed, Ingest } from './ingest/open-ingest.ts';

export function createSourceDesk({ store, clock, newId }: App, ingest: Pick<Ingest, 'findFeed'>): SourceDesk {
  return {
    async test(address) {
      return probeOf(await ingest.findFeed(address));
    },
    async add(address) {
      const known = await store.feeds.byUrl(address);
      if (known) throw alreadyRead(known);
      const found = await ingest.findFeed(address);
      const there = await store.feeds.byUrl(found.url);
      if (there) throw alreadyRead(there);
      const probe = probeOf(found);
      await store.feeds.add(
        newFeed({ id: newId(), url: found.url, outlet: probe.outlet, siteUrl: found.feed.link }, clock()),
      );
      return probe;
    },
    async remove(address) {
      const feed = await feedAt(store, address);
      await store.feeds.remove(feed.id);
    },
  };
}

/**
 * The stored feed at an address, with or without its scheme, or of that site.
 *
 * @throws CourantError `not-found`
 */
export async function feedAt(store: App['store'], address: string): Promise<Feed> {
  const exact = await store.feeds.byUrl(address);
  if (exact) return exact;
  const wanted = plain(address);
  const matches = (await store.feeds.list()).filter(
    ({ url, siteUrl, outlet }) =>
      plain(url) === wanted || (siteUrl !== null && plain(siteUrl) === wanted) || plain(outlet) === wanted,
  );
  const [only, second] = matches;
  if (second)
    throw new Refusal('invalid', saying('severalSources', { n: matches.length, address }), {
      mend: saying('nameOneOf', { addresses: matches.map(({ url }) => url).join(', ') }),
    });
  if (only) return only;
  throw new Refusal('not-found', saying('noSource', { address }), { mend: saying('listSources') });
}

const plain = (address: string) =>
  address
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');

function probeOf({ url, feed }: FoundFeed): SourceProbe {
  return {
    feedUrl: url,
    outlet: feed.title ?? new URL(url).host,
    entries: feed.entries.length,
    newestTitles: feed.entries.flatMap(({ title }) => title ?? []).slice(0, 5),
  };
}

function alreadyRead({ outlet, url }: Feed): Refusal {
  return new Refusal('exists', saying('readAlready', { outlet, url }), { mend: saying('seeHealth') });
}
