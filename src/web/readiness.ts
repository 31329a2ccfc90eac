import { setTimeout as after } from 'node:timers/promises';
import { describeError } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import type { KeyValueStore } from '../store/store.ts';
import { remembered } from './remembered.ts';

/** What the database lets this process do now: null where it may, else why not. */
export type Readiness = { readonly unreadable: string | null; readonly unwritable: string | null };

const key = 'courant:readiness';
/** Milliseconds. Only a write can find a full disk, so one is tried, but not as often as somebody asks. */
const trialEvery = 60_000;

/** Milliseconds that are waited for the first trial: until it ended, nothing is known. */
const firstTrialTakes = 500;

/**
 * Reads each time it is asked; writes once a minute at most, and tells what came of it from then on. Who asks does not
 * wait for the write, which a lock may keep for seconds, but a moment for the very first: a process that can answer
 * must not look as if it could not.
 */
export function createReadiness(
  keyValues: Pick<KeyValueStore, 'has' | 'set'>,
  clock: Clock,
  pause: (milliseconds: number) => Promise<unknown> = pauseAside,
): () => Promise<Readiness> {
  let unwritable: string | null = null;
  let isTried = false;
  const tryToWrite = remembered(
    async () => {
      unwritable = await keyValues.set(key, 'written', trialEvery).then(() => null, describeError);
      isTried = true;
    },
    trialEvery,
    clock,
  );
  return async () => {
    const trial = tryToWrite();
    if (!isTried) await Promise.race([trial, pause(firstTrialTakes)]);
    const unreadable = await keyValues.has(key).then(() => null, describeError);
    return { unreadable, unwritable };
  };
}

const pauseAside = (milliseconds: number) => after(milliseconds, undefined, { ref: false });
