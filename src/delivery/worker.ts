/** Takes on deliveries and sees each to the end of a try, many at once, with their leases kept alive. */
import type { PlatformAdapter } from '../../adapters/platform-adapter.ts';
import { channelKey, type Platform, workspaceKey } from '../domain/channel.ts';
import { createCrowd } from '../domain/crowd.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { Alarm } from './alarm.ts';
import type { Compose, DeliverTools } from './attempt.ts';
import { type Circuits, createCircuits } from './circuit.ts';
import { createConclude } from './conclude.ts';
import { deliver } from './deliver.ts';
import type { Ended } from './ended.ts';
import type { Notify, OnDeliveryEvent } from './events.ts';
import { createLeases, type KeptLease } from './leases.ts';
import { createLooks } from './looks.ts';
import { createOccupancy, type Occupancy } from './occupancy.ts';
import { createPacer, type Pacer, Stopped } from './pacing.ts';
import type { Looker, Notice } from './queue.ts';
import { type OnUnknown, type Settling, usualSettling } from './reconcile.ts';
import { SHORTEST_BACKOFF } from './retry.ts';
import { laneWidthFor, platformWidth, type Room, roomFor } from './room.ts';
import { createRateSharing } from './share-rates.ts';
import { recentDigests, renderOnce } from './shared-work.ts';
import { watchedClock } from './watched-clock.ts';

export type WorkerOptions = {
  readonly store: Pick<Store, 'deliveries' | 'digests' | 'subscriptions' | 'audit'>;
  readonly adapters: ReadonlyMap<Platform, PlatformAdapter>;
  readonly compose: Compose;
  /** Names this worker in leases: no other process, past or present, has the same. Without "#". */
  readonly owner: string;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly random: () => number;
  readonly onUnknown: OnUnknown;
  readonly notify: Notify;
  readonly onEvent: OnDeliveryEvent;
  /** Says when a delivery wants looking at again: the queue's `announce`. */
  readonly announce: (notices: readonly Notice[]) => Promise<void>;
  readonly settling?: Settling;
  /** Milliseconds: the first span of the backoff, and how long a circuit opens first. */
  readonly rests?: { readonly backoff: number; readonly circuit: number };
  /** Milliseconds a lease lasts; renewed three times in that span. Longer than any one call to a platform. */
  readonly leaseFor?: number;
  /** Deliveries held at the same time: on one platform, in one workspace. Left out, what its limits let through soon. */
  readonly room?: Room;
  /** Posts of one workspace under way at the same time. Left out, by its limits too. */
  readonly laneWidth?: number;
};

export type Worker = Looker & {
  /** Takes on nothing more and waits for what is under way, at most this many milliseconds; the rest is left to the leases. */
  stop(patience?: number): Promise<void>;
  /** Deliveries in hand. */
  readonly held: () => number;
};

/** One platform, as this worker posts to it. */
type Lane = { readonly pacer: Pacer; readonly tools: DeliverTools; readonly occupancy: Occupancy };

const usualRests = { backoff: SHORTEST_BACKOFF, circuit: 30_000 };
/** Deliveries claimed in one transaction. */
const claimSize = 512;
const usualPatience = 6000;

