import type { Delivery, DeliveryPart } from '../domain/delivery.ts';
import type { CourantError } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { DeliveryOutcome } from '../store/store.ts';

/** How a try ended. */
export type Ended =
  | { readonly kind: 'posted'; readonly found: boolean; readonly part: DeliveryPart | null }
  | {
      readonly kind: 'again';
      readonly at: Instant;
      readonly error: string;
      /** False when it only waited for its turn. */
      readonly counts: boolean;
      /** The platform refuses us altogether: somebody must be told. */
      readonly refusal: CourantError | null;
      readonly part: DeliveryPart | null;
    }
  | { readonly kind: 'held'; readonly error: string; readonly part: DeliveryPart | null }
  | {
      readonly kind: 'dead';
      readonly error: string;
      /** The platform's definite no, where that was it. */
      readonly refusal: CourantError | null;
      readonly part: DeliveryPart | null;
    }
  | { readonly kind: 'skipped'; readonly error: string; readonly part: null }
  /** Somebody else holds the lease now. */
  | { readonly kind: 'lost' };

/** What the ledger keeps of it. */
export function outcomeOf(
  delivery: Delivery,
  ended: Exclude<Ended, { kind: 'lost' }>,
  now: Instant,
): DeliveryOutcome {
  const part = ended.part ? { part: ended.part } : {};
  switch (ended.kind) {
    case 'posted':
      return { state: 'posted', error: null, nextAttemptAt: now, postedAt: now, ...part };
    case 'again': {
      const attempts = ended.counts ? delivery.attempts : Math.max(0, delivery.attempts - 1);
      return {
        state: 'pending',
        error: ended.error,
        nextAttemptAt: ended.at,
        postedAt: null,
        attempts,
        ...part,
      };
    }
    case 'held':
      return { state: 'unknown', error: ended.error, nextAttemptAt: now, postedAt: null, ...part };
    case 'dead':
      return { state: 'dead', error: ended.error, nextAttemptAt: now, postedAt: null, ...part };
    case 'skipped':
      return { state: 'skipped', error: ended.error, nextAttemptAt: now, postedAt: null };
  }
}
