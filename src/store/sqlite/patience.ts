import { setTimeout as pause } from 'node:timers/promises';
import { isLocked } from './database.ts';

/**
 * SQLite itself waits so long for another process's lock, milliseconds: enough for a transaction like ours. It holds
 * the event loop meanwhile, so whoever takes longer is waited for beside it.
 */
export const heldAtMost = 10;
const pauseBetween = 40;

/** Does it again while another process has the database locked. What met a lock must have changed nothing. */
export type Patiently = <T>(work: () => Promise<T>) => Promise<T>;

/** @param patience how long is waited in all, milliseconds; then the lock's error is thrown */
export function createPatience(patience: number): Patiently {
  return async (work) => {
    for (let waited = 0; ; waited += pauseBetween) {
      try {
        return await work();
      } catch (error) {
        if (!isLocked(error) || waited >= patience) throw error;
      }
      await pause(pauseBetween);
    }
  };
}

type Part = Readonly<Record<string, (...values: never[]) => Promise<unknown>>>;

/** A part of a store, each of whose methods is one transaction at most, with patience in all of them. */
export function patient<P extends Part>(part: P, patiently: Patiently): P {
  const methods = Object.entries(part).map(([name, method]) => [
    name,
    (...values: never[]) => patiently(() => method(...values)),
  ]);
  return Object.fromEntries(methods) as P;
}
