import type { Clock, Instant } from '../../domain/time.ts';
import type { DeliveryStore } from '../../store/store.ts';
import type { Alarm } from '../alarm.ts';
import type { Looker, Queue } from '../queue.ts';

export type PollingOptions = {
  readonly deliveries: Pick<DeliveryStore, 'nextAttemptAt'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Milliseconds between looks when nothing is known to be due: finds what other processes left behind. */
  readonly interval?: number;
  readonly onError: (error: unknown) => void;
};

/** Least time between two looks in vain. */
const breath = 1000;

/**
 * A queue for one machine: word within the process wakes it at once, the earliest `nextAttemptAt` of the ledger
 * sets its alarm, and it looks by itself every few seconds.
 */
export function createPollingQueue({
  deliveries,
  clock,
  alarm,
  interval = 5000,
  onError,
}: PollingOptions): Queue {
  let looker: Looker | null = null;
  let looking: Promise<void> = Promise.resolve();
  let isLooking = false;
  let wanted = false;
  let wakeAt: Instant = Number.POSITIVE_INFINITY;
  let cancel = () => {};

  function wake(at: Instant): void {
    if (looker === null || at >= wakeAt) return;
    cancel();
    wakeAt = at;
    cancel = alarm(at, look);
  }

  function look(): void {
    cancel();
    wakeAt = Number.POSITIVE_INFINITY;
    wanted = true;
    if (!isLooking) looking = lookWhileWanted();
  }

  async function lookWhileWanted(): Promise<void> {
    isLooking = true;
    while (wanted && looker !== null) {
      wanted = false;
      try {
        while (looker !== null && (await looker.sweep()) > 0);
        const next = (await deliveries.nextAttemptAt()) ?? Number.POSITIVE_INFINITY;
        // What is due and was not taken has no room or is not ours: the next look is not now.
        wake(Math.min(next > clock() ? next : clock() + breath, clock() + interval));
      } catch (error) {
        onError(error);
        wake(clock() + interval);
      }
    }
    // In the same turn as the last look at `wanted`: word that comes later begins anew.
    isLooking = false;
  }

  return {
    async announce(notices) {
      const soonest = Math.min(...notices.map(({ at }) => at));
      if (soonest <= clock()) look();
      else wake(soonest);
    },
    async start(worker) {
      looker = worker;
      worker.onRoom(look);
      look();
    },
    async stop() {
      looker = null;
      cancel();
      await looking;
    },
  };
}
