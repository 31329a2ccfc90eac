/** Takes on deliveries and sees each to the end of a try, many at once, with their leases kept alive. */
import type { PlatformAdapter } from '../../adapters/platform-adapter.ts';
import { channelKey, type Platform, workspaceKey } from '../domain/channel.ts';
import { createCrowd } from '../domain/crowd.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { CourantError } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { Alarm } from './alarm.ts';
import type { Compose, DeliverTools } from './attempt.ts';
import { type Circuits, createCircuits } from './circuit.ts';
import { deliver } from './deliver.ts';
import { type Ended, outcomeOf } from './ended.ts';
import type { Notify, OnDeliveryEvent } from './events.ts';
import { createLeases, type KeptLease } from './leases.ts';
import { createLooks } from './looks.ts';
import { createPacer, type Pacer, Stopped } from './pacing.ts';
import type { Looker, Notice } from './queue.ts';
import { type OnUnknown, type Settling, usualSettling } from './reconcile.ts';
import { answerRefusal } from './refusal.ts';
import { SHORTEST_BACKOFF } from './retry.ts';
import { heldWhenFull, laneWidthFor, platformWidth, type Room, roomFor } from './room.ts';
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

type Held = { readonly delivery: Delivery; readonly lease: KeptLease };
type Lane = {
  readonly pacer: Pacer;
  readonly tools: DeliverTools;
  readonly room: Room;
  /** Deliveries in hand. */
  held: number;
};

