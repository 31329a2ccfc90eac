/**
 * Lets posts through no faster than a platform takes them: a channel, a workspace and the whole platform each have
 * their rate, and workspaces take turns, so that one with ten thousand channels does not keep another waiting.
 */
import type { PostingLimits } from '../../adapters/platform-adapter.ts';
import { type ChannelRef, channelKey, workspaceKey } from '../domain/channel.ts';
import { createCrowd } from '../domain/crowd.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { Alarm } from './alarm.ts';

export type PacingOptions = {
  readonly limits: PostingLimits;
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Posts of one workspace under way at the same time. */
  readonly laneWidth?: number;
  /** Posts under way at the same time in all. */
  readonly width?: number;
};

export type Pacer = {
  /** Resolves when one post to this channel may go. Its result is called when the post was answered or failed. */
  enter(channel: ChannelRef): Promise<() => void>;
  /** As many posts are under way as may be: whoever enters now waits for one of them to leave. */
  isFull(): boolean;
  /** The platform asked to wait: nothing goes to this channel before. */
  hold(channel: ChannelRef, until: Instant): void;
  /** Nothing goes anywhere before. */
  holdAll(until: Instant): void;
  /** So many processes post here: each keeps to its part of what workspaces and the platform allow. */
  share(processes: number): void;
  /** Forgets what it waits for: the clock was set back. */
  forget(): void;
  /** Turns away whoever waits, with `Stopped`. */
  close(): void;
};

/** Waiting ended because the worker stops: nothing was sent. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

type Waiter = {
  readonly channel: ChannelRef;
  readonly go: (leave: () => void) => void;
  readonly turnAway: () => void;
};
type Lane = { readonly waiting: Waiter[]; underWay: number; readyAt: Instant };

/** A timer that rings late does not lower the rate: up to this much is made up for. */
const slack = 20;
/** The clock leaves out what is less than a millisecond; the platform does not. */
const tick = 1;
/** So many channels told to wait in this time, and it is the workspace that is limited. */
const workspaceSigns = 3;
const signMemory = 10_000;
/** Beyond this, channels whose turn has long come are forgotten. */
const channelsRemembered = 20_000;

export function createPacer(options: PacingOptions): Pacer {
  const { limits, clock, alarm, laneWidth = 16, width = Number.POSITIVE_INFINITY } = options;
  const spacing = {
    channel: 1000 / limits.perChannel,
    workspace: 1000 / limits.perWorkspace,
    overall: 1000 / limits.overall,
  };
  const channels = new Map<string, Instant>();
  /** In the order of their turns. */
  const lanes = new Map<string, Lane>();
  /** Those whose channel is not ready yet. */
  const asleep = createCrowd<{ readonly waiter: Waiter; readonly cancel: () => void }>();
  const signs = new Map<string, Map<string, Instant>>();
  let overallReadyAt = 0;
  let underWay = 0;
  let processes = 1;
  let closed = false;
  let cancelTimer = () => {};

  function laneOf(workspace: string): Lane {
    const lane = lanes.get(workspace) ?? { waiting: [], underWay: 0, readyAt: 0 };
    lanes.set(workspace, lane);
    return lane;
  }

  /** Waits for the channel first, in nobody's way; then for the turn of its workspace. */
  function queue(waiter: Waiter): void {
    const now = clock();
    const readyAt = channels.get(channelKey(waiter.channel)) ?? 0;
    if (readyAt > now) {
      const cancel = alarm(readyAt, () => {
        leave();
        queue(waiter);
      });
      const leave = asleep.enter({ waiter, cancel });
    } else {
      laneOf(workspaceKey(waiter.channel)).waiting.push(waiter);
      letThrough();
    }
  }

  function letThrough(): void {
    cancelTimer();
    while (underWay < width) {
      const now = clock();
      const next = overallReadyAt > now ? overallReadyAt : nextLane(now);
      if (typeof next === 'number') {
        wakeAt(next);
        return;
      }
      const [workspace, lane] = next;
      const waiter = lane.waiting.shift();
      if (!waiter) continue;
      if ((channels.get(channelKey(waiter.channel)) ?? 0) > now) {
        queue(waiter);
        continue;
      }
      lanes.delete(workspace);
      lanes.set(workspace, lane);
      lane.underWay++;
      underWay++;
      lane.readyAt = Math.max(lane.readyAt, now - slack) + spacing.workspace * processes;
      overallReadyAt = Math.max(overallReadyAt, now - slack) + spacing.overall * processes;
      waiter.go(leaving(waiter.channel, workspace, lane));
    }
  }

  /** The lane whose turn it is, or when one will be ready: Infinity when somebody must leave first. */
  function nextLane(now: Instant): readonly [string, Lane] | Instant {
    let soonest = Number.POSITIVE_INFINITY;
    for (const entry of lanes) {
      const [, lane] = entry;
      if (lane.waiting.length === 0 || lane.underWay >= laneWidth) continue;
      if (lane.readyAt <= now) return entry;
      soonest = Math.min(soonest, lane.readyAt);
    }
    return soonest;
  }

  function wakeAt(at: Instant): void {
    if (at !== Number.POSITIVE_INFINITY) cancelTimer = alarm(at, letThrough);
  }

  /** A channel's next post is counted from this one's answer: the platform cannot have seen it later. */
  function leaving(channel: ChannelRef, workspace: string, lane: Lane): () => void {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      lane.underWay--;
      underWay--;
      if (spacing.channel > 0) notBefore(channelKey(channel), clock() + tick + spacing.channel);
      if (lane.waiting.length === 0 && lane.underWay === 0 && lane.readyAt <= clock())
        lanes.delete(workspace);
      letThrough();
    };
  }

  function notBefore(key: string, at: Instant): void {
    channels.set(key, Math.max(channels.get(key) ?? 0, at));
    if (channels.size < channelsRemembered) return;
    const now = clock();
    for (const [other, readyAt] of channels) if (readyAt <= now) channels.delete(other);
  }

  return {
    enter(channel) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Stopped('The worker is stopping.'));
        const waiter: Waiter = {
          channel,
          go: resolve,
          turnAway: () => reject(new Stopped('The worker is stopping.')),
        };
        queue(waiter);
      });
    },
    isFull: () => underWay >= width,
    hold(channel, until) {
      notBefore(channelKey(channel), until);
      const workspace = workspaceKey(channel);
      const recent = signs.get(workspace) ?? new Map<string, Instant>();
      signs.set(workspace, recent.set(channel.channel, clock()));
      for (const [other, at] of recent) if (clock() - at > signMemory) recent.delete(other);
      if (recent.size < workspaceSigns) return;
      const lane = laneOf(workspace);
      lane.readyAt = Math.max(lane.readyAt, until);
      signs.delete(workspace);
    },
    holdAll(until) {
      overallReadyAt = Math.max(overallReadyAt, until);
    },
    share(count) {
      processes = Math.max(1, count);
    },
    forget() {
      // Alarms that are set ring after the time that was left, whatever the clock shows.
      channels.clear();
      signs.clear();
      for (const lane of lanes.values()) lane.readyAt = 0;
      overallReadyAt = 0;
    },
    close() {
      closed = true;
      cancelTimer();
      for (const { waiter, cancel } of asleep) {
        cancel();
        waiter.turnAway();
      }
      for (const { waiting } of lanes.values()) for (const waiter of waiting) waiter.turnAway();
      lanes.clear();
    },
  };
}
