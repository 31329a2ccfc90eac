/** What a member process is told, as one JSON argument. */
import type { PostingLimits } from '../../adapters/platform-adapter.ts';
import type { Settling } from '../../src/delivery/reconcile.ts';

export type MemberOrders = {
  /** Path of an SQLite file, or a postgres:// address. */
  readonly database: string;
  readonly slackApi: string;
  readonly discordApi: string;
  readonly limits: PostingLimits;
  readonly settling: Settling;
  readonly leaseFor: number;
  readonly rests: { readonly backoff: number; readonly circuit: number };
  /** Milliseconds its clock is ahead of the true time, as on machines that nobody keeps in step. */
  readonly skew: number;
  /** Milliseconds an answer is waited for. */
  readonly call: number;
  /** Where it kills itself with SIGKILL: before the named step's nth time, or after it was carried out. */
  readonly dieAt: DieAt | null;
};

export type DieAt = { readonly step: Step; readonly nth: number; readonly carriedOut: boolean };

/** Every step of a digest's way that leaves the process. */
export const steps = [
  'subscriptions.due',
  'deliveries.plan',
  'deliveries.claim',
  'subscriptions.get',
  'digests.get',
  'deliveries.freeze',
  'deliveries.savePart',
  'deliveries.renew',
  'platform.post',
  'platform.findPosted',
  'deliveries.finish',
] as const;
type Step = (typeof steps)[number];
