/** `courant sources` and `courant fetch`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { App } from '../app.ts';
import { CourantError, isCourantError } from '../domain/errors.ts';
import { type Feed, newFeed } from '../domain/feed.ts';
import { withoutSecrets } from '../domain/without-secrets.ts';
import { type OpmlFeed, readOpml, writeOpml } from '../ingest/feeds/opml.ts';
import { FEEDS_AT_ONCE } from '../ingest/fetch/limits.ts';
import type { Ingest } from '../ingest/open-ingest.ts';
import type { PollOutcome } from '../ingest/poll/poll-feed.ts';
import { createSourceDesk, feedAt } from '../source-desk.ts';
import { complain, counted, type Io, print, say } from './io.ts';
import { showProgress } from './progress.ts';
import { withApp } from './with-app.ts';

const USER = 'command line';

export async function list(io: Io): Promise<number> {
  return withApp(io, async (app) => {
    const feeds = await app.store.feeds.list();
    if (feeds.length === 0) {
      sayNoSources(io);
      return 0;
    }
    const time = new Intl.DateTimeFormat(app.config.locale, {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: app.config.zone,
    });
    for (const feed of feeds.toSorted(mostFaultsFirst)) say(io, healthLine(feed, time));
    return 0;
  });
}

function sayNoSources(io: Io): void {
  say(io, `No sources yet. Add one: ${io.calledAs} sources add https://example.org`);
  say(io, `Or take the list that comes with Courant: ${io.calledAs} sources import --topic World`);
}

export async function add(io: Io, address: string): Promise<number> {
  return withIngest(io, async (app, ingest) => {
    const probe = await createSourceDesk(app, ingest).add(address, USER);
    say(
      io,
      `Added ${probe.outlet}: ${probe.feedUrl} (${entries(probe.entries)}). A running bot reads it at once.`,
    );
    return 0;
  });
}

export async function test(io: Io, address: string): Promise<number> {
  return withIngest(io, async (app, ingest) => {
    const probe = await createSourceDesk(app, ingest).test(address);
    say(
      io,
      `${probe.outlet}: ${probe.feedUrl}, ${entries(probe.entries)}${probe.entries > 0 ? '. The newest:' : '.'}`,
    );
    for (const title of probe.newestTitles) say(io, `  ${title}`);
    return 0;
  });
}

export async function remove(io: Io, address: string): Promise<number> {
  return withApp(io, async (app) => {
    const feed = await feedAt(app.store, address);
    await app.store.feeds.remove(feed.id);
    say(io, `Removed ${feed.outlet} (${feed.url}). Its articles stay.`);
    return 0;
  });
}

/** The list that comes with Courant. */
const ownList = fileURLToPath(new URL('../../samples/sources.opml', import.meta.url));

/** Adds the feeds of an OPML file without asking them; the poller says in their health what it finds. */
export async function importOpml(io: Io, file: string = ownList, topic?: string): Promise<number> {
  const { feeds: all, leftOut } = readOpml(readBytes(file));
  const chosen =
    topic === undefined ? all : all.filter(({ tags }) => tags.some((tag) => sameWord(tag, topic)));
  if (chosen.length === 0) {
    const tags = [...new Set(all.flatMap((feed) => feed.tags.slice(0, 1)))];
    throw new CourantError(
      'invalid',
      `${file} has no feeds${topic === undefined ? '' : ` under “${topic}”`}.`,
      {
        mend:
          tags.length > 0 ? `It has ${tags.join(', ')}.` : 'Export the subscriptions of your reader as OPML.',
      },
    );
  }
  return withApp(io, async (app) => {
    const progress = showProgress(io, 'added', app.clock);
    let added = 0;
    for (const feed of chosen) {
      if (await addUnlessThere(app, feed)) added += 1;
      progress.step(feed.url);
    }
    progress.end();
    const known = chosen.length - added;
    say(io, `Added ${counted(added, 'source')}${known > 0 ? `; ${known} already there` : ''}.`);
    for (const address of leftOut)
      complain(io, `Left out: ${withoutSecrets(address)} is no address that is read.`);
    say(io, `A running bot reads them from now on; to read them now: ${io.calledAs} fetch`);
    return 0;
  });
}

