/** What delivering tells its operator: counted by metrics, written to the log, said to people. */
import type { ChannelRef } from '../domain/channel.ts';
import type { Delivery } from '../domain/delivery.ts';
import type { Instant } from '../domain/time.ts';

export type DeliveryEvent =
  /** `found`: a try that seemed lost had got through. */
  | { readonly kind: 'posted'; readonly delivery: Delivery; readonly at: Instant; readonly found: boolean }
  | { readonly kind: 'waits'; readonly delivery: Delivery; readonly until: Instant; readonly error: string }
  | { readonly kind: 'dead'; readonly delivery: Delivery; readonly error: string }
  | { readonly kind: 'held'; readonly delivery: Delivery; readonly error: string }
  | { readonly kind: 'skipped'; readonly delivery: Delivery; readonly error: string }
  | { readonly kind: 'lease-lost'; readonly delivery: Delivery }
  | { readonly kind: 'circuit-opened'; readonly workspace: string; readonly until: Instant }
  | { readonly kind: 'circuit-closed'; readonly workspace: string }
  /** A fault of our own side: the database, or a bug; the delivery stays and is looked at again. */
  | { readonly kind: 'fault'; readonly delivery: Delivery | null; readonly error: unknown };

export type OnDeliveryEvent = (event: DeliveryEvent) => void;

/** Something a person should know, said once. */
export type DeliveryNotice =
  | {
      readonly kind: 'paused';
      readonly scope: 'channel' | 'workspace';
      readonly channel: ChannelRef;
      /** Ids of the subscriptions that rest from now on. */
      readonly subscriptions: readonly string[];
      readonly reason: string;
      readonly mend: string | null;
    }
  | { readonly kind: 'held'; readonly delivery: Delivery; readonly reason: string }
  | {
      readonly kind: 'platform-refuses';
      readonly channel: ChannelRef;
      readonly reason: string;
      readonly mend: string | null;
    };

export type Notify = (notice: DeliveryNotice) => Promise<void>;
