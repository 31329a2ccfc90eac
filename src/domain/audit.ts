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
  /** One sentence for a person, in English. */
  readonly detail: string;
  /** The same as a phrase and what fills it, for readers of other languages; older entries have none. */
  readonly said?: { readonly phrase: string; readonly values: Readonly<Record<string, unknown>> };
};