export async function exportOpml(io: Io): Promise<number> {
  return withApp(io, async (app) => {
    const feeds = (await app.store.feeds.list()).map(({ outlet, url, siteUrl, tags }) => ({
      title: outlet,
      url,
      siteUrl,
      tags,
    }));
    if (feeds.length === 0) {
      // Not where a file of sources is expected, and OPML has no empty list.
      complain(io, `No sources yet. Add one: ${io.calledAs} sources add https://example.org`);
      return 1;
    }
    print(io, writeOpml(feeds, 'Courant'));
    return 0;
  });
}

/** `courant fetch [--now]`: one round over the feeds that are due, or over all. */
export async function fetchFeeds(io: Io, { now = false }: { readonly now?: boolean }): Promise<number> {
  return withIngest(io, async (app, ingest) => {
    const { feeds } = app.store;
    if (now) {
      for (const feed of await feeds.list())
        if (feed.state === 'active') await feeds.save({ ...feed, nextPollAt: app.clock() });
    }
    const progress = showProgress(io, 'read', app.clock);
    const outcomes: PollOutcome[] = [];
    await ingest.pollDue({
      concurrency: FEEDS_AT_ONCE,
      onPolled(outcome) {
        outcomes.push(outcome);
        progress.step(outcome.feed.outlet);
      },
    });
    progress.end();
    for (const { feed, fault } of outcomes)
      if (fault !== null) complain(io, `${feed.outlet} (${feed.url}): ${fault}`);
    const sum = (part: 'added' | 'updated') => outcomes.reduce((total, outcome) => total + outcome[part], 0);
    if (outcomes.length > 0)
      say(
        io,
        `Read ${counted(outcomes.length, 'feed')}: ${counted(sum('added'), 'new article')}, ${sum('updated')} updated.`,
      );
    else if ((await feeds.list()).length === 0) sayNoSources(io);
    else say(io, 'No feed is due. With --now all are read.');
    return outcomes.some(({ fault }) => fault !== null) ? 1 : 0;
  });
}

async function addUnlessThere({ store, newId, clock }: App, feed: OpmlFeed): Promise<boolean> {
  const { url, siteUrl, tags, title } = feed;
  try {
    await store.feeds.add(
      newFeed({ id: newId(), url, siteUrl, tags, outlet: title ?? new URL(url).host }, clock()),
    );
    return true;
  } catch (error) {
    if (isCourantError(error, 'exists')) return false;
    throw error;
  }
}

function healthLine({ outlet, url, state, health }: Feed, time: Intl.DateTimeFormat): string {
  const mark = state !== 'active' ? '–' : health.faults > 0 ? '✗' : '✓';
  const parts = [
    state === 'active' ? null : state,
    health.lastFetchedAt === null ? 'not read yet' : `read ${time.format(health.lastFetchedAt)}`,
    health.articlesPerDay === null ? null : `${health.articlesPerDay.toFixed(1)} articles a day`,
    health.lastFault === null
      ? null
      : `${health.faults > 1 ? `${health.faults} faults, last: ` : ''}${health.lastFault}`,
  ];
  return `${mark} ${outlet}  ${url}\n    ${parts.filter(Boolean).join(' · ')}`;
}

const entries = (count: number) => `${count} ${count === 1 ? 'entry' : 'entries'}`;

const mostFaultsFirst = (a: Feed, b: Feed) =>
  b.health.faults - a.health.faults || a.outlet.localeCompare(b.outlet);

const sameWord = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new CourantError('invalid', `${file} can’t be read.`, {
      mend: 'Give the path of an OPML file, like samples/sources.opml.',
      cause,
    });
  }
}

/** The readers of pages and feeds are slow to load: only what fetches does. */
async function withIngest(io: Io, work: (app: App, ingest: Ingest) => Promise<number>): Promise<number> {
  return withApp(io, async (app) => {
    const { ingestOf } = await import('../polling.ts');
    const ingest = ingestOf(app);
    try {
      return await work(app, ingest);
    } finally {
      await ingest.close();
    }
  });
}
