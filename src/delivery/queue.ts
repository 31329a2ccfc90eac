/**
 * The Queue port: says which deliveries to look at, and when. The ledger stays the truth: a queue that loses a word
 * or repeats it costs time, never a post. `queue/polling.ts` serves one machine, `queue/pg-boss.ts` many.
 */
import type { ChannelRef } from '../domain/channel.ts';
import type { Instant } from '../domain/time.ts';

/** One delivery that wants looking at from `at` on. */
export type Notice = { readonly id: string; readonly channel: ChannelRef; readonly at: Instant };

export type Queue = {
  announce(notices: readonly Notice[]): Promise<void>;
  /** Begins to hand out work to this process. */
  start(looker: Looker): Promise<void>;
  /** Hands out nothing more; resolves when nothing is being handed out. */
  stop(): Promise<void>;
};

/** Who looks: the worker of this process. */
export type Looker = {
  /** Platforms it can post to: word of others is for other processes. */
  readonly platforms: readonly ChannelRef['platform'][];
  /** Takes on this delivery if it is due, free, and there is room for it; else it stays for a sweep. */
  look(notice: Pick<Notice, 'id' | 'channel'>): Promise<void>;
  /** Takes on whatever the ledger has due, as far as there is room; returns how many. */
  sweep(): Promise<number>;
  /** Calls back whenever there is room again after there was none. */
  onRoom(ready: () => void): void;
};
