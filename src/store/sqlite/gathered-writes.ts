import { isCourantError } from '../../domain/errors.ts';
import type { Database } from './database.ts';

/** Writes in one transaction at most: a few milliseconds of work. */
const mostTogether = 512;

/**
 * Small writes share one transaction: those asked for in the same turn of the event loop, or while the ones before
 * them go to the disk. What takes long is the disk; a hundred deliveries under way at once then wait for it once.
 * @param together carries out these writes, or none of them, and gives what each of them results in
 */
export function gather<W, R>(
  together: (writes: readonly W[]) => Promise<readonly R[]>,
): (write: W) => Promise<R> {
  type Waiting = {
    readonly write: W;
    readonly resolve: (result: R) => void;
    readonly reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  /** A flush is to come, or what was flushed is on its way to the disk. */
  let busy = false;

  async function flush(): Promise<void> {
    const those = waiting.slice(0, mostTogether);
    waiting = waiting.slice(mostTogether);
    try {
      await carryOut(those);
    } catch (error) {
      // A database that can't be written is so for each of them; else one is at fault, and the others are carried out.
      if (those.length === 1 || isCourantError(error, 'unavailable')) {
        for (const { reject } of those) reject(error);
      } else {
        for (const one of those) await carryOut([one]).catch(one.reject);
      }
    }
    busy = waiting.length > 0;
    if (busy) setImmediate(flush);
  }

  async function carryOut(those: readonly Waiting[]): Promise<void> {
    const results = await together(those.map(({ write }) => write));
    for (const [n, { resolve }] of those.entries()) resolve(results[n] as R);
  }

  return (write) =>
    new Promise((resolve, reject) => {
      waiting.push({ write, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(flush);
    });
}

/** Carries out a write in a transaction that it may share with others; resolves when it is as safe as was asked for. */
export type GatheredWrite = <T>(write: () => T) => Promise<T>;

/** @param database.toDisk left out: a commit is enough */
export function gatherWrites({
  transaction,
  toDisk,
}: Pick<Database, 'transaction'> & Partial<Pick<Database, 'toDisk'>>): GatheredWrite {
  const gathered = gather(async (writes: readonly (() => unknown)[]) => {
    const results = transaction(() => writes.map((write) => write()));
    await toDisk?.();
    return results;
  });
  return <T>(write: () => T) => gathered(write) as Promise<T>;
}
