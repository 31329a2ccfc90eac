/** Says once, to whoever asked for a digest, that it rests and why; the operator reads it in the log. */
import type { Notice } from '../adapters/message/notice-message.ts';
import { recalled } from '../adapters/message/phrases/recalled.ts';
import { saying } from '../adapters/message/phrases/saying.ts';
import type { PlatformAdapter } from '../adapters/platform-adapter.ts';
import type { DeliveryNotice, Notify } from './delivery/events.ts';
import type { Platform } from './domain/channel.ts';
import { describeError } from './domain/errors.ts';
import type { Subscription } from './domain/subscription.ts';
import type { Log } from './log.ts';
import type { Store } from './store/store.ts';

/** Who subscribes a channel by the command line is no person of a platform. */
const operator = 'cli';

type Paused = Extract<DeliveryNotice, { kind: 'paused' }>;

export function createNotices({
  store,
  adapters,
  log,
}: {
  readonly store: Pick<Store, 'subscriptions'>;
  readonly adapters: ReadonlyMap<Platform, PlatformAdapter>;
  readonly log: Log;
}): Notify {
  async function tellWhoAsked(notice: Paused): Promise<void> {
    const adapter = adapters.get(notice.channel.platform);
    if (adapter?.tell === undefined) return;
    const found = await Promise.all(notice.subscriptions.map((id) => store.subscriptions.get(id)));
    const paused = found.filter((one) => one !== null).filter(({ createdBy }) => createdBy !== operator);
    const { noticeMessage } = await import('../adapters/message/notice-message.ts');
    for (const [user, theirs] of Map.groupBy(paused, ({ createdBy }) => createdBy)) {
      try {
        await adapter.tell(notice.channel.workspace, user, noticeMessage(pausedNotice(theirs, notice)));
      } catch (error) {
        log.warn(
          { user, reason: describeError(error) },
          'whoever asked for a digest could not be told of its pause',
        );
      }
    }
  }

  return async (notice) => {
    log.warn({ ...notice }, 'for the operator');
    // Nobody can be told in a workspace that refuses us, and trying would be one more refused call.
    if (notice.kind === 'paused' && notice.scope === 'channel') await tellWhoAsked(notice);
  };
}

function pausedNotice(subscriptions: readonly Subscription[], { channel, reason, mend }: Paused): Notice {
  const topics = [...new Set(subscriptions.map(({ topic }) => topic))].join(', ');
  const place = { text: channel.channel, mention: { kind: 'channel', id: channel.channel } } as const;
  return {
    title: saying('digestPaused'),
    lines: [
      saying('comesNoMoreTo', { topics, channel: place, reason: recalled(reason) }),
      ...(mend === null ? [] : [recalled(mend)]),
      saying('resumeThere'),
    ],
    locale: subscriptions[0]?.options.locale ?? 'en',
  };
}
