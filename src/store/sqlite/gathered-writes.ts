import { isCourantError } from '../../domain/errors.ts';
import type { Database } from './database.ts';

/** Carries out a write in a transaction that it may share with others; resolves when it is on the disk. */
export type GatheredWrite = <T>(write: () => T) => Promise<T>;

/** Writes in one transaction at most: a few milliseconds of work. */
const mostTogether = 512;

/**
 * Small writes asked for in the same turn of the event loop share one transaction. What takes long is to wait for the
 * disk at each commit; a hundred deliveries under way at once then wait for it once.
 */
export function gatherWrites(database: Pick<Database, 'transaction'>): GatheredWrite {
  type Waiting = { readonly carryOut: () => () => void; readonly reject: (error: unknown) => void };
  let waiting: Waiting[] = [];

  function flush(): void {
    const writes = waiting.slice(0, mostTogether);
    waiting = waiting.slice(mostTogether);
    if (waiting.length > 0) setImmediate(flush);
    try {
      const done = database.transaction(() => writes.map(({ carryOut }) => carryOut()));
      for (const tell of done) tell();
    } catch (error) {
      // A database that can't be written is so for each of them; else one is at fault, and the others are carried out.
      if (writes.length === 1 || isCourantError(error, 'unavailable')) {
        for (const { reject } of writes) reject(error);
      } else {
        for (const write of writes) alone(write);
      }
    }
  }

  function alone({ carryOut, reject }: Waiting): void {
    try {
      database.transaction(carryOut)();
    } catch (error) {
      reject(error);
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      const carryOut = () => {
        const result = write();
        return () => resolve(result);
      };
      waiting.push({ carryOut, reject });
    });
}
