/**
 * One try at one delivery. Each step is written down before the next begins, so that a process may end at any
 * point and another goes on from what stands in the ledger:
 * freeze the rendered parts with the first marked `sending` -> post -> mark it posted and the next `sending` -> …
 * A part found in `sending` may have got through: it is looked for before anything is sent again.
 */
import type { PostContext } from '../../adapters/platform-adapter.ts';
import { workspaceKey } from '../domain/channel.ts';
import type { Delivery, DeliveryPart } from '../domain/delivery.ts';
import { CourantError, describeError } from '../domain/errors.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Instant } from '../domain/time.ts';
import type { Attempt, DeliverTools } from './attempt.ts';
import type { Ended } from './ended.ts';
import { asCourantError, circuitOpen, failed } from './failure.ts';
import type { KeptLease } from './leases.ts';
import { inDoubt } from './reconcile.ts';
import { type Settled, settle } from './settle.ts';

type HeldLease = Pick<KeptLease, 'owner' | 'holds'>;

const nothingSent: Settled = { kind: 'send' };

/** @param lease asked right before each post whether it holds: it may be somebody else's by then */
export async function deliver(tools: DeliverTools, delivery: Delivery, lease: HeldLease): Promise<Ended> {
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
    const known = inDoubt(part) ? await settle(tools, attempt) : nothingSent;
    if (known.kind === 'ended') return known.ended;
    if (known.kind === 'posted') found = true;
    const sent = known.kind === 'posted' ? known : await send(tools, attempt, draft, lease);
    if (!('messageId' in sent)) return sent;

    const posted: DeliveryPart = {
      ...(draft.parts[index] ?? part),
      state: 'posted',
      messageId: sent.messageId,
    };
    // The last part is written together with the delivery's end.
    if (index === draft.parts.length - 1) return { kind: 'posted', found, part: posted };
    if (!(await tools.store.deliveries.savePart(delivery.id, lease.owner, posted))) return { kind: 'lost' };
    draft.parts = draft.parts.with(index, posted);
  }
  return { kind: 'posted', found, part: null };
}

/** The parts as they stand in the ledger; not frozen yet, they stand there only in a moment. */
type Draft = { parts: readonly DeliveryPart[]; frozen: boolean };
type Sent = { readonly kind: 'sent'; readonly messageId: string | null };

/** The frozen parts, else newly rendered ones; or why there can be none. */
async function write(
  tools: DeliverTools,
  delivery: Delivery,
  subscription: Subscription,
): Promise<Draft | Ended> {
  if (delivery.parts.length > 0) return { parts: delivery.parts, frozen: true };
  const digest = delivery.digestId === null ? null : await tools.digestOf(delivery.digestId);
  try {
    if (delivery.digestId !== null && !digest)
      throw new CourantError('not-found', `Digest ${delivery.digestId} is gone.`);
    const message = tools.compose({ delivery, subscription, digest });
    const payloads = tools.render(message);
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
  lease: HeldLease,
): Promise<Sent | Ended> {
  const leave = await tools.pacer.enter(attempt.delivery.channel);
  try {
    const closed = circuitOpen(tools, attempt);
    if (closed) return closed;
    if (!(await lease.holds())) return { kind: 'lost' };
    const begun = tools.clock();
    const sending = await markSending(tools, attempt, draft, lease);
    if (!sending) return { kind: 'lost' };
    return stoodStill(tools, attempt, begun) ?? (await post(tools, attempt, sending));
  } finally {
    leave();
  }
}

/** Null when the lease was lost. The first mark freezes what was rendered, in the same commit. */
async function markSending(
  tools: DeliverTools,
  { delivery, part }: Attempt,
  draft: Draft,
  { owner }: HeldLease,
): Promise<DeliveryPart | null> {
  const { deliveries } = tools.store;
  // The first send of all is what counts: from there on it may be in the channel.
  const sending: DeliveryPart = { ...part, state: 'sending', sendingAt: part.sendingAt ?? tools.clock() };
  const parts = draft.parts.with(part.index, sending);
  if (draft.frozen) {
    if (!(await deliveries.savePart(delivery.id, owner, sending))) return null;
    draft.parts = parts;
    return sending;
  }
  draft.parts = await deliveries.freeze(delivery.id, owner, parts);
  draft.frozen = true;
  const [first] = draft.parts;
  // Other parts than ours were frozen before: what became of them is not known here.
  return first?.payload === sending.payload && first.sendingAt === sending.sendingAt ? sending : null;
}

/**
 * A process that was stopped between its mark and its call (a suspended machine, a disk that hangs) may have been
 * given up meanwhile, and its part looked for in vain: it must not post any more.
 */
function stoodStill({ clock, settling }: DeliverTools, { part }: Attempt, since: Instant): Ended | null {
  const now = clock();
  if (now - since < settling.second / 2) return null;
  const error = 'The process stood still before it could send.';
  return { kind: 'again', at: now, error, counts: false, refusal: null, part };
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
    return failed(tools, attempt, 'post', error, error.code === 'unknown-outcome' ? null : part);
  }
}
