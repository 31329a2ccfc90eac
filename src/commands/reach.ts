import type { ReachChange } from '../../adapters/platform-adapter.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import { nextDue } from '../schedule/due-time.ts';
import type { CommandContext } from './context.ts';

/** Marks a pause as ours, so that only such a pause ends by itself. */
const lostMark = 'out of reach: ';

/** A channel or workspace lost pauses its subscriptions with the reason; found again, or moved, they go on. */
export async function reach(context: CommandContext, change: ReachChange): Promise<void> {
  const { store, clock } = context;
  const { channel } = change;
  const affected =
    channel.channel === null
      ? await store.subscriptions.ofWorkspace(channel.platform, channel.workspace)
      : await store.subscriptions.ofChannel(channel);
  for (const subscription of affected) {
    const changed = after(subscription, change, clock());
    if (changed) await store.subscriptions.save(changed);
  }
  if (affected.length === 0) return;
  await store.audit.add({
    at: clock(),
    actor: 'courant',
    workspace: channel.workspace,
    channel: change.movedTo ?? (channel.channel === null ? null : channel),
    action: change.movedTo ? 'moved' : change.reachable ? 'reachable again' : 'out of reach',
    detail: change.reason,
  });
}

function after(subscription: Subscription, change: ReachChange, now: Instant): Subscription | null {
  if (change.movedTo) return { ...subscription, channel: change.movedTo };
  return change.reachable ? wokenUp(subscription, now) : paused(subscription, change.reason);
}

function paused(subscription: Subscription, reason: string): Subscription | null {
  if (subscription.pausedBecause !== null) return null;
  return { ...subscription, nextDueAt: null, nextPeriod: null, pausedBecause: `${lostMark}${reason}` };
}

function wokenUp(subscription: Subscription, now: Instant): Subscription | null {
  if (!subscription.pausedBecause?.startsWith(lostMark)) return null;
  const next = nextDue(subscription.schedule, now);
  return { ...subscription, nextDueAt: next.at, nextPeriod: next.period, pausedBecause: null };
}