export function createWorker(options: WorkerOptions): Worker {
  const { store, owner, alarm, random, onEvent } = options;
  const clock = watchedClock(options.clock, () => {
    for (const part of [circuits, looks, ...[...lanes.values()].map(({ pacer }) => pacer)]) part.forget();
  });
  const { settling = usualSettling, rests = usualRests, leaseFor = 30_000 } = options;
  const circuits: Circuits = createCircuits({
    clock,
    random,
    openFor: rests.circuit,
    onOpen: (workspace, until) => onEvent({ kind: 'circuit-opened', workspace, until }),
    onClose: (workspace) => onEvent({ kind: 'circuit-closed', workspace }),
  });
  const looks = createLooks(clock);
  const digestOf = recentDigests(store.digests);
  const conclude = createConclude({ ...options, clock });
  const onFault = (error: unknown) => onEvent({ kind: 'fault', delivery: null, error });
  const keepLease = createLeases({ deliveries: store.deliveries, clock, alarm, leaseFor, onFault });
  const lanes = new Map<Platform, Lane>();
  for (const [platform, adapter] of options.adapters) lanes.set(platform, laneOf(adapter));
  const shareRates = createRateSharing({
    deliveries: store.deliveries,
    clock,
    alarm,
    posting: () =>
      [...lanes].flatMap(([platform, { pacer, occupancy }]) =>
        occupancy.held() > 0 ? [{ platform, pacer }] : [],
      ),
    onFault,
  });
  /** The end of the last delivery of each channel: the next one begins then. */
  const lastOfChannel = new Map<string, Promise<void>>();
  const underWay = createCrowd<Promise<void>>();
  let roomCallback = () => {};
  let claims = 0;
  let stopping = false;

  function laneOf(adapter: PlatformAdapter): Lane {
    const { limits } = adapter;
    const { room = roomFor(limits), laneWidth = laneWidthFor(limits) } = options;
    const pacer = createPacer({ limits, clock, alarm, laneWidth, width: platformWidth });
    const tools = {
      store,
      digestOf,
      adapter,
      pacer,
      looks,
      circuits,
      clock,
      random,
      compose: options.compose,
      render: renderOnce(adapter),
      onUnknown: options.onUnknown,
      settling,
      shortestBackoff: rests.backoff,
    };
    const occupancy = createOccupancy({
      room,
      isPostingFull: pacer.isFull,
      worthwhile: claimSize,
      onRoom: () => roomCallback(),
    });
    return { pacer, tools, occupancy };
  }

  /**
   * Each claim has a name of its own. A delivery whose lease ran out may have been with somebody else before it came
   * back: whoever held it here the first time knows too little, and must not write or post any more.
   */
  const nextClaimant = () => `${owner}#${++claims}`;

  function takeOn(delivery: Delivery, { tools, occupancy }: Lane): void {
    const lease = keepLease(delivery.id, delivery.lease ?? { owner, until: clock() + leaseFor });
    const giveBack = occupancy.take(workspaceKey(delivery.channel));
    shareRates();
    const channel = channelKey(delivery.channel);
    const before = lastOfChannel.get(channel);
    const seen = before ? before.then(() => see(delivery, lease, tools)) : see(delivery, lease, tools);
    const work = seen.then(() => {
      lease.release();
      if (lastOfChannel.get(channel) === work) lastOfChannel.delete(channel);
      leave();
      giveBack();
    });
    lastOfChannel.set(channel, work);
    const leave = underWay.enter(work);
  }

  /** Sees one try to its end and writes down how it ended. Never rejects. */
  async function see(delivery: Delivery, lease: KeptLease, tools: DeliverTools): Promise<void> {
    try {
      await conclude(delivery, lease.owner, await attempt(delivery, lease, tools));
    } catch (error) {
      // The ledger could not be written or a part of ours is broken: the lease runs out, then somebody looks again.
      onEvent({ kind: 'fault', delivery, error });
    }
  }

  async function attempt(delivery: Delivery, lease: KeptLease, tools: DeliverTools): Promise<Ended> {
    try {
      if (stopping) throw new Stopped('The worker is stopping.');
      return await deliver(tools, delivery, lease);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      return {
        kind: 'again',
        at: clock(),
        error: 'The worker stopped before its turn came.',
        counts: false,
        refusal: null,
        part: null,
      };
    }
  }

  return {
    platforms: [...lanes.keys()],
    held: underWay.size,
    onRoom(ready) {
      roomCallback = ready;
    },
    async look({ id, channel }) {
      const lane = lanes.get(channel.platform);
      if (!lane) return;
      const workspace = workspaceKey(channel);
      if (stopping || circuits.openUntil(workspace) !== null) return;
      if (lane.occupancy.left() <= 0 || lane.occupancy.isFull(workspace)) return lane.occupancy.turnedAway();
      const delivery = await store.deliveries.claimOne(id, { owner: nextClaimant(), now: clock(), leaseFor });
      if (delivery) takeOn(delivery, lane);
    },
    async sweep() {
      let taken = 0;
      for (const [platform, lane] of lanes) {
        if (stopping) break;
        const limit = Math.min(claimSize, lane.occupancy.left());
        const full = lane.occupancy.fullWorkspaces();
        if (limit <= 0 || full.length > 0) lane.occupancy.turnedAway();
        if (limit <= 0) continue;
        const claimed = await store.deliveries.claim({
          owner: nextClaimant(),
          now: clock(),
          leaseFor,
          limit,
          platforms: [platform],
          exceptWorkspaces: [...new Set([...circuits.open(), ...full])],
        });
        for (const delivery of claimed) takeOn(delivery, lane);
        taken += claimed.length;
      }
      return taken;
    },
    async stop(patience = usualPatience) {
      stopping = true;
      for (const { pacer } of lanes.values()) pacer.close();
      looks.close();
      let cancel = () => {};
      const late = new Promise<void>((resolve) => {
        cancel = alarm(clock() + patience, resolve);
      });
      while (underWay.size() > 0 && (await Promise.race([Promise.all(underWay), late])) !== undefined);
      cancel();
    },
  };
}
