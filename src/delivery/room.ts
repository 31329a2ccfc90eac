/** How much a worker takes on at a time, by the limits of its platform. */
import type { PostingLimits } from '../../adapters/platform-adapter.ts';

/** Deliveries held at the same time: on one platform, in one workspace. */
export type Room = { readonly platform: number; readonly workspace: number };

/** What is held waits in this process alone: no more than its limits let through in about this many seconds. */
const heldSeconds = 20;

export function roomFor({ perWorkspace, overall }: PostingLimits): Room {
  return {
    platform: within(100, overall * heldSeconds, 2000),
    workspace: within(50, perWorkspace * heldSeconds, 1000),
  };
}

/** Enough posts at once that the rate is reached although answers take seconds. */
export function laneWidthFor({ perWorkspace }: PostingLimits): number {
  return within(4, perWorkspace * 4, 64);
}

/**
 * Posts of one platform under way at the same time: several workspaces that hang don't fill it. Each has a connection
 * of its own, and a crash leaves no more than these in doubt.
 */
export const platformWidth = 256;

/**
 * Deliveries of one platform held while that many posts are under way: more would only wait for those to end, and what
 * waits long must be moved about by the garbage collector. Enough that the next claim comes before they run out.
 */
export const heldWhenFull = 4 * platformWidth;

function within(least: number, wanted: number, most: number): number {
  return Math.ceil(Math.min(most, Math.max(least, wanted)));
}
