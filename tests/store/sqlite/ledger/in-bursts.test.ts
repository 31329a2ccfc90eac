/** A ledger that moves to a thread when deliveries come in a burst. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { untried } from '../../../../src/domain/delivery.ts';
import { openSqliteStore } from '../../../../src/store/sqlite/store.ts';
import type { Store } from '../../../../src/store/store.ts';

const burst = 3;
const claim = {
  owner: 'worker#1',
  now: 1000,
  leaseFor: 60_000,
  platforms: ['slack'],
  exceptWorkspaces: [],
} as const;

let folder: string;
let path: string;
let store: Store;
/** Heard from its start on: whatever comes later finds its answer and its end known. */
type Started = {
  readonly thread: Worker;
  readonly ready: Promise<unknown>;
  readonly ended: Promise<unknown>;
};

let threads: Started[];
const started = (thread: Worker) =>
  threads.push({
    thread,
    ready: new Promise((resolve) => thread.once('message', resolve)),
    ended: new Promise((resolve) => thread.once('exit', resolve)),
  });
beforeEach(async () => {
  threads = [];
  process.on('worker', started);
  folder = mkdtempSync(join(tmpdir(), 'courant-burst-'));
  path = join(folder, 'courant.db');
  store = await openSqliteStore(path, { burst });
  await plan(9);
});
afterEach(async () => {
  process.off('worker', started);
  await store.close();
  rmSync(folder, { recursive: true });
});

function plan(count: number) {
  const deliveries = Array.from({ length: count }, (_, n) =>
    untried({
      id: `d${n}`,
      subscriptionId: `s${n}`,
      period: '1970-01-01T00:00',
      channel: { platform: 'slack', workspace: 'T1', channel: `C${n}` },
      digestId: null,
      window: { from: 0, to: 1000 },
      dueAt: 1000,
    }),
  );
  return store.deliveries.plan({ digests: [], deliveries, advances: [] });
}

const sending = {
  index: 0,
  payload: '{"text":"…"}',
  state: 'sending',
  messageId: null,
  sendingAt: 1,
} as const;
const posted = { state: 'posted', error: null, nextAttemptAt: 1000, postedAt: 2 } as const;

/** Freezes and ends a delivery that was claimed. */
async function see(id: string): Promise<void> {
  expect(await store.deliveries.freeze(id, claim.owner, [sending])).toEqual([sending]);
  const part = { ...sending, state: 'posted', messageId: '7' } as const;
  expect(await store.deliveries.finish(id, claim.owner, { ...posted, part })).toBe(true);
}

/** Node says in the next turn of the event loop that a thread was started. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** The thread says that it is ready by its first answer. */
async function inThread(): Promise<Worker> {
  await nextTurn();
  const [first] = threads;
  if (!first) throw new Error('no thread was started');
  await first.ready;
  return first.thread;
}

describe('a ledger', () => {
  it('has no thread while few deliveries are claimed at a time', async () => {
    const [first] = await store.deliveries.claim({ ...claim, limit: burst - 1 });
    await see(first?.id ?? '');
    await nextTurn();
    expect(threads).toEqual([]);
  });

  it('has one from a burst on; each delivery is claimed once, before and after, and both sides see what was written', async () => {
    const before = await store.deliveries.claim({ ...claim, limit: burst });
    await inThread();
    const after = await store.deliveries.claim({ ...claim, limit: burst });
    const ids = [...before, ...after].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2 * burst);
    await Promise.all(ids.map(see));
    expect(await store.deliveries.counts()).toMatchObject({ pending: 3, sending: 0, posted: 6 });
    expect(await store.deliveries.get(ids[0] ?? '')).toMatchObject({
      state: 'posted',
      parts: [{ payload: sending.payload, messageId: '7' }],
    });
    expect(threads).toHaveLength(1);
  });

  it('goes on without it when it ends, and has another at the next burst', async () => {
    const [first, second] = await store.deliveries.claim({ ...claim, limit: burst });
    const thread = await inThread();
    // A stranger's lock keeps the thread from answering before it ends.
    const stranger = new DatabaseSync(path);
    stranger.exec('begin immediate');
    const lost = store.deliveries.renew(second?.id ?? '', claim.owner, 90_000);
    const refused = expect(lost).rejects.toMatchObject({ code: 'unavailable' });
    // It asks for the write when this turn of the event loop is over.
    await nextTurn();
    await thread.terminate();
    await refused;
    stranger.close();
    await see(first?.id ?? '');
    expect(await store.deliveries.claim({ ...claim, limit: burst })).toHaveLength(burst);
    await nextTurn();
    expect(threads).toHaveLength(2);
  });

  it('goes on without it where it can’t be had', async () => {
    // What this process has open stays as it was.
    rmSync(path);
    mkdirSync(path);
    const [first] = await store.deliveries.claim({ ...claim, limit: burst });
    await nextTurn();
    expect(threads).toHaveLength(1);
    await threads[0]?.ended;
    await see(first?.id ?? '');
    expect(await store.deliveries.claim({ ...claim, limit: burst })).toHaveLength(burst);
  });

  it('waits in the thread, too, for a stranger who has the file locked', async () => {
    const [first] = await store.deliveries.claim({ ...claim, limit: burst });
    await inThread();
    const stranger = new DatabaseSync(path);
    stranger.exec('begin immediate');
    const seen = see(first?.id ?? '');
    expect(await store.topics.list()).toEqual([]);
    stranger.exec('commit');
    stranger.close();
    await seen;
  });
});
