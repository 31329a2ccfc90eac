/** Says in the database that somebody serves on it, so that what needs it at rest can tell. */
import type { KeyValueStore } from './store/store.ts';

const prefix = 'courant:serving:';
/** Milliseconds between two marks, and how long one holds: so long somebody killed still counts as serving. */
const renewedEvery = 20_000;
const holdsFor = 60_000;

export type ServingMark = {
  /** Resolves when the mark stands there: nobody is told before that we run. */
  begin(): Promise<void>;
  end(): Promise<void>;
};

/** @param onFault a mark that can't be written now is missed by nobody but who moves the database */
export function createServingMark(
  keyValues: Pick<KeyValueStore, 'set' | 'delete'>,
  process: string,
  onFault: (error: unknown) => void,
): ServingMark {
  const key = prefix + process;
  let timer: NodeJS.Timeout | undefined;
  const mark = () => keyValues.set(key, 'serving', holdsFor).then(() => undefined, onFault);
  let lastMark = Promise.resolve();
  const renew = () => {
    lastMark = mark();
  };
  return {
    async begin() {
      renew();
      timer = setInterval(renew, renewedEvery).unref();
      await lastMark;
    },
    async end() {
      clearInterval(timer);
      // Else it could come after it was taken away.
      await lastMark;
      await keyValues.delete(key).catch(onFault);
    },
  };
}

/** Whether somebody serves on this database, or did so within the last minute and was killed. */
export async function isServedOn(keyValues: Pick<KeyValueStore, 'iterator'>): Promise<boolean> {
  for await (const [key] of keyValues.iterator()) if (key.startsWith(prefix)) return true;
  return false;
}
