import { canonicalizeUrl } from '../../domain/canonical-url.ts';
import { describeError, isCourantError } from '../../domain/errors.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Instant } from '../../domain/time.ts';
import { firstDate } from '../dates/published-at.ts';
import { NO_RHYTHM, type ParsedEntry, type ParsedFeed } from '../feeds/parsed-feed.ts';
import { type Fetched, NO_VALIDATORS } from '../fetch/fetch-document.ts';
import { backoff, outsideSkippedHours, pollInterval } from './interval.ts';
import { hashOf, type PollMemory, recall, remember } from './poll-memory.ts';
import type { PollPorts } from './ports.ts';
import { takeEntry } from './take-entry.ts';
import type { Hub } from './web-sub.ts';

export type PollOutcome = {
  readonly feed: Feed;
  readonly added: number;
  readonly updated: number;
  readonly known: number;
  /** What went wrong, as one sentence; null when nothing did. */
  readonly fault: string | null;
};

type Counts = { added: number; updated: number; known: number };

/** Pages asked for in one poll: a new feed of hundreds of teasers is filled over several. */
const MAX_ENTRIES_A_POLL = 40;

const MAX_MARK = 500;

/**
 * Polls one feed: asks for it, takes in what is new or edited, saves its health and when it is due again. Every
 * article is stored before its entry is marked as known, so a process killed anywhere loses nothing and repeats little.
 * Throws only when the store can't serve.
 */
export async function pollFeed(feed: Feed, ports: PollPorts): Promise<PollOutcome> {
  const memory = await recall(ports.keyValues, feed.id);
  const fetched = await ports.fetchFeed(feed.url, memory.validators);
  const movedTo = 'movedTo' in fetched ? fetched.movedTo : null;
  const there = movedTo === null ? null : await ports.store.feeds.byUrl(movedTo);
  if (there !== null && there.id !== feed.id)
    return ended(feed, ports, {
      message: `It has moved to ${there.url}, which is read already.`,
      reason: 'moved',
    });
  switch (fetched.kind) {
    case 'document':
      return takeDocument(feed, fetched, memory, ports);
    case 'unchanged':
      return unchanged(feed, fetched, memory, ports);
    case 'gone':
      return ended(feed, ports, { message: 'The publisher has ended this feed (410).', reason: 'gone' });
    default:
      return failed(feed, fetched.fault, ports, fetched.fault.retryAt ?? null);
  }
}

async function takeDocument(
  feed: Feed,
  fetched: Extract<Fetched, { kind: 'document' }>,
  memory: PollMemory,
  ports: PollPorts,
): Promise<PollOutcome> {
  const bodyHash = hashOf(fetched.body);
  if (bodyHash === memory.bodyHash)
    return unchanged(feed, fetched, { ...memory, validators: fetched.validators }, ports);
  let parsed: ParsedFeed;
  try {
    parsed = await ports.readFeed({ body: fetched.body, contentType: fetched.contentType, url: fetched.url });
  } catch (error) {
    if (!isCourantError(error)) throw error;
    return failed(feed, { message: describeError(error), reason: error.reason }, ports, null);
  }
  const { counts, isComplete } = await takeEntries(feed, parsed, ports);
  const now = ports.clock();
  const published = datesOf(parsed, now);
  const hub = hubOf(feed, parsed, fetched);
  const intervalMs = pollInterval({
    now,
    published,
    rhythm: parsed.rhythm,
    freshSeconds: fetched.freshSeconds,
    before: memory.intervalMs,
    isUnchanged: false,
    isPushed: await isPushed(feed, hub, ports),
  });
  // What is not yet taken in must come again, so neither the validators nor the hash may say that it has.
  const next = isComplete
    ? { validators: fetched.validators, bodyHash, intervalMs, hub }
    : { ...memory, bodyHash: null, validators: NO_VALIDATORS, intervalMs, hub };
  await remember(ports.keyValues, feed.id, next, memory);
  const saved: Feed = {
    ...feed,
    url: fetched.movedTo ?? feed.url,
    siteUrl: feed.siteUrl ?? parsed.link,
    nextPollAt: outsideSkippedHours(now + intervalMs, parsed.rhythm.skipHours),
    health: {
      lastFetchedAt: now,
      lastChangedAt: now,
      lastArticleAt: published.length > 0 ? Math.max(...published) : feed.health.lastArticleAt,
      faults: 0,
      lastFault: null,
      articlesPerDay: perDay(published) ?? feed.health.articlesPerDay,
    },
  };
  await ports.store.feeds.save(saved);
  return {
    feed: saved,
    ...counts,
    fault: null,
  };
}

/**
 * An entry is known by its guid, and by its address with a print of what it says: a known guid with a new print is an
 * article that was edited, and is taken in again.
 */
async function takeEntries(
  feed: Feed,
  parsed: ParsedFeed,
  ports: PollPorts,
): Promise<{ counts: Counts; isComplete: boolean }> {
  const counts: Counts = { added: 0, updated: 0, known: 0 };
  const marked = parsed.entries.map((entry) => ({ entry, ...marksOf(entry) }));
  const known = await ports.store.feeds.knownGuids(
    feed.id,
    marked.flatMap(({ guid, print }) => [guid, print]),
  );
  const fresh = marked.filter(({ print }) => !known.has(print));
  counts.known = marked.length - fresh.length;
  let isComplete = fresh.length <= MAX_ENTRIES_A_POLL;
  for (const { entry, guid, print } of fresh.slice(0, MAX_ENTRIES_A_POLL)) {
    const { article, isFinal } = await takeEntry(entry, parsed, feed, ports);
    isComplete &&= isFinal;
    const [stored] = article === null ? [] : await ports.store.articles.add([article]);
    if (stored) counts[stored.outcome]++;
    const id = stored?.id ?? known.get(guid) ?? '';
    const marks = isFinal ? [guid, print] : [guid];
    await ports.store.feeds.rememberGuids(feed.id, new Map(marks.map((mark) => [mark, id])));
  }
  return { counts, isComplete };
}

