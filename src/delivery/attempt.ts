/** What a try at a delivery needs, and what it is about. */
import type { Message } from '../../adapters/message/message.ts';
import type { PlatformAdapter, PostContext } from '../../adapters/platform-adapter.ts';
import type { Delivery, DeliveryPart } from '../domain/delivery.ts';
import type { Digest } from '../domain/digest.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Clock } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import type { Circuits } from './circuit.ts';
import type { Looks } from './looks.ts';
import type { Pacer } from './pacing.ts';
import type { OnUnknown, Settling } from './reconcile.ts';
import type { DigestOf } from './shared-work.ts';

export type DeliverTools = {
  readonly store: Pick<Store, 'deliveries' | 'subscriptions'>;
  readonly digestOf: DigestOf;
  readonly adapter: PlatformAdapter;
  readonly pacer: Pacer;
  readonly looks: Looks;
  readonly circuits: Circuits;
  readonly clock: Clock;
  readonly random: () => number;
  /** The message of a delivery. Pure: what was posted must look the same when it is made again. */
  readonly compose: Compose;
  /** The adapter's. */
  readonly render: PlatformAdapter['render'];
  readonly onUnknown: OnUnknown;
  readonly settling: Settling;
  /** The first span of the backoff, milliseconds. */
  readonly shortestBackoff: number;
};

export type Compose = (made: {
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  /** Null for a delivery that only says there is nothing new. */
  readonly digest: Digest | null;
}) => Message;

/** One part of it. */
export type Attempt = {
  readonly delivery: Delivery;
  readonly part: DeliveryPart;
  readonly context: PostContext;
};
