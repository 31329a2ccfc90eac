/** Which digests whoever reaches the server may read. */
import type { Digest } from '../domain/digest.ts';
import { everything } from '../editions/todays-edition.ts';
import type { Store } from '../store/store.ts';
import type { Reach } from './reach.ts';

export type Shown = {
  /** Whether today's digest of everything may be read, and with it the previews. */
  readonly today: boolean;
  /** Whether any digest may be. */
  readonly any: boolean;
  /** Whether this one may be. */
  may(digest: Digest): Promise<boolean>;
  /** The newest that may be, newest first. */
  newest(limit: number): Promise<readonly Digest[]>;
};

/** Channels of one topic get the same digests: those of a few of them stand for all. */
const CHANNELS_A_TOPIC = 5;
/** How many digests of a channel can be read by their address: three a day for a year. */
const READABLE = 1000;

/**
 * This machine's own people may read all, answers to `/brief` among them. Others read what was posted on the topics
 * that the operator made public.
 */
export function shownDigests(
  store: Pick<Store, 'digests' | 'subscriptions'>,
  reach: Reach,
  publicTopics: readonly string[],
): Shown {
  if (reach === 'machine')
    return { today: true, any: true, may: async () => true, newest: (limit) => store.digests.recent(limit) };
  const isPublic = new Set(publicTopics);
  /** Some channels of each of these topics. */
  const channelsOf = async (topics: ReadonlySet<string>) => {
    const subscriptions = (await store.subscriptions.list()).filter(({ topic }) => topics.has(topic));
    const byTopic = Map.groupBy(subscriptions, ({ topic }) => topic);
    return [...byTopic.values()].flatMap((ofTopic) => ofTopic.slice(0, CHANNELS_A_TOPIC));
  };
  return {
    today: isPublic.has(everything.slug),
    any: isPublic.size > 0,
    // The topic alone does not tell: what `/brief` answered one person has the name of a topic too.
    async may({ id, topic }) {
      if (!isPublic.has(topic.slug)) return false;
      const channels = await channelsOf(new Set([topic.slug]));
      const posted = await Promise.all(
        channels.map((channel) => store.digests.idsPostedTo(channel.id, READABLE)),
      );
      return posted.some((ids) => ids.includes(id));
    },
    async newest(limit) {
      const channels = await channelsOf(isPublic);
      const posted = await Promise.all(channels.map(({ id }) => store.digests.postedTo(id, limit)));
      const byId = new Map(posted.flat().map((digest) => [digest.id, digest]));
      return [...byId.values()].toSorted((a, b) => b.builtAt - a.builtAt).slice(0, limit);
    },
  };
}
