import type { ChannelRef } from './channel.ts';
import type { Instant } from './time.ts';

/** One change somebody made: what `/digest history` shows. */
export type AuditEntry = {
  readonly at: Instant;
  /** The platform's id of who did it, "cli" or "courant" for the program itself. */
  readonly actor: string;
  readonly workspace: string;
  readonly channel: ChannelRef | null;
  /** "subscribed", "paused", "topic edited", … */
  readonly action: string;
  /** One sentence for a person. */
  readonly detail: string;
};
