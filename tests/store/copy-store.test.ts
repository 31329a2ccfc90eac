import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/domain/parse-query.ts';
import { loadSamples } from '../../src/samples.ts';
import { copyStore } from '../../src/store/copy-store.ts';
import { openPostgresStore } from '../../src/store/postgres/store.ts';
import { copiedTables } from '../../src/store/reading/copied-tables.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { type Databases, postgresServer } from '../chaos/databases.ts';
import { commandWorld, messageOf } from '../commands/world.ts';

let server: Databases;
beforeAll(async () => {
  server = await postgresServer();
}, 60_000);
afterAll(() => server.end(), 60_000);

/** An installation that has been lived in: samples, topics, subscriptions, feedback, history, a feed, deliveries. */
async function livedIn(): Promise<Store> {
  const world = await commandWorld();
  await world.ask('/digest subscribe ukraine at 08:00');
  await world.ask('/digest subscribe economy weekdays 9:00');
  await world.ask('/digest pause economy');
  await world.ask('/brief ukraine');
  const [digest] = await world.store.digests.recent(1);
  const [subscription] = await world.store.subscriptions.list();
  if (!digest || !subscription) throw new Error('the world has no digest');
  await world.press('useful', `${digest.id}:${digest.stories[0]?.id}`);
  await world.store.keyValues.set('secret', 'kept', 1e12);
  await world.store.deliveries.plan({
    digests: [digest],
    advances: [],
    deliveries: [
      {
        id: 'delivery-1',
        subscriptionId: subscription.id,
        period: '2025-02-19T08:00',
        channel: subscription.channel,
        digestId: digest.id,
        window: digest.window,
        dueAt: world.now,
        state: 'posted',
        lease: null,
        attempts: 1,
        nextAttemptAt: world.now,
        error: null,
        postedAt: world.now,
        parts: [
          {
            index: 0,
            state: 'posted',
            payload: '{"text":"\\u0000 ok"}',
            messageId: '1.2',
            sendingAt: world.now,
          },
        ],
      },
    ],
  });
  messageOf(await world.ask('/digest list'));
  return world.store;
}

async function everythingIn(store: Store) {
  const tables = await Promise.all(
    copiedTables.map(
      async (table) => [table.name, await store.transfer.rowsAfter(table, null, 10_000)] as const,
    ),
  );
  return { articles: await store.transfer.articlesAfter(-1, 10_000), ...Object.fromEntries(tables) };
}

describe('moving an installation', () => {
  it('takes everything from SQLite to PostgreSQL and back, row by row', async () => {
    const before = await livedIn();
    const postgres = await openPostgresStore(await server.fresh());
    const after = await openSqliteStore(':memory:');
    const counts = await copyStore(before, postgres);
    await copyStore(postgres, after);
    const original = await everythingIn(before);
    expect(counts).toMatchObject({
      articles: 14,
      subscriptions: 2,
      deliveries: 1,
      payloads: 1,
      feedback: 1,
    });
    expect(await everythingIn(postgres)).toEqual(original);
    expect(await everythingIn(after)).toEqual(original);
    await Promise.all([before, postgres, after].map((store) => store.close()));
  });

  it('finds the same afterwards, posts nothing again, and goes on counting where it was', async () => {
    const before = await livedIn();
    const postgres = await openPostgresStore(await server.fresh());
    await copyStore(before, postgres);
    const search = {
      query: parseQuery('ukraine -asteroid'),
      window: { from: 0, to: Date.parse('2026-01-01') },
      candidates: 100,
      limit: 10,
    };
    const found = async (store: Store) =>
      (await store.articles.search(search)).map(({ article }) => article.id);
    expect(await found(postgres)).toEqual(await found(before));
    const [delivery] = await before.deliveries.list({ limit: 1 });
    if (!delivery) throw new Error('no delivery');
    expect(
      await postgres.deliveries.plan({
        digests: [],
        advances: [],
        deliveries: [{ ...delivery, id: 'another' }],
      }),
    ).toEqual([]);
    const entry = {
      at: 1,
      actor: 'U1',
      workspace: 'T1',
      channel: null,
      action: 'test',
      detail: 'the newest',
    };
    await postgres.audit.add(entry);
    expect((await postgres.audit.list(1))[0]).toMatchObject({ detail: 'the newest' });
    await Promise.all([before, postgres].map((store) => store.close()));
  });

  it('refuses a database that holds something, but takes up a copy that was broken off', async () => {
    const before = await livedIn();
    const full = await openSqliteStore(':memory:');
    await loadSamples(full, () => 0);
    await expect(copyStore(before, full)).rejects.toMatchObject({ code: 'exists' });
    const broken = await openSqliteStore(':memory:');
    const stop = new Error('the machine stopped');
    await expect(
      copyStore(before, broken, (table) => {
        if (table === 'digests') throw stop;
      }),
    ).rejects.toBe(stop);
    await expect(copyStore(broken, await openSqliteStore(':memory:'))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('a copy that was broken off'),
    });
    await copyStore(before, broken);
    expect(await everythingIn(broken)).toEqual(await everythingIn(before));
    await Promise.all([before, full, broken].map((store) => store.close()));
  });
});
