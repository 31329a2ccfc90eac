import type { Platform } from '../domain/channel.ts';
import type { Clock } from '../domain/time.ts';
import type { DeliveryStore } from '../store/store.ts';
import type { Alarm } from './alarm.ts';
import type { Pacer } from './pacing.ts';

/** Milliseconds between two counts of the workers that post. */
const countEvery = 500;

export type RateSharing = {
  readonly deliveries: Pick<DeliveryStore, 'workers'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Those that have something in hand. */
  readonly posting: () => readonly { readonly platform: Platform; readonly pacer: Pacer }[];
  readonly onFault: (error: unknown) => void;
};

/**
 * What a platform allows is for all processes together: who else posts there is seen from their leases.
 * @returns to be called when something is taken in hand; it counts on until nothing is
 */
export function createRateSharing({ deliveries, clock, alarm, posting, onFault }: RateSharing): () => void {
  let isCounting = false;

  async function count(): Promise<void> {
    try {
      for (const { platform, pacer } of posting()) pacer.share(await deliveries.workers(platform, clock()));
    } catch (error) {
      onFault(error);
    }
    alarm(clock() + countEvery, () => {
      isCounting = posting().length > 0;
      if (isCounting) void count();
    });
  }

  return () => {
    if (isCounting) return;
    isCounting = true;
    void count();
  };
}
