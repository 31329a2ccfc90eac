/** What the operator's page shows, read from the store. */
import type { Delivery, DeliveryState } from '../../domain/delivery.ts';
import type { Feed } from '../../domain/feed.ts';
import type { Subscription } from '../../domain/subscription.ts';
import type { Instant } from '../../domain/time.ts';
import { withoutSecrets } from '../../domain/without-secrets.ts';
import type { Store, StoreDescription } from '../../store/store.ts';

export type OperatorView = {
  readonly now: Instant;
  /** The program, and what it is connected to. */
  readonly version: string;
  readonly connected: readonly string[];
  readonly store: StoreDescription;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  /** What waits for the operator: given up, or in doubt. */
  readonly dead: readonly Delivery[];
  readonly unknown: readonly Delivery[];
  readonly newest: readonly Delivery[];
  readonly feeds: Shortened<Feed>;
  readonly failing: number;
  readonly next: Shortened<Subscription>;
  readonly paused: Shortened<Subscription>;
};

/** The first of a list, and how many there are. */
type Shortened<T> = { readonly shown: readonly T[]; readonly total: number };

/** Rows of one table: more than anybody reads, few enough for a phone. */
const MOST_ROWS = 50;
const MOST_FEEDS = 200;

export async function operatorView(
  store: Pick<Store, 'deliveries' | 'feeds' | 'subscriptions' | 'describe'>,
  about: Pick<OperatorView, 'now' | 'version' | 'connected'>,
): Promise<OperatorView> {
  const { deliveries } = store;
  const [description, counts, dead, unknown, newest, feeds, subscriptions] = await Promise.all([
    store.describe(),
    deliveries.counts(),
    deliveries.list({ state: 'dead', limit: MOST_ROWS }),
    deliveries.list({ state: 'unknown', limit: MOST_ROWS }),
    deliveries.list({ limit: MOST_ROWS }),
    store.feeds.list(),
    store.subscriptions.list(),
  ]);
  const resting = subscriptions.filter(({ nextDueAt }) => nextDueAt === null);
  const active = subscriptions
    .filter(({ nextDueAt }) => nextDueAt !== null)
    .toSorted((a, b) => (a.nextDueAt ?? 0) - (b.nextDueAt ?? 0));
  return {
    ...about,
    store: description,
    counts,
    dead: dead.map(cleanDelivery),
    unknown: unknown.map(cleanDelivery),
    newest: newest.map(cleanDelivery),
    feeds: first(feeds.toSorted(worstFirst), MOST_FEEDS, cleanFeed),
    failing: feeds.filter(isFailing).length,
    next: first(active, MOST_ROWS),
    paused: first(resting, MOST_ROWS, cleanSubscription),
  };
}

/** Read, and in vain the last time. */
export function isFailing({ state, health }: Feed): boolean {
  return state === 'gone' || (state === 'active' && health.faults > 0);
}

function worstFirst(a: Feed, b: Feed): number {
  return (
    Number(isFailing(b)) - Number(isFailing(a)) ||
    b.health.faults - a.health.faults ||
    a.outlet.localeCompare(b.outlet)
  );
}

function first<T>(all: readonly T[], most: number, clean: (one: T) => T = (one) => one): Shortened<T> {
  return { shown: all.slice(0, most).map(clean), total: all.length };
}

// A feed may be private by a password or a key in its address, and a fault may repeat it: a page that is looked at
// over a shoulder, or kept as a picture, has neither.

function cleanFeed(feed: Feed): Feed {
  const { outlet, url, health } = feed;
  const lastFault = clean(health.lastFault);
  return {
    ...feed,
    outlet: withoutSecrets(outlet),
    url: withoutSecrets(url),
    health: { ...health, lastFault },
  };
}

function cleanDelivery(delivery: Delivery): Delivery {
  return { ...delivery, error: clean(delivery.error) };
}

function cleanSubscription(subscription: Subscription): Subscription {
  return { ...subscription, pausedBecause: clean(subscription.pausedBecause) };
}

function clean(text: string | null): string | null {
  return text === null ? null : withoutSecrets(text);
}
