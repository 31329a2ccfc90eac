/**
 * One try at one delivery. Each step is written down before the next begins, so that a process may end at any
 * point and another goes on from what stands in the ledger:
 * freeze the rendered parts with the first marked `sending` -> post -> mark it posted and the next `sending` -> …
 * A part found in `sending` may have got through: it is looked for before anything is sent again.
 */
import type { Message } from '../../adapters/message/message.ts';
import type { PlatformAdapter, PostContext } from '../../adapters/platform-adapter.ts';
import { workspaceKey } from '../domain/channel.ts';
import type { Delivery, DeliveryPart } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import { CourantError, describeError, isCourantError } from '../domain/errors.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Clock, Instant } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { Circuits } from './circuit.ts';
import type { Pacer } from './pacing.ts';
import { type OnUnknown, reconcile, type Settling } from './reconcile.ts';
import { backoff, OLDEST_WORTH_POSTING, worthRetrying } from './retry.ts';

export type DeliverTools = {
  readonly store: Pick<Store, 'deliveries' | 'digests' | 'subscriptions'>;
  readonly adapter: PlatformAdapter;
  readonly pacer: Pacer;
  readonly circuits: Circuits;
  readonly clock: Clock;
  readonly random: () => number;
  /** The message of a delivery. Pure: what was posted must look the same when it is made again. */
  readonly compose: Compose;
  readonly onUnknown: OnUnknown;
  readonly settling: Settling;
  /** The first span of the backoff, milliseconds. */
  readonly shortestBackoff: number;
  readonly owner: string;
};

export type Compose = (made: {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** Null for a delivery that only says there is nothing new. */
  readonly digest: Digest | null;
}) => Message;

/** How a try ended. */
export type Ended =
  | { readonly kind: 'posted'; readonly found: boolean; readonly part: DeliveryPart | null }
  | {
      readonly kind: 'again';
      readonly at: Instant;
      readonly error: string;
      /** False when it only waited for its turn. */
      readonly counts: boolean;
      /** The platform refuses us altogether: somebody must be told. */
      readonly refusal: CourantError | null;
      readonly part: DeliveryPart | null;
    }
  | { readonly kind: 'held'; readonly error: string; readonly part: DeliveryPart | null }
  | {
      readonly kind: 'dead';
      readonly error: string;
      /** The platform's definite no, where that was it. */
      readonly refusal: CourantError | null;
      readonly part: DeliveryPart | null;
    }
  | { readonly kind: 'skipped'; readonly error: string; readonly part: null }
  /** Somebody else holds the lease now. */
  | { readonly kind: 'lost' };

const second = 1000;
/** In a workspace that refuses us nothing is tried for so long: enough to let its subscriptions rest. */
const refusedRest = 30 * second;
/** A platform that refuses us altogether is asked again after this: its patience with such calls is counted. */
const refusedPlatformRest = 5 * 60 * second;

/** @param holdsLease asked right before each post: false when the lease may be somebody else's */
export async function deliver(
  tools: DeliverTools,
  delivery: Delivery,
  holdsLease: () => Promise<boolean>,
): Promise<Ended> {
  const subscription = await tools.store.subscriptions.get(delivery.subscriptionId);
  if (!subscription) return { kind: 'skipped', error: 'The subscription was removed.', part: null };
  if (subscription.pausedBecause !== null) {
    return { kind: 'dead', error: `Not sent: ${subscription.pausedBecause}`, refusal: null, part: null };
  }
  const draft = await write(tools, delivery, subscription);
  if ('kind' in draft) return draft;

  let found = false;
  for (let index = 0; index < draft.parts.length; index++) {
    const part = draft.parts[index];
    if (!part || part.state === 'posted') continue;
    const context: PostContext = {
      key: delivery.id,
      part: index,
      parent: index === 0 ? null : (draft.parts[0]?.messageId ?? null),
      sendingAt: part.sendingAt ?? tools.clock(),
      crosspost: subscription.options.crosspost,
    };
    const attempt: Attempt = { delivery, part, context };
    const known = await settle(tools, attempt);
    if (known.kind === 'ended') return known.ended;
    if (known.kind === 'posted') found = true;
    const sent = known.kind === 'posted' ? known : await send(tools, attempt, draft, holdsLease);
    if (!('messageId' in sent)) return sent;

    const posted: DeliveryPart = {
      ...(draft.parts[index] ?? part),
      state: 'posted',
      messageId: sent.messageId,
    };
    // The last part is written together with the delivery's end.
    if (index === draft.parts.length - 1) return { kind: 'posted', found, part: posted };
    if (!(await tools.store.deliveries.savePart(delivery.id, tools.owner, posted))) return { kind: 'lost' };
    draft.parts = draft.parts.with(index, posted);
  }
  return { kind: 'posted', found, part: null };
}

type Attempt = { readonly delivery: Delivery; readonly part: DeliveryPart; readonly context: PostContext };
/** The parts as they stand in the ledger; not frozen yet, they stand there only in a moment. */
type Draft = { parts: readonly DeliveryPart[]; frozen: boolean };
type Sent = { readonly kind: 'sent'; readonly messageId: string };