/** Some feeds make up their guids anew each time, and count their readers by markup that is never the same. */
function marksOf(entry: ParsedEntry): { guid: string; print: string } {
  const { title, summary, content, updated } = entry;
  const guid = (entry.id ?? entry.link ?? hashOf(`${title}\n${summary}`)).slice(0, MAX_MARK);
  const place = (canonicalizeUrl(entry.link ?? '') ?? guid).slice(0, MAX_MARK);
  const said = [title, summary, content].map((text) => text?.replace(/<[^<>]*>/g, ' ') ?? null);
  return { guid, print: `${place}#${hashOf(JSON.stringify([...said, updated]))}` };
}

async function unchanged(
  feed: Feed,
  fetched: { readonly movedTo: string | null; readonly freshSeconds: number | null },
  memory: PollMemory,
  ports: PollPorts,
): Promise<PollOutcome> {
  const now = ports.clock();
  const intervalMs = pollInterval({
    now,
    published: [],
    rhythm: NO_RHYTHM,
    freshSeconds: fetched.freshSeconds,
    before: memory.intervalMs,
    isUnchanged: true,
    isPushed: await isPushed(feed, memory.hub, ports),
  });
  await remember(ports.keyValues, feed.id, { ...memory, intervalMs }, memory);
  const saved: Feed = {
    ...feed,
    url: fetched.movedTo ?? feed.url,
    nextPollAt: now + intervalMs,
    health: { ...feed.health, lastFetchedAt: now, faults: 0, lastFault: null, lastFaultReason: undefined },
  };
  await ports.store.feeds.save(saved);
  return { feed: saved, added: 0, updated: 0, known: 0, fault: null };
}

/**
 * Takes in what a hub delivers: the whole feed or only its news. When the feed is asked again stays as it was, and so
 * does what its own server was told.
 *
 * @throws CourantError 'invalid' when it is no feed
 */
export async function takePushed(
  feed: Feed,
  source: { readonly body: Uint8Array; readonly contentType: string | null },
  ports: PollPorts,
): Promise<PollOutcome> {
  const parsed = await ports.readFeed({ ...source, url: feed.url });
  const { counts } = await takeEntries(feed, parsed, ports);
  const now = ports.clock();
  const current = (await ports.store.feeds.get(feed.id)) ?? feed;
  const saved: Feed = { ...current, health: { ...current.health, lastFetchedAt: now, lastChangedAt: now } };
  await ports.store.feeds.save(saved);
  return { feed: saved, ...counts, fault: null };
}

function hubOf(feed: Feed, parsed: ParsedFeed, fetched: { readonly hubs: readonly string[] }): Hub | null {
  const url = [...parsed.hubs, ...fetched.hubs].find((hub) => /^https?:/.test(hub) && URL.canParse(hub));
  return url === undefined ? null : { url, topic: parsed.self ?? feed.url };
}

async function isPushed(feed: Feed, hub: Hub | null, { hubs }: PollPorts): Promise<boolean> {
  return hub !== null && hubs !== null && (await hubs.offer(feed.id, hub));
}

/** What went wrong: a sentence, and the word for it that callers switch on. */
type PollFault = { readonly message: string; readonly reason: string | undefined };

async function ended(feed: Feed, ports: PollPorts, { message, reason }: PollFault): Promise<PollOutcome> {
  const saved: Feed = {
    ...feed,
    state: 'gone',
    health: { ...feed.health, lastFetchedAt: ports.clock(), lastFault: message, lastFaultReason: reason },
  };
  await ports.store.feeds.save(saved);
  return { feed: saved, added: 0, updated: 0, known: 0, fault: message };
}

/** Saves that a poll came to nothing, and when it is tried again. */
export async function failed(
  feed: Feed,
  { message, reason }: PollFault,
  ports: PollPorts,
  retryAt: Instant | null,
): Promise<PollOutcome> {
  const now = ports.clock();
  const faults = feed.health.faults + 1;
  const saved: Feed = {
    ...feed,
    nextPollAt: Math.max(retryAt ?? 0, now + backoff(faults, ports.random())),
    health: { ...feed.health, faults, lastFault: message, lastFaultReason: reason },
  };
  await ports.store.feeds.save(saved);
  return { feed: saved, added: 0, updated: 0, known: 0, fault: message };
}

function datesOf(parsed: ParsedFeed, now: Instant): readonly Instant[] {
  return parsed.entries.flatMap(({ published, updated }) => firstDate([published, updated], now) ?? []);
}

const DAY = 24 * 60 * 60_000;

function perDay(published: readonly Instant[]): number | null {
  if (published.length < 2) return null;
  const span = Math.max(...published) - Math.min(...published);
  return span === 0 ? null : Math.round((published.length / (span / DAY)) * 10) / 10;
}
