/** Before a part is sent: is it there already? */
import { workspaceKey } from '../domain/channel.ts';
import type { DeliveryPart } from '../domain/delivery.ts';
import type { Instant } from '../domain/time.ts';
import type { Attempt, DeliverTools } from './attempt.ts';
import type { Ended } from './ended.ts';
import { asCourantError, circuitOpen, failed } from './failure.ts';
import { Stopped } from './pacing.ts';
import { reconcile } from './reconcile.ts';

/** Nothing was sent, it is there already, or the try ends here. */
export type Settled =
  | { readonly kind: 'send' }
  | { readonly kind: 'posted'; readonly messageId: string | null }
  | { readonly kind: 'ended'; readonly ended: Ended };

/** @param attempt of a part that is in doubt */
export async function settle(tools: DeliverTools, attempt: Attempt): Promise<Settled> {
  const { channel } = attempt.delivery;
  try {
    return await tools.looks.take(workspaceKey(channel), () => look(tools, attempt));
  } catch (error) {
    if (error instanceof Stopped) throw error;
    // The looking failed, so nothing more is known of the part: it stays as it is.
    return ends(failed(tools, attempt, 'look', asCourantError(error), null));
  }
}

async function look(tools: DeliverTools, attempt: Attempt): Promise<Settled> {
  const { delivery, part, context } = attempt;
  // It may have opened while others looked.
  const closed = circuitOpen(tools, attempt);
  if (closed) return ends(closed);
  const verdict = await reconcile(tools.adapter, delivery.channel, part, context, tools.clock(), tools);
  switch (verdict.kind) {
    case 'look-again':
      return ends(lookAgain(part, verdict.at));
    case 'hold':
      return ends(hold(part));
    default:
      return verdict;
  }
}

function lookAgain(part: DeliveryPart, at: Instant): Ended {
  const error = 'It is not known whether it got through; not found at the first look.';
  return { kind: 'again', at, error, counts: false, refusal: null, part: { ...part, state: 'unknown' } };
}

/** Held as `pending`: an operator's retry is the decision to send it. */
function hold(part: DeliveryPart): Ended {
  const error = 'It may have got through, and the channel cannot be read to find out.';
  return { kind: 'held', error, part: { ...part, state: 'pending', sendingAt: null } };
}

function ends(ended: Ended): Settled {
  return { kind: 'ended', ended };
}
