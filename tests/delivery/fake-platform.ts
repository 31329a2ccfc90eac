import type { Message } from '../../adapters/message/message.ts';
import type {
  PlatformAdapter,
  PostContext,
  PostedRef,
  PostingLimits,
} from '../../adapters/platform-adapter.ts';
import type { Alarm } from '../../src/delivery/alarm.ts';
import { type ChannelRef, channelKey } from '../../src/domain/channel.ts';
import { CourantError, type RefusalScope } from '../../src/domain/errors.ts';
import type { Clock, Instant } from '../../src/domain/time.ts';

/** What a person scrolling through the channel sees. */
type Seen = {
  readonly channel: string;
  readonly key: string;
  readonly part: number;
  readonly payload: string;
  readonly parent: string | null;
  readonly id: string;
  readonly at: Instant;
};

/** What becomes of one call. `accepted…`: the message is in the channel, but we never hear of it. */
export type CallFault =
  | { readonly kind: 'lost' }
  | { readonly kind: 'accepted-lost' }
  /** The call fails at once, and the message appears this much later. */
  | { readonly kind: 'accepted-late'; readonly after: number }
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'rate-limited'; readonly for: number }
  | { readonly kind: 'refused'; readonly scope: RefusalScope }
  /** The adapter itself breaks, as a bug would make it, after the message got through. */
  | { readonly kind: 'broken' };

export type FakePlatformOptions = {
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** How many messages a digest becomes. */
  readonly parts?: number;
  readonly limits?: Partial<PostingLimits>;
  /** Milliseconds until a posted message can be found by looking. */
  readonly visibleAfter?: number;
  readonly readable?: boolean;
  /** Milliseconds between two looks that it allows; more are answered with a 429. */
  readonly lookEvery?: number;
  /** Decides the fate of each call, in order. */
  readonly fate?: (call: { readonly channel: ChannelRef; readonly number: number }) => CallFault | null;
};

/** A platform in memory that many processes can post to: what it has accepted stays, whatever becomes of them. */
export type FakePlatform = PlatformAdapter & {
  readonly seen: readonly Seen[];
  readonly calls: () => number;
  /** When it was looked into a channel, and whether that was too soon. */
  readonly looks: readonly { readonly at: Instant; readonly refused: boolean }[];
};

export function createFakePlatform(options: FakePlatformOptions): FakePlatform {
  const { clock, alarm, parts = 1, visibleAfter = 0, readable = true, fate = () => null } = options;
  const unlimited = Number.POSITIVE_INFINITY;
  const limits = { perChannel: unlimited, perWorkspace: unlimited, overall: unlimited, ...options.limits };
  const seen: Seen[] = [];
  const looks: { readonly at: Instant; readonly refused: boolean }[] = [];
  let calls = 0;

  function accept(channel: ChannelRef, payload: string, { key, part, parent }: PostContext): PostedRef {
    const first = seen.find((message) => message.key === key && message.part === part);
    if (first && clock() - first.at < (limits.idempotentFor ?? 0)) return { messageId: first.id };
    const id = `${clock()}.${seen.length}`;
    seen.push({ channel: channelKey(channel), key, part, payload, parent, id, at: clock() });
    return { messageId: id };
  }

  return {
    platform: 'slack',
    limits,
    seen,
    looks,
    calls: () => calls,
    start: async () => {},
    stop: async () => {},
    render: (message: Message) =>
      Array.from({ length: parts }, (_, part) => JSON.stringify({ title: message.title, part })),
    async post(channel, payload, context) {
      calls++;
      const fault = fate({ channel, number: calls });
      switch (fault?.kind) {
        case undefined:
          return accept(channel, payload, context);
        case 'lost':
          throw new CourantError('unknown-outcome', 'No answer.');
        case 'accepted-lost':
          accept(channel, payload, context);
          throw new CourantError('unknown-outcome', 'No answer.');
        case 'accepted-late':
          alarm(clock() + fault.after, () => accept(channel, payload, context));
          throw new CourantError('unknown-outcome', 'No answer.');
        case 'not-sent':
          throw new CourantError('not-sent', 'Nobody there.');
        case 'rate-limited':
          throw new CourantError('rate-limited', 'Too fast.', { retryAt: clock() + fault.for });
        case 'refused':
          throw new CourantError('refused', 'The bot was removed.', {
            scope: fault.scope,
            mend: 'Invite it.',
          });
        case 'broken':
          accept(channel, payload, context);
          throw new TypeError('cannot read properties of undefined');
      }
    },
    async findPosted(_, { key, part }) {
      const allowedAt = (looks.findLast(({ refused }) => !refused)?.at ?? 0) + (options.lookEvery ?? 0);
      looks.push({ at: clock(), refused: clock() < allowedAt });
      if (clock() < allowedAt) throw new CourantError('rate-limited', 'Too fast.', { retryAt: allowedAt });
      if (!readable) return 'unreadable';
      const found = seen.find((message) => message.key === key && message.part === part);
      return found && clock() - found.at >= visibleAfter ? { messageId: found.id } : 'absent';
    },
  };
}
