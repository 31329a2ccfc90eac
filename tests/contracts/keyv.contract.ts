/**
 * What Keyv asks of a store: its makers' own suite, over ours. The `overrides` of package.json give it our Keyv and our
 * vitest, and leave out the two packages that it names and never loads.
 */
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import Keyv from 'keyv';
import * as vitest from 'vitest';
import type { Clock } from '../../src/domain/time.ts';
import type { Store } from '../../src/store/store.ts';

/**
 * The newest suite that is published, 2.1, was written for Keyv 5; that of Keyv 6 stays in its repository. What it says
 * of Keyv itself that Keyv 6 does otherwise must fail, over Keyv's own store in memory too; all the rest must pass.
 */
const otherwiseInKeyv6: ReadonlySet<string> = new Set([
  // Keyv 6 tells it for each key: [false, false, false].
  '.deleteMany([keys]) with nonexistent keys resolves to false',
  // The suite sets `store.opts.deserialize`: no store has `opts` now, and Keyv's own JSON knows BigInt.
  'value can be BigInt using other serializer/deserializer',
]);

export function keyvContract(name: string, open: (clock: Clock) => Promise<Store>): void {
  vitest.describe(`${name}, by Keyv’s own suite,`, () => {
    let store: Store;
    vitest.beforeAll(async () => {
      // The suite puts another Date in the place of this one.
      store = await open(() => Date.now());
    });
    vitest.afterAll(() => store.close());
    runKeyvSuite(() => store.keyValues);
  });
}

/** `store` is asked for in each test, and must give the same one. */
export function runKeyvSuite(store: () => object): void {
  const it = ((title: string, test: vitest.TestFunction) =>
    (otherwiseInKeyv6.has(title) ? vitest.it.fails : vitest.it)(title, test)) as typeof vitest.it;
  keyvTestSuite({ ...vitest, it }, Keyv, store);
  keyvIteratorTests({ ...vitest, it }, Keyv, store);
}
