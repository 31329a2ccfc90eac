import type { ReachChange } from '../../adapters/platform-adapter.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import { nextDue } from '../schedule/due-time.ts';
import type { CommandContext } from './context.ts';
import { outOfReach, pausedByPerson } from './digest/pause-reason.ts';

const day = 86_400_000;

/**
 * A channel or workspace lost pauses its subscriptions with the reason, and says so once; found again, or moved, they
 * go on. What a person paused stays paused.
 */
export async function reach(context: CommandContext, change: ReachChange): Promise<void> {
  const { store, clock } = context;
  const { channel } = change;
  const affected =
    channel.channel === null
      ? await store.subscriptions.ofWorkspace(channel.platform, channel.workspace)
      : await store.subscriptions.ofChannel(channel);
  const changed = affected
    .map((subscription) => after(subscription, change, clock()))
    .filter((subscription) => subscription !== null);
  for (const subscription of changed) await store.subscriptions.save(subscription);
  if (changed.length === 0) return;
  await store.audit.add({
    at: clock(),
    actor: 'courant',
    workspace: channel.workspace,
    channel: change.movedTo ?? (channel.channel === null ? null : channel),
    action: change.movedTo ? 'moved' : change.reachable ? 'reachable again' : 'out of reach',
    detail: change.reason,
  });
  // Nobody can be told in a workspace that is gone.
  if (channel.channel === null || change.reachable || change.movedTo) return;
  await context.lost({ channel, subscriptions: changed.map(({ id }) => id), reason: change.reason });
}

function after(subscription: Subscription, change: ReachChange, now: Instant): Subscription | null {
  if (change.movedTo) return { ...subscription, channel: change.movedTo };
  return change.reachable ? wokenUp(subscription, now) : paused(subscription, change.reason);
}

function paused(subscription: Subscription, reason: string): Subscription | null {
  if (subscription.pausedBecause !== null) return null;
  return { ...subscription, nextDueAt: null, nextPeriod: null, pausedBecause: outOfReach(reason) };
}

function wokenUp(subscription: Subscription, now: Instant): Subscription | null {
  const { pausedBecause, schedule } = subscription;
  if (pausedBecause === null || pausedBecause === pausedByPerson) return null;
  const next = nextDue(schedule, now);
  return {
    ...subscription,
    nextDueAt: next.at,
    nextPeriod: next.period,
    // As after a pause: nobody wants a month at once.
    coveredUntil: Math.max(subscription.coveredUntil, now - day),
    pausedBecause: null,
  };
}
