import { isCourantError } from '../../domain/errors.ts';
import type { Database } from './database.ts';

/** Carries out a write in a transaction that it may share with others; resolves when it is as safe as was asked for. */
export type GatheredWrite = <T>(write: () => T) => Promise<T>;

/** Writes in one transaction at most: a few milliseconds of work. */
const mostTogether = 512;

/**
 * Small writes share one transaction: those asked for in the same turn of the event loop, or while the ones before
 * them go to the disk. What takes long is the disk; a hundred deliveries under way at once then wait for it once.
 * @param database.toDisk left out: a commit is enough
 */
export function gatherWrites({
  transaction,
  toDisk,
}: Pick<Database, 'transaction'> & Partial<Pick<Database, 'toDisk'>>): GatheredWrite {
  type Waiting = { readonly carryOut: () => () => void; readonly reject: (error: unknown) => void };
  let waiting: Waiting[] = [];
  /** A flush is to come, or what was flushed is on its way to the disk. */
  let busy = false;

  async function flush(): Promise<void> {
    const writes = waiting.slice(0, mostTogether);
    waiting = waiting.slice(mostTogether);
    try {
      await together(writes);
    } catch (error) {
      // A database that can't be written is so for each of them; else one is at fault, and the others are carried out.
      if (writes.length === 1 || isCourantError(error, 'unavailable')) {
        for (const { reject } of writes) reject(error);
      } else {
        for (const write of writes) await together([write]).catch(write.reject);
      }
    }
    busy = waiting.length > 0;
    if (busy) setImmediate(flush);
  }

  async function together(writes: readonly Waiting[]): Promise<void> {
    const done = transaction(() => writes.map(({ carryOut }) => carryOut()));
    await toDisk?.();
    for (const tell of done) tell();
  }

  return (write) =>
    new Promise((resolve, reject) => {
      const carryOut = () => {
        const result = write();
        return () => resolve(result);
      };
      waiting.push({ carryOut, reject });
      if (busy) return;
      busy = true;
      setImmediate(flush);
    });
}
