import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createServingMark, isServedOn } from '../src/serving-mark.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const noFault = (error: unknown) => {
  throw error;
};

it('is there from the start to the end, of each process its own', async () => {
  const store = await openSqliteStore(':memory:', { clock: () => 0 });
  const [one, another] = ['one', 'another'].map((name) => createServingMark(store.keyValues, name, noFault));
  expect(await isServedOn(store.keyValues)).toBe(false);
  one?.begin();
  another?.begin();
  await one?.end();
  expect(await isServedOn(store.keyValues)).toBe(true);
  await another?.end();
  expect(await isServedOn(store.keyValues)).toBe(false);
  await store.close();
});

it('is renewed before it has run its time, and has run it a minute after who made it was killed', async () => {
  let now = 0;
  const store = await openSqliteStore(':memory:', { clock: () => now });
  const written = () => store.keyValues.set('written after it', '', 1);
  createServingMark(store.keyValues, 'one', noFault).begin();
  await written();
  for (let minute = 0; minute < 5; minute += 1) {
    now += 60_000 - 1;
    expect(await isServedOn(store.keyValues)).toBe(true);
    vi.advanceTimersByTime(20_000);
    await written();
  }
  vi.clearAllTimers();
  now += 60_000;
  expect(await isServedOn(store.keyValues)).toBe(false);
  await store.close();
});

it('is missed by nobody where it can’t be written', async () => {
  const faults: unknown[] = [];
  const full = {
    set: () => Promise.reject(new Error('Full.')),
    delete: () => Promise.reject(new Error('Full.')),
  };
  const mark = createServingMark(full, 'one', (error) => faults.push(error));
  mark.begin();
  await mark.end();
  expect(faults).toHaveLength(2);
});