/** The frozen parts, else newly rendered ones; or why there can be none. */
async function write(
  tools: DeliverTools,
  delivery: Delivery,
  subscription: Subscription,
): Promise<Draft | Ended> {
  if (delivery.parts.length > 0) return { parts: delivery.parts, frozen: true };
  const digest = delivery.digestId === null ? null : await tools.store.digests.get(delivery.digestId);
  try {
    if (delivery.digestId !== null && !digest)
      throw new CourantError('not-found', `Digest ${delivery.digestId} is gone.`);
    const message = tools.compose({ delivery, subscription, digest });
    const payloads = tools.adapter.render(message, delivery.id);
    const unsent = { state: 'pending', messageId: null, sendingAt: null } as const;
    return { parts: payloads.map((payload, index) => ({ index, payload, ...unsent })), frozen: false };
  } catch (error) {
    return {
      kind: 'dead',
      error: `It could not be written: ${describeError(error)}`,
      refusal: null,
      part: null,
    };
  }
}

/** Waits for its turn, writes down that it is being sent, and sends it. */
async function send(
  tools: DeliverTools,
  attempt: Attempt,
  draft: Draft,
  holdsLease: () => Promise<boolean>,
): Promise<Sent | Ended> {
  const leave = await tools.pacer.enter(attempt.delivery.channel);
  try {
    const closed = circuitOpen(tools, attempt);
    if (closed) return closed;
    if (!(await holdsLease())) return { kind: 'lost' };
    const sending = await markSending(tools, attempt, draft);
    return sending ? await post(tools, attempt, sending) : { kind: 'lost' };
  } finally {
    leave();
  }
}

/** Null when the lease was lost. The first mark freezes what was rendered, in the same commit. */
async function markSending(
  tools: DeliverTools,
  { delivery, part }: Attempt,
  draft: Draft,
): Promise<DeliveryPart | null> {
  const { deliveries } = tools.store;
  // The first send of all is what counts: from there on it may be in the channel.
  const sending: DeliveryPart = { ...part, state: 'sending', sendingAt: part.sendingAt ?? tools.clock() };
  const parts = draft.parts.with(part.index, sending);
  if (draft.frozen) {
    if (!(await deliveries.savePart(delivery.id, tools.owner, sending))) return null;
    draft.parts = parts;
    return sending;
  }
  draft.parts = await deliveries.freeze(delivery.id, tools.owner, parts);
  draft.frozen = true;
  const [first] = draft.parts;
  // Other parts than ours were frozen before: what became of them is not known here.
  return first?.payload === sending.payload && first.sendingAt === sending.sendingAt ? sending : null;
}

type Settled = Exclude<Awaited<ReturnType<typeof reconcile>>, { kind: 'look-again' | 'hold' }>;

/** What is known of a part before anything is sent: nothing was, it is there already, or the try ends here. */
async function settle(
  tools: DeliverTools,
  attempt: Attempt,
): Promise<Settled | { readonly kind: 'ended'; readonly ended: Ended }> {
  const { delivery, part, context } = attempt;
  try {
    const verdict = await reconcile(tools.adapter, delivery.channel, part, context, tools.clock(), tools);
    if (verdict.kind === 'look-again') {
      const looked: DeliveryPart = { ...part, state: 'unknown' };
      const error = 'It is not known whether it got through; not found at the first look.';
      return {
        kind: 'ended',
        ended: { kind: 'again', at: verdict.at, error, counts: false, refusal: null, part: looked },
      };
    }
    if (verdict.kind === 'hold') {
      // Held as `pending`: an operator's retry is the decision to send it.
      const held: DeliveryPart = { ...part, state: 'pending', sendingAt: null };
      const error = 'It may have got through, and the channel cannot be read to find out.';
      return { kind: 'ended', ended: { kind: 'held', error, part: held } };
    }
    return verdict;
  } catch (error) {
    // The looking failed, so nothing more is known of the part: it stays as it is.
    return { kind: 'ended', ended: failed(tools, attempt, asCourantError(error), null) };
  }
}

/** One call. After a definite no the part is again what it was before: never sent, or of unknown fate. */
async function post(tools: DeliverTools, attempt: Attempt, sending: DeliveryPart): Promise<Sent | Ended> {
  const { delivery, part, context } = attempt;
  const sendingAt = sending.sendingAt ?? context.sendingAt;
  try {
    const { messageId } = await tools.adapter.post(delivery.channel, sending.payload, {
      ...context,
      sendingAt,
    });
    tools.circuits.succeeded(workspaceKey(delivery.channel));
    return { kind: 'sent', messageId };
  } catch (thrown) {
    const error = asCourantError(thrown);
    return failed(tools, attempt, error, error.code === 'unknown-outcome' ? null : part);
  }
}

/** What a failure means for the delivery. `part`: what to write of it, null to leave it as it stands. */
function failed(
  tools: DeliverTools,
  attempt: Attempt,
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
      tools.pacer.hold(channel, until);
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

function circuitOpen(tools: DeliverTools, { delivery }: Attempt): Ended | null {
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
function asCourantError(error: unknown): CourantError {
  if (isCourantError(error)) return error;
  return new CourantError('unknown-outcome', describeError(error), { cause: error });
}
