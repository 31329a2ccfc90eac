import { setTimeout as delay } from 'node:timers/promises';
import type { AnalysedArticle } from '../domain/analysed-article.ts';
import type { Article } from '../domain/article.ts';
import { CourantError, isCourantError } from '../domain/errors.ts';
import type { Feed } from '../domain/feed.ts';
import type { Clock } from '../domain/time.ts';
import { type FoundArticle, makeArticle } from './article.ts';
import type { ParsedFeed } from './feeds/parsed-feed.ts';
import { heedingBusyHosts } from './fetch/busy-hosts.ts';
import { type Fetched, type FetchRequest, fetchDocument, NO_VALIDATORS } from './fetch/fetch-document.ts';
import { guardedAgent, type Resolve } from './fetch/guarded-agent.ts';
import { HostTurns, type Sleep } from './fetch/host-turns.ts';
import { FEED_LIMITS, type FetchLimits, MIN_GAP_MS, PAGE_LIMITS, ROBOTS_LIMITS } from './fetch/limits.ts';
import type { AllowList } from './fetch/public-address.ts';
import { robotsAllow } from './fetch/robots.ts';
import type { KeyValues } from './key-values.ts';
import type { HubAnswer, HubRequest } from './poll/hub-callback.ts';
import { openHubDesk } from './poll/hub-desk.ts';
import { type PollRun, pollDueFeeds } from './poll/poll-due.ts';
import { type PollOutcome, pollFeed, takePushed } from './poll/poll-feed.ts';
import type { PollPorts, PollStore } from './poll/ports.ts';
import { ReaderPool } from './readers/reader-pool.ts';

const ACCEPT_FEED =
  'application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const ACCEPT_PAGE = 'text/html, application/xhtml+xml, */*;q=0.5';

/** How many feeds of one site are tried before it is said to have none. */
const MAX_TRIED = 6;

export type IngestOptions = {
  readonly store: PollStore;
  readonly keyValues: KeyValues;
  /** Takes the place of the analysis in a reader thread, where quotes and features are read out of an article. */
  readonly analyse?: (article: Article) => AnalysedArticle | Promise<AnalysedArticle>;
  readonly userAgent: string;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly sleep?: Sleep;
  /** Hosts and ranges inside the operator's network that may be asked all the same. */
  readonly allow?: AllowList;
  readonly resolve?: Resolve;
  readonly gapMs?: number;
  readonly limits?: { readonly feed?: FetchLimits; readonly page?: FetchLimits };
  readonly readerThreads?: number;
  /** Where we are reached from outside: feeds whose hub reaches us tell us of news themselves (WebSub). */
  readonly publicUrl?: string | null;
};

/** A feed found at an address a person gave: the address itself, or one that its page or site leads to. */
export type FoundFeed = { readonly url: string; readonly feed: ParsedFeed };

export type Ingest = {
  /** Polls all feeds that are due; returns how many. */
  pollDue(run: PollRun): Promise<number>;
  /** Polls one feed now, due or not. */
  poll(feed: Feed): Promise<PollOutcome>;
  /**
   * Finds and reads the feed at an address, or the first good one that the site behind it has.
   *
   * @throws CourantError that says why there is none
   */
  findFeed(address: string): Promise<FoundFeed>;
  /** Fetches one page, as robots.txt allows, and reads its article. Throws CourantError. */
  readArticle(url: string): Promise<Article>;
  /** Answers a WebSub hub that asks or delivers at our public address. */
  answerHub(request: HubRequest): Promise<HubAnswer>;
  close(): Promise<void>;
};

