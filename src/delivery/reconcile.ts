/** Finds out what became of a part that was being sent when its answer, or its sender, was lost. */
import type { PlatformAdapter, PostContext } from '../../adapters/platform-adapter.ts';
import type { ChannelRef } from '../domain/channel.ts';
import type { DeliveryPart } from '../domain/delivery.ts';
import type { Instant } from '../domain/time.ts';

/** What to do when it can't be found out: rather not at all, or rather twice. */
export type OnUnknown = 'hold' | 'resend';

/** Milliseconds between sending and looking, and between the two looks. */
export type Settling = { readonly first: number; readonly second: number };

/**
 * What was posted may not be readable at once, and a request that timed out here may still be worked on there:
 * so a message counts as absent only when it was looked for twice, with time between.
 */
export const usualSettling: Settling = { first: 10_000, second: 30_000 };

export type Verdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'posted'; readonly messageId: string | null }
  /** Not there at the first look. */
  | { readonly kind: 'look-again'; readonly at: Instant }
  | { readonly kind: 'hold' };

/** It may have been sent. */
export function inDoubt({ state }: DeliveryPart): boolean {
  return state === 'sending' || state === 'unknown';
}

/**
 * @param part `sending`: not looked for yet; `unknown`: looked for once, in vain
 * @throws CourantError what the platform said to the looking
 */
export async function reconcile(
  adapter: Pick<PlatformAdapter, 'findPosted' | 'limits'>,
  channel: ChannelRef,
  part: DeliveryPart,
  context: PostContext,
  now: Instant,
  { onUnknown, settling }: { readonly onUnknown: OnUnknown; readonly settling: Settling },
): Promise<Verdict> {
  if (!inDoubt(part)) return { kind: 'send' };
  // Within this time the platform itself sees to it that a repeated post makes no second message.
  // A part from the future was sent by a machine whose clock is ahead: how long ago, nobody knows.
  const age = now - context.sendingAt;
  if (age >= 0 && age < (adapter.limits.idempotentFor ?? 0)) return { kind: 'send' };
  const found = await adapter.findPosted(channel, context);
  if (found === 'unreadable') return { kind: onUnknown === 'resend' ? 'send' : 'hold' };
  if (found !== 'absent') return { kind: 'posted', messageId: found.messageId };
  return part.state === 'unknown' ? { kind: 'send' } : { kind: 'look-again', at: now + settling.second };
}
