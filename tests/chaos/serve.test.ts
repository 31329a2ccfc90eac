import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/app.ts';
import type { Store } from '../../src/store/store.ts';
import { type SlackCounterpart, startSlackCounterpart } from '../counterparts/slack.ts';
import { type Databases, sqliteFiles } from './databases.ts';
import { serve, subscribeDue, until } from './serve.ts';

let slack: SlackCounterpart;
let databases: Databases;
let database: string;
let store: Store;

beforeEach(async () => {
  [slack, databases] = await Promise.all([startSlackCounterpart(), sqliteFiles()]);
  database = await databases.fresh();
  store = await openStore(database);
});
afterEach(async () => {
  await store.close();
  await Promise.all([slack.close(), databases.end()]);
});

describe('courant serve', () => {
  it('told to stop while Slack does not answer ends in good order within its ten seconds, and forgets nothing', async () => {
    slack.faults.fail('chat.postMessage', { kind: 'stall', accepted: true });
    await subscribeDue(store, 1);
    const serving = serve({ database, slackApi: slack.apiUrl });
    await until(() => slack.messages.length === 1);
    serving.stop();
    // After ten seconds it would end itself with 1.
    expect(await serving.ended, serving.said()).toBe(0);
    const [delivery] = await store.deliveries.list({ limit: 10 });
    // It may have got through: whoever comes next looks first.
    expect(delivery?.parts).toEqual([expect.objectContaining({ state: 'sending' })]);
    expect(delivery?.state === 'pending' || delivery?.state === 'sending').toBe(true);
  }, 60_000);

  it('shares one SQLite file with another one: each digest comes once', async () => {
    await subscribeDue(store, 12);
    const both = [serve({ database, slackApi: slack.apiUrl }), serve({ database, slackApi: slack.apiUrl })];
    await Promise.all(both.map(({ ready }) => ready));
    await until(async () => (await store.deliveries.counts()).posted === 12);
    for (const one of both) one.stop();
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    expect(slack.messages.map(({ channel }) => channel).sort()).toEqual(
      Array.from({ length: 12 }, (_, n) => `C${n}`).sort(),
    );
  }, 60_000);
});
