/** What to do when a call to a platform failed. */
import { workspaceKey } from '../domain/channel.ts';
import type { DeliveryPart } from '../domain/delivery.ts';
import { CourantError, describeError, isCourantError } from '../domain/errors.ts';
import type { Instant } from '../domain/time.ts';
import type { Attempt, DeliverTools } from './attempt.ts';
import type { Ended } from './ended.ts';
import { backoff, OLDEST_WORTH_POSTING, worthRetrying } from './retry.ts';

const second = 1000;
/** In a workspace that refuses us nothing is tried for so long: enough to let its subscriptions rest. */
const refusedRest = 30 * second;
/** A platform that refuses us altogether is asked again after this: its patience with such calls is counted. */
const refusedPlatformRest = 5 * 60 * second;

/**
 * What a failed call means for the delivery.
 * @param call `look`: it only asked whether the part is there
 * @param part what to write of it, null to leave it as it stands
 */
export function failed(
  tools: DeliverTools,
  attempt: Attempt,
  call: 'post' | 'look',
  error: CourantError,
  part: DeliveryPart | null,
): Ended {
  const { delivery, context } = attempt;
  const { channel } = delivery;
  const now = tools.clock();
  const workspace = workspaceKey(channel);
  const text = error.reason ? `${describeError(error)} (${error.reason})` : describeError(error);
  const again = (at: Instant, counts: boolean, refusal: CourantError | null = null): Ended => {
    return { kind: 'again', at, error: text, counts, refusal, part };
  };
  const dead = (refusal: CourantError | null): Ended => ({ kind: 'dead', error: text, refusal, part });

  switch (error.code) {
    case 'refused':
      tools.circuits.succeeded(workspace);
      // Whoever else waits there would be refused too; by then their subscriptions rest.
      if (error.scope === 'workspace') tools.circuits.shut(workspace, refusedRest);
      if (error.scope !== 'platform' || now - delivery.dueAt >= OLDEST_WORTH_POSTING) return dead(error);
      tools.pacer.holdAll(now + refusedPlatformRest);
      return again(now + refusedPlatformRest, false, error);
    case 'rate-limited': {
      tools.circuits.succeeded(workspace);
      const until = Math.max(error.retryAt ?? 0, now + second);
      if (error.scope === 'platform') tools.pacer.holdAll(until);
      else if (call === 'post') tools.pacer.hold(channel, until);
      // All who wait for the same moment don't come at the same millisecond.
      const at = until + Math.floor(tools.random() * second);
      return now - delivery.dueAt < OLDEST_WORTH_POSTING ? again(at, false) : dead(null);
    }
    case 'unknown-outcome': {
      tools.circuits.failed(workspace);
      if (!worthRetrying(delivery, now)) return dead(null);
      const repeatable = tools.adapter.limits.idempotentFor ?? 0;
      const soon = now + tools.settling.first * (0.5 + tools.random() / 2);
      return again(soon < context.sendingAt + repeatable ? soon : now + tools.settling.first, true);
    }
    default:
      tools.circuits.failed(workspace);
      return worthRetrying(delivery, now)
        ? again(now + backoff(delivery.attempts, tools.random, tools.shortestBackoff), true)
        : dead(null);
  }
}

export function circuitOpen(tools: DeliverTools, { delivery }: Attempt): Ended | null {
  const until = tools.circuits.openUntil(workspaceKey(delivery.channel));
  if (until === null) return null;
  const at = until + Math.floor(tools.random() * second);
  return {
    kind: 'again',
    at,
    error: 'The platform is not answering there.',
    counts: false,
    refusal: null,
    part: null,
  };
}

/** What is no CourantError is a fault nobody foresaw: whether anything was sent is then unknown. */
export function asCourantError(error: unknown): CourantError {
  if (isCourantError(error)) return error;
  return new CourantError('unknown-outcome', describeError(error), { cause: error });
}
