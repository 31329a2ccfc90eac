import { describeError } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import type { KeyValueStore } from '../store/store.ts';
import { remembered } from './remembered.ts';

/** What the database lets this process do now: null where it may, else why not. */
export type Readiness = { readonly unreadable: string | null; readonly unwritable: string | null };

const key = 'courant:readiness';
/** Milliseconds. Only a write can find a full disk, so one is tried, but not as often as somebody asks. */
const trialEvery = 60_000;

/**
 * Reads each time it is asked; writes once a minute at most, and tells what came of it from then on. Who asks does not
 * wait for the write, which a lock may keep for seconds: a process that can answer must not look as if it could not.
 */
export function createReadiness(
  keyValues: Pick<KeyValueStore, 'has' | 'set'>,
  clock: Clock,
): () => Promise<Readiness> {
  let unwritable: string | null = null;
  const tryToWrite = remembered(
    async () => {
      unwritable = await keyValues.set(key, 'written', trialEvery).then(() => null, describeError);
    },
    trialEvery,
    clock,
  );
  return async () => {
    void tryToWrite();
    const unreadable = await keyValues.has(key).then(() => null, describeError);
    return { unreadable, unwritable };
  };
}
