/** What an operator has to see: feeds well and ill, digests to come, deliveries that went well and did not. */
import type { Delivery, DeliveryState } from '../../src/domain/delivery.ts';
import type { Feed } from '../../src/domain/feed.ts';
import { defaultOptions, type Subscription } from '../../src/domain/subscription.ts';
import type { Store } from '../../src/store/store.ts';
import { sampleNow as now } from './sample-site.ts';

const minute = 60_000;
const hour = 60 * minute;
const here = { platform: 'slack', workspace: 'T024BE7LD', channel: 'C0G9QF9GW' } as const;
const there = {
  platform: 'discord',
  workspace: '613425648685547541',
  channel: '613425648685547545',
} as const;

type FeedChanges = Partial<Omit<Feed, 'health'>> & { readonly health?: Partial<Feed['health']> };

export function feedOf(id: string, { health, ...changes }: FeedChanges = {}): Feed {
  return {
    id,
    url: `https://news.example/${id}.xml`,
    outlet: `Outlet ${id}`,
    siteUrl: null,
    tags: [],
    state: 'active',
    addedAt: now - 48 * hour,
    nextPollAt: now + 12 * minute,
    ...changes,
    health: {
      lastFetchedAt: now - 3 * minute,
      lastChangedAt: now - hour,
      lastArticleAt: now - hour,
      faults: 0,
      lastFault: null,
      articlesPerDay: 41.26,
      ...health,
    },
  };
}

export function subscriptionOf(id: string, changes: Partial<Subscription> = {}): Subscription {
  return {
    id,
    channel: here,
    topic: id,
    schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'Europe/Kyiv' },
    options: defaultOptions,
    createdBy: 'U1',
    createdAt: now - 48 * hour,
    nextDueAt: now + 22 * hour,
    nextPeriod: '2025-02-20T08:00',
    coveredUntil: now - 2 * hour,
    pausedBecause: null,
    ...changes,
  };
}

export function deliveryOf(id: string, state: DeliveryState, changes: Partial<Delivery> = {}): Delivery {
  return {
    id,
    subscriptionId: `of-${id}`,
    period: '2025-02-19T08:00',
    channel: here,
    digestId: null,
    window: { from: now - 26 * hour, to: now - 2 * hour },
    dueAt: now - 2 * hour,
    state,
    lease: null,
    attempts: 1,
    nextAttemptAt: now,
    error: null,
    parts: [],
    postedAt: state === 'posted' ? now - 2 * hour + 4000 : null,
    ...changes,
  };
}

/** A morning with a bit of everything. */
export async function fillMorning(store: Store): Promise<void> {
  const feeds = [
    feedOf('harbour', { outlet: 'The Harbour Post' }),
    feedOf('river', {
      outlet: 'River Courier',
      health: {
        faults: 3,
        lastFault: 'news.example answered 503 Service Unavailable.',
        articlesPerDay: null,
      },
    }),
    feedOf('valley', { outlet: 'Valley Gazette', state: 'paused' }),
    feedOf('coast', {
      outlet: 'Coast Weekly',
      state: 'gone',
      health: { faults: 1, lastFault: 'news.example says that the feed is gone (410).' },
    }),
  ];
  for (const feed of feeds) await store.feeds.add(feed);
  await store.subscriptions.add(subscriptionOf('ukraine'));
  await store.subscriptions.add(
    subscriptionOf('climate', { channel: there, nextDueAt: now + hour, nextPeriod: '2025-02-19T11:00' }),
  );
  await store.subscriptions.add(
    subscriptionOf('harbours', {
      nextDueAt: null,
      nextPeriod: null,
      pausedBecause: 'the bot was removed from the channel',
    }),
  );
  await put(store, [
    deliveryOf('went', 'posted'),
    deliveryOf('waits', 'pending', { channel: there, error: 'Discord answered 503; tried again at 08:05.' }),
    deliveryOf('lost', 'dead', { attempts: 8, error: 'Slack: channel_not_found.' }),
    deliveryOf('doubt', 'unknown', { error: 'The channel can’t be read: missing_scope.' }),
    deliveryOf('late', 'skipped', { error: 'Missed by more than a day.' }),
  ]);
}

export async function put(store: Store, deliveries: readonly Delivery[]): Promise<void> {
  await store.deliveries.plan({ digests: [], deliveries, advances: [] });
}
