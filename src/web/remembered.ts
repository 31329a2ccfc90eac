import type { Clock } from '../domain/time.ts';

/**
 * Asks at most once in so many milliseconds, however many come meanwhile: they share what was found. A failure is not
 * kept.
 */
export function remembered<T>(ask: () => Promise<T>, milliseconds: number, clock: Clock): () => Promise<T> {
  let found: Promise<T> | null = null;
  let until = 0;
  return () => {
    if (found === null || clock() >= until) {
      const asked = ask();
      asked.catch(() => {
        if (found === asked) found = null;
      });
      found = asked;
      until = clock() + milliseconds;
    }
    return found;
  };
}