const usualRests = { backoff: SHORTEST_BACKOFF, circuit: 30_000 };
/** Deliveries claimed in one transaction. */
const claimSize = 512;
const usualPatience = 6000;
/** Milliseconds between two counts of the workers that post. */
const sharingEvery = 500;

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
  const onFault = (error: unknown) => onEvent({ kind: 'fault', delivery: null, error });
  const keepLease = createLeases({ deliveries: store.deliveries, clock, alarm, leaseFor, onFault });
  const lanes = new Map<Platform, Lane>();
  for (const [platform, adapter] of options.adapters) {
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
    lanes.set(platform, { pacer, tools, room, held: 0 });
  }
  const inWorkspace = new Map<string, number>();
  /** The end of the last delivery of each channel: the next one begins then. */
  const lastOfChannel = new Map<string, Promise<void>>();
  const underWay = createCrowd<Promise<void>>();
  let roomCallback = () => {};
  let wasFull = false;
  let released = 0;
  let claims = 0;
  let sharing = false;
  let stopping = false;
  let lastAnswer: Promise<void> = Promise.resolve();

  /**
   * Each claim has a name of its own. A delivery whose lease ran out may have been with somebody else before it came
   * back: whoever held it here the first time knows too little, and must not write or post any more.
   */
  const nextClaimant = () => `${owner}#${++claims}`;
  const roomLeft = ({ held, room, pacer }: Lane) =>
    (pacer.isFull() ? Math.min(heldWhenFull, room.platform) : room.platform) - held;
  const isFull = (workspace: string, { room }: Lane) => (inWorkspace.get(workspace) ?? 0) >= room.workspace;
  const fullWorkspaces = (lane: Lane) =>
    [...inWorkspace.keys()].filter((workspace) => isFull(workspace, lane));

  /** While something is in hand: who else posts there is seen from their leases. */
  async function shareRates(): Promise<void> {
    sharing = true;
    try {
      for (const [platform, { pacer, held }] of lanes) {
        if (held > 0) pacer.share(await store.deliveries.workers(platform, clock()));
      }
    } catch (error) {
      onFault(error);
    }
    alarm(clock() + sharingEvery, () => {
      sharing = false;
      if (underWay.size() > 0) void shareRates();
    });
  }

  function takeOn(delivery: Delivery, lane: Lane): void {
    const lease = delivery.lease ?? { owner, until: clock() + leaseFor };
    const held: Held = { delivery, lease: keepLease(delivery.id, lease) };
    const workspace = workspaceKey(delivery.channel);
    const channel = channelKey(delivery.channel);
    lane.held++;
    if (!sharing) void shareRates();
    inWorkspace.set(workspace, (inWorkspace.get(workspace) ?? 0) + 1);
    const before = lastOfChannel.get(channel);
    const work = (before ? before.then(() => see(held, lane)) : see(held, lane)).then(() => {
      held.lease.release();
      if (lastOfChannel.get(channel) === work) lastOfChannel.delete(channel);
      leave();
      giveRoom(workspace, lane);
    });
    lastOfChannel.set(channel, work);
    const leave = underWay.enter(work);
  }

  /** Says that there is room, once a good part of it is free: claiming many at once is what makes it fast. */
  function giveRoom(workspace: string, lane: Lane): void {
    lane.held--;
    const left = (inWorkspace.get(workspace) ?? 1) - 1;
    if (left > 0) inWorkspace.set(workspace, left);
    else inWorkspace.delete(workspace);
    released++;
    const isHalfFree = left === Math.floor(lane.room.workspace / 2);
    const worthwhile = Math.min(claimSize, lane.room.platform / 2);
    if (!wasFull || (released < worthwhile && !isHalfFree && lane.held > 0)) return;
    wasFull = false;
    released = 0;
    roomCallback();
  }

  /** Sees one try to its end and writes down how it ended. Never rejects. */
  async function see(held: Held, lane: Lane): Promise<void> {
    const { delivery } = held;
    try {
      const ended = await attempt(held, lane);
      if (ended.kind === 'lost') return onEvent({ kind: 'lease-lost', delivery });
      await conclude(held, ended);
    } catch (error) {
      // The ledger could not be written or a part of ours is broken: the lease runs out, then somebody looks again.
      onEvent({ kind: 'fault', delivery, error });
    }
  }

  async function attempt({ delivery, lease }: Held, { tools }: Lane): Promise<Ended> {
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

  async function conclude({ delivery, lease }: Held, ended: Exclude<Ended, { kind: 'lost' }>): Promise<void> {
    const now = clock();
    const saved = await store.deliveries.finish(delivery.id, lease.owner, outcomeOf(delivery, ended, now));
    if (!saved) return onEvent({ kind: 'lease-lost', delivery });
    switch (ended.kind) {
      case 'posted':
        return onEvent({ kind: 'posted', delivery, at: now, found: ended.found });
      case 'skipped':
        return onEvent({ kind: 'skipped', delivery, error: ended.error });
      case 'again':
        onEvent({ kind: 'waits', delivery, until: ended.at, error: ended.error });
        if (ended.refusal) await answerInTurn(delivery, ended.refusal);
        return options.announce([{ id: delivery.id, channel: delivery.channel, at: ended.at }]);
      case 'held':
        onEvent({ kind: 'held', delivery, error: ended.error });
        return options.notify({ kind: 'held', delivery, reason: ended.error });
      case 'dead':
        onEvent({ kind: 'dead', delivery, error: ended.error });
        if (ended.refusal) await answerInTurn(delivery, ended.refusal);
    }
  }

  /** One at a time, so that many refusals of one workspace find it paused after the first and say nothing more. */
  function answerInTurn(delivery: Delivery, refusal: CourantError): Promise<void> {
    const answer = () => answerRefusal(options, delivery, refusal);
    lastAnswer = lastAnswer.then(answer, answer);
    return lastAnswer;
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
      if (roomLeft(lane) <= 0 || isFull(workspace, lane)) {
        wasFull = true;
        return;
      }
      const delivery = await store.deliveries.claimOne(id, { owner: nextClaimant(), now: clock(), leaseFor });
      if (delivery) takeOn(delivery, lane);
    },
    async sweep() {
      let taken = 0;
      for (const [platform, lane] of lanes) {
        if (stopping) break;
        const limit = Math.min(claimSize, roomLeft(lane));
        const full = fullWorkspaces(lane);
        if (limit <= 0 || full.length > 0) wasFull = true;
        if (limit <= 0) continue;
        const exceptWorkspaces = [...new Set([...circuits.open(), ...full])];
        const claimed = await store.deliveries.claim({
          owner: nextClaimant(),
          now: clock(),
          leaseFor,
          limit,
          platforms: [platform],
          exceptWorkspaces,
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
