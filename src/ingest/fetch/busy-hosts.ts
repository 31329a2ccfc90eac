import type { Clock, Instant } from '../../domain/time.ts';
import type { Fetched } from './fetch-document.ts';

/** Where a host asks to wait and does not say how long, and at most: its other pages should not wait for days. */
const USUAL_MS = 60_000;
const LONGEST_MS = 60 * 60_000;
const MOST_REMEMBERED = 1_000;

/**
 * Asks a host, unless it has asked us to wait (429, 503): then the others who want something of it get the same answer,
 * and it is left alone until then.
 */
export function heedingBusyHosts(
  clock: Clock,
): (host: string, ask: () => Promise<Fetched>) => Promise<Fetched> {
  const busy = new Map<string, { readonly answer: Fetched; readonly until: Instant }>();

  function remember(host: string, answer: Fetched & { readonly kind: 'busy' }): void {
    const now = clock();
    if (busy.size >= MOST_REMEMBERED)
      for (const [other, { until }] of busy) if (until <= now) busy.delete(other);
    busy.set(host, { answer, until: Math.min(answer.retryAt ?? now + USUAL_MS, now + LONGEST_MS) });
  }

  return async (host, ask) => {
    const told = busy.get(host);
    if (told !== undefined && told.until > clock()) return told.answer;
    const answer = await ask();
    if (answer.kind === 'busy') remember(host, answer);
    else busy.delete(host);
    return answer;
  };
}
