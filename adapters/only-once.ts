import Keyv from 'keyv';
import type { Instant } from '../src/domain/time.ts';
import type { AdapterDeps } from './adapter-deps.ts';

/** False for a signature that was had before. */
export type OnlyOnce = (signature: string) => Promise<boolean>;

/** Milliseconds: signed requests are good for five minutes, by a platform's clock that may be as far ahead of ours. */
const remembered = 2 * 5 * 60_000;

/**
 * Turns away a signed request that somebody kept and sends again, here or to another process. Two copies at the same
 * moment are told apart within a process only, and while the store can't be written each remembers for itself.
 * @param namespace names the platform
 */
export function createOnlyOnce(
  { clock, keyValues }: Pick<AdapterDeps, 'clock' | 'keyValues'>,
  namespace: string,
): OnlyOnce {
  const anywhere = new Keyv<true>({ store: keyValues, namespace, ttl: remembered });
  const here = new Map<string, Instant>();

  return async (signature) => {
    const now = clock();
    for (const [old, at] of here) {
      // In the order they came: those after it are younger.
      if (now - at <= remembered) break;
      here.delete(old);
    }
    if (here.has(signature)) return false;
    here.set(signature, now);
    if (await anywhere.get(signature)) return false;
    await anywhere.set(signature, true);
    return true;
  };
}