/** Puts the parts together: a guarded agent, turns by host, robots.txt, reader threads, and the store. */
export function openIngest(options: IngestOptions): Ingest {
  const { store, keyValues, userAgent } = options;
  const clock = options.clock ?? Date.now;
  const sleep = options.sleep ?? ((ms, whether) => delay(ms, undefined, whether));
  const dispatcher = guardedAgent({
    ...(options.allow && { allow: options.allow }),
    ...(options.resolve && { resolve: options.resolve }),
  });
  const turns = new HostTurns({ clock, sleep, gapMs: options.gapMs ?? MIN_GAP_MS });
  const readers = new ReaderPool({ threads: options.readerThreads ?? 1 });

  const fetchIn = (
    url: string,
    request: Omit<FetchRequest, 'dispatcher' | 'userAgent' | 'clock'>,
  ): Promise<Fetched> =>
    turns.run(URL.parse(url)?.host ?? url, () =>
      fetchDocument(url, { dispatcher, userAgent, clock, ...request }),
    );
  const fetchRobots = (url: string) => fetchIn(url, { limits: ROBOTS_LIMITS });
  // Who holds one host's turn must not wait for another's: two that are redirected to each other would wait for ever.
  const fetchRobotsAtOnce = (url: string) =>
    fetchDocument(url, { dispatcher, userAgent, clock, limits: ROBOTS_LIMITS });
  // Most polls bring nothing, and thousands of connections kept open for nothing cost both sides.
  const fetchFeed: PollPorts['fetchFeed'] = (url, validators) =>
    fetchIn(url, {
      limits: options.limits?.feed ?? FEED_LIMITS,
      accept: ACCEPT_FEED,
      validators,
      keepAlive: false,
    });
  const askUnlessBusy = heedingBusyHosts(clock);
  const fetchPage = async (url: string): Promise<Fetched> => {
    if (URL.canParse(url) && !(await robotsAllow(url, fetchRobots, keyValues)))
      return { kind: 'fault', fault: forbiddenByRobots(url), mayPass: false };
    return askUnlessBusy(URL.parse(url)?.host ?? url, () =>
      fetchIn(url, {
        limits: options.limits?.page ?? PAGE_LIMITS,
        accept: ACCEPT_PAGE,
        async beforeRedirect(next) {
          if (!(await robotsAllow(next, fetchRobotsAtOnce, keyValues))) throw forbiddenByRobots(next);
        },
      }),
    );
  };

  const hubs = options.publicUrl
    ? openHubDesk({ publicUrl: options.publicUrl, keyValues, dispatcher, userAgent, clock })
    : null;
  const ports: PollPorts = {
    store,
    keyValues,
    fetchFeed,
    fetchPage,
    readFeed: (source) => readers.read('feed', source),
    readEntry: (entry) => readers.read('entry', entry),
    readPage: (source): Promise<FoundArticle> => readers.read('page', source),
    analyse: options.analyse ?? ((article) => readers.read('analysis', article)),
    hubs,
    clock,
    random: options.random ?? Math.random,
  };

  const readFeedAt = async (url: string): Promise<FoundFeed> => {
    const fetched = documentOf(await fetchFeed(url, NO_VALIDATORS));
    const feed = await readers.read('feed', fetched);
    return { url: fetched.movedTo ?? url, feed };
  };

  return {
    pollDue: (run) => pollDueFeeds(ports, run),
    poll: (feed) => pollFeed(feed, ports),
    async findFeed(address) {
      const url = withScheme(address);
      const fetched = documentOf(await fetchFeed(url, NO_VALIDATORS));
      try {
        return { url: fetched.movedTo ?? url, feed: await readers.read('feed', fetched) };
      } catch (error) {
        // Only a page leads to feeds: beside a broken one another would be taken for it.
        if (!isCourantError(error, 'invalid') || !mayBePage(fetched.contentType)) throw error;
      }
      const candidates = await readers.read('feed-links', fetched);
      for (const candidate of candidates.slice(0, MAX_TRIED)) {
        const found = await readFeedAt(candidate.url).catch(() => null);
        if (found !== null) return found;
      }
      throw new CourantError('not-found', `No feed was found at ${new URL(url).host}.`, {
        mend: 'Look on the site for a link called RSS or Feed, and give that address.',
        reason: 'no-feed',
      });
    },
    async readArticle(url) {
      const fetched = documentOf(await fetchPage(withScheme(url)));
      const article = makeArticle(await readers.read('page', fetched), clock());
      if (article.text === '')
        throw new CourantError('not-found', `No article was found at ${new URL(fetched.url).host}.`, {
          reason: 'no-article',
        });
      return article;
    },
    async answerHub(request) {
      if (hubs === null) return { status: 404, body: '' };
      return hubs.answer(request, async (feedId, body, contentType) => {
        const feed = await store.feeds.get(feedId);
        // What can't be read comes with the next poll.
        if (feed?.state === 'active')
          await takePushed(feed, { body, contentType }, ports).catch((error: unknown) => {
            if (!isCourantError(error) || error.code === 'unavailable') throw error;
          });
      });
    },
    async close() {
      await Promise.all([dispatcher.close(), readers.close()]);
    },
  };
}

function documentOf(fetched: Fetched): Extract<Fetched, { kind: 'document' }> {
  if (fetched.kind === 'document') return fetched;
  if (fetched.kind === 'gone')
    throw new CourantError('not-found', 'The publisher has taken this down (410).', { reason: 'gone' });
  if (fetched.kind === 'unchanged')
    throw new CourantError(
      'unavailable',
      'The server says that nothing has changed, though nothing was had before.',
      { reason: 'not-modified' },
    );
  throw fetched.fault;
}

function mayBePage(contentType: string | null): boolean {
  return contentType === null || /html|text\/plain/i.test(contentType);
}

function forbiddenByRobots(url: string): CourantError {
  const { host } = new URL(url);
  return new CourantError('forbidden', `${host} asks bots not to fetch this page (robots.txt).`, {
    reason: 'robots',
  });
}

/** People leave "https://" out. */
function withScheme(address: string): string {
  const written = address.trim();
  return /^[a-z][a-z\d+.-]*:/i.test(written) && !/^[\w.-]+:\d+(?:\/|$)/.test(written)
    ? written
    : `https://${written}`;
}
