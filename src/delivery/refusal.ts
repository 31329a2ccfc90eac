/** What a platform's definite no means for subscriptions: they rest, and somebody is told once. */
import { type ChannelRef, channelKey } from '../domain/channel.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { CourantError } from '../domain/errors.ts';
import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { Notify } from './events.ts';

export type RefusalTools = {
  readonly store: Pick<Store, 'subscriptions' | 'audit'>;
  readonly clock: Clock;
  readonly notify: Notify;
};

/** Pauses whatever the refusal concerns. A refused message concerns nobody but the operator: it is a dead letter. */
export async function answerRefusal(
  tools: RefusalTools,
  { channel }: Delivery,
  refusal: CourantError,
): Promise<void> {
  const mend = refusal.mend ?? null;
  switch (refusal.scope) {
    case 'channel':
    case 'workspace':
      return pauseSubscriptions(tools, channel, refusal.scope, refusal.message, mend);
    case 'platform':
      return tools.notify({ kind: 'platform-refuses', channel, reason: refusal.message, mend });
    default:
      return;
  }
}

/**
 * Lets the active subscriptions of a channel, or of its whole workspace, rest until somebody resumes them, and says
 * so once. Subscriptions that rest already are left alone, so a second call says nothing.
 */
async function pauseSubscriptions(
  { store, clock, notify }: RefusalTools,
  channel: ChannelRef,
  scope: 'channel' | 'workspace',
  reason: string,
  mend: string | null,
): Promise<void> {
  const concerned =
    scope === 'channel'
      ? await store.subscriptions.ofChannel(channel)
      : await store.subscriptions.ofWorkspace(channel.platform, channel.workspace);
  const paused: string[] = [];
  for (const { id } of concerned) {
    const subscription = await store.subscriptions.get(id);
    if (!subscription || subscription.pausedBecause !== null) continue;
    await store.subscriptions.save({
      ...subscription,
      nextDueAt: null,
      nextPeriod: null,
      pausedBecause: reason,
    });
    await store.audit.add({
      at: clock(),
      actor: 'courant',
      workspace: subscription.channel.workspace,
      channel: subscription.channel,
      action: 'paused',
      detail: `Paused the digest of ${subscription.topic} in ${channelKey(subscription.channel)}: ${reason}`,
    });
    paused.push(id);
  }
  if (paused.length === 0) return;
  await notify({ kind: 'paused', scope, channel, subscriptions: paused, reason, mend });
}
