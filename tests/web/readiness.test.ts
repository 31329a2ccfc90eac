import { expect, it } from 'vitest';
import { createReadiness } from '../../src/web/readiness.ts';

/** A database that does what is said of it, and counts its writes. */
function database() {
  let full = false;
  let gone = false;
  let writes = 0;
  return {
    fill: (isFull: boolean) => {
      full = isFull;
    },
    end: () => {
      gone = true;
    },
    writes: () => writes,
    async has() {
      if (gone) throw new Error('Gone.');
      return true;
    },
    async set() {
      writes += 1;
      if (full) throw new Error('Full.');
      return true;
    },
  };
}
const quietTurn = () => new Promise(setImmediate);

it('a full disk is found, and told as long as it is one, by one write a minute', async () => {
  let now = 0;
  const store = database();
  const ready = createReadiness(store, () => now);
  store.fill(true);
  await ready();
  await quietTurn();
  for (let probe = 0; probe < 20; probe += 1) {
    now += 2_000;
    expect(await ready()).toEqual({ unreadable: null, unwritable: 'Full.' });
  }
  expect(store.writes()).toBe(1);
  store.fill(false);
  now += 60_000;
  await ready();
  await quietTurn();
  expect(await ready()).toEqual({ unreadable: null, unwritable: null });
  expect(store.writes()).toBe(2);
});

it('the first answer knows of a full disk already', async () => {
  const store = database();
  store.fill(true);
  const ready = createReadiness(
    store,
    () => 0,
    () => new Promise(() => {}),
  );
  expect(await ready()).toEqual({ unreadable: null, unwritable: 'Full.' });
});

it('nobody waits longer than a moment for a write that a lock holds up', async () => {
  const pauses: number[] = [];
  const ready = createReadiness(
    { ...database(), set: () => new Promise(() => {}) },
    () => 0,
    async (milliseconds) => pauses.push(milliseconds),
  );
  expect(await ready()).toEqual({ unreadable: null, unwritable: null });
  expect(pauses).toEqual([500]);
});

it('a database that can’t be read is not ready at once', async () => {
  const store = database();
  const ready = createReadiness(store, () => 0);
  expect((await ready()).unreadable).toBeNull();
  store.end();
  expect((await ready()).unreadable).toBe('Gone.');
});
