import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/app.ts';
import { startSlackCounterpart } from '../counterparts/slack.ts';
import { type Databases, postgresServer } from './databases.ts';
import { serve, subscribeDue, until } from './serve.ts';

let server: Databases;
beforeAll(async () => {
  server = await postgresServer();
}, 60_000);
afterAll(() => server.end());

describe('courant serve on PostgreSQL', () => {
  it('shares the work among processes of several roles: each digest comes once, and all end in good order', async () => {
    const slack = await startSlackCounterpart();
    const database = await server.fresh();
    const store = await openStore(database);
    try {
      await subscribeDue(store, 12);
      const roles = ['worker', 'worker', 'web', 'poller'] as const;
      const all = roles.map((role) => serve({ database, slackApi: slack.apiUrl, role }));
      await Promise.all(all.map(({ ready }) => ready));
      await until(async () => (await store.deliveries.counts()).posted === 12);
      for (const one of all) one.stop();
      expect(await Promise.all(all.map(({ ended }) => ended))).toEqual([0, 0, 0, 0]);
      expect(slack.messages.map(({ channel }) => channel).sort()).toEqual(
        Array.from({ length: 12 }, (_, n) => `C${n}`).sort(),
      );
    } finally {
      await store.close();
      await slack.close();
    }
  }, 90_000);
});
