import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyseArticle } from '../../digests/analyse-article.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { defaultOptions, type Subscription } from '../../src/domain/subscription.ts';
import { makeEdition } from '../../src/editions/edition.ts';
import { editionRequest, readersVariant } from '../../src/editions/subscription-edition.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { budget, day, ferry, hour, monday, report } from '../digests/wire.ts';

const here = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const reader: Subscription = {
  id: 'sub-1',
  channel: here,
  topic: 'coast',
  schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7], zone: 'UTC' },
  options: defaultOptions,
  createdBy: 'U1',
  createdAt: monday,
  nextDueAt: monday + day,
  nextPeriod: '2031-03-04T08:00',
  coveredUntil: monday,
  pausedBecause: null,
};
const newcomer: Subscription = { ...reader, id: 'sub-2', channel: { ...here, channel: 'C2' } };
const [mondays, tuesdays] = [0, 1].map((n) => ({ from: monday + n * day, to: monday + (n + 1) * day }));

let store: Store;

beforeEach(async () => {
  store = await openSqliteStore(':memory:');
  await store.topics.save({
    slug: 'coast',
    title: 'Coast',
    query: 'ferry OR harbour',
    synonyms: [],
    exclude: [],
    outlets: [],
  });
  for (const one of [reader, newcomer]) await store.subscriptions.add(one);
  await store.articles.add([...ferry.grounding, budget].map(report));
});
afterEach(() => store.close());

async function edition(subscription: Subscription, window = mondays): Promise<Digest> {
  if (!window) throw new Error('no window');
  return makeEdition(store, () => window.to, await editionRequest(store, subscription, window));
}

/** As if the scheduler had built it and the worker had posted it. */
async function posted(subscription: Subscription, digest: Digest): Promise<Digest> {
  await store.deliveries.plan({
    digests: [digest],
    deliveries: [
      {
        id: `${subscription.id} ${digest.id}`,
        subscriptionId: subscription.id,
        period: new Date(digest.window.to).toISOString().slice(0, 16),
        channel: subscription.channel,
        digestId: digest.id,
        window: digest.window,
        dueAt: digest.window.to,
        state: 'posted',
        lease: null,
        attempts: 1,
        nextAttemptAt: digest.window.to,
        error: null,
        parts: [],
        postedAt: digest.window.to,
      },
    ],
    advances: [],
  });
  return digest;
}

describe('digests of a subscription, day after day', () => {
  it('tell an update of what the channel had, with the new first', async () => {
    const first = await posted(reader, await edition(reader));
    expect(first.stories.map(({ id, update }) => [id, update])).toEqual([['sferry-1', null]]);
    await store.articles.add([report(ferry.salvage)]);
    const [story] = (await edition(reader, tuesdays)).stories;
    expect(story).toMatchObject({
      id: 'sferry-1',
      headline: ferry.salvage.title,
      update: { since: first.window.to, newArticles: 1 },
      firstSeen: monday + 7 * hour,
      lastSeen: monday + 33 * hour,
    });
    expect(story?.outlets).toHaveLength(3);
  });

  it('tell a channel that comes later a new story, not an update', async () => {
    await posted(reader, await edition(reader));
    await store.articles.add([report(ferry.salvage)]);
    const [story] = (await edition(newcomer, tuesdays)).stories;
    expect(story).toMatchObject({ id: 'sferry-4', update: null });
  });

  it('forget a story of which nothing came for longer than a story lives', async () => {
    await posted(reader, await edition(reader));
    const late = { ...ferry.salvage, hours: 6 * 24 + 2 };
    await store.articles.add([report(late)]);
    const window = { from: monday + 6 * day, to: monday + 7 * day };
    expect((await edition(reader, window)).stories[0]).toMatchObject({ id: 'sferry-4', update: null });
  });

  it('go on though the articles of the earlier digest were pruned: those it cites stay', async () => {
    await posted(reader, await edition(reader));
    await store.articles.prune(monday + day);
    await store.articles.add([report(ferry.salvage)]);
    expect((await edition(reader, tuesdays)).stories[0]?.update).not.toBeNull();
  });

  it('know the same digest of the same night again, after a restart too', async () => {
    await posted(reader, await edition(reader));
    await store.articles.add([report(ferry.salvage)]);
    expect((await edition(reader, tuesdays)).id).toBe((await edition(reader, tuesdays)).id);
  });

  it('say that the topic is gone', async () => {
    await store.topics.remove('coast');
    await expect(edition(reader)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('take in an article that was corrected, once', async () => {
    const [original] = ferry.grounding;
    await store.articles.add([
      analyseArticle({ ...report(original).article, text: `${original.text}\n\nCorrected on Monday.` }),
    ]);
    expect((await edition(reader)).articleCount).toBe(3);
  });
});

describe('channels share a digest', () => {
  it('as long as they had the same and said nothing', async () => {
    expect(await readersVariant(store, reader, monday)).toBe(await readersVariant(store, newcomer, monday));
    const digest = await edition(reader);
    await posted(reader, digest);
    expect(await readersVariant(store, reader, monday)).not.toBe(
      await readersVariant(store, newcomer, monday),
    );
    await posted(newcomer, digest);
    expect(await readersVariant(store, reader, monday)).toBe(await readersVariant(store, newcomer, monday));
  });

  it('until one of them rates a story', async () => {
    await store.feedback.save({
      channel: reader.channel,
      user: 'U1',
      storyId: 'sferry-1',
      outlets: ['Harbour Radio'],
      keywords: ['ferry'],
      useful: false,
      at: monday,
    });
    expect(await readersVariant(store, reader, monday)).not.toBe(
      await readersVariant(store, newcomer, monday),
    );
  });
});
