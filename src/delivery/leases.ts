/** Keeps the leases of what a worker has in hand alive, and knows when one was lost. */
import { createCrowd } from '../domain/crowd.ts';
import type { Lease } from '../domain/delivery.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { DeliveryStore } from '../store/store.ts';
import type { Alarm } from './alarm.ts';

export type KeptLease = {
  /** Whom the ledger names as its holder: said with every write. */
  readonly owner: string;
  /** True while nobody else can have taken over; renews a lease that is running low. */
  holds(): boolean | Promise<boolean>;
  /** Keeps it alive no longer. */
  release(): void;
};

type Kept = { readonly id: string; readonly owner: string; until: Instant; lost: boolean };

/** @param keep.leaseFor milliseconds; a lease is renewed three times in that span */
export function createLeases(keep: {
  readonly deliveries: Pick<DeliveryStore, 'renew'>;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly leaseFor: number;
  readonly onFault: (error: unknown) => void;
}): (id: string, lease: Lease) => KeptLease {
  const { deliveries, clock, alarm, leaseFor, onFault } = keep;
  const kept = createCrowd<Kept>();
  let cancel = () => {};

  async function renew(lease: Kept): Promise<void> {
    const until = clock() + leaseFor;
    if (await deliveries.renew(lease.id, lease.owner, until)) lease.until = until;
    else lease.lost = true;
  }

  function renewInTime(): void {
    cancel = alarm(clock() + leaseFor / 3, async () => {
      // All at once: the store can write them together.
      await Promise.all([...kept].map(renew)).catch(onFault);
      if (kept.size() > 0) renewInTime();
    });
  }

  return (id, { owner, until }) => {
    const own: Kept = { id, owner, until, lost: false };
    const leave = kept.enter(own);
    if (kept.size() === 1) {
      cancel();
      renewInTime();
    }
    return {
      owner,
      holds() {
        const left = own.until - clock();
        // More left than a lease lasts means that the clock was set back since.
        const isLow = left < leaseFor / 2 || left > leaseFor;
        return isLow && !own.lost ? renew(own).then(() => !own.lost) : !own.lost;
      },
      release() {
        leave();
        if (kept.size() === 0) cancel();
      },
    };
  };
}
